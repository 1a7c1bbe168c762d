"""The ``[upkeep]`` of a project file."""

from __future__ import annotations

from elevshare.rules.upkeep import Upkeep
from elevshare.toml_table import Table


def read(table: Table) -> Upkeep:
    """The section; everything in it may be missing."""
    table.done()
    return Upkeep()
