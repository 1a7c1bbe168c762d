"""The ``[joining]`` of a project file."""

from __future__ import annotations

from elevshare.rules.late import Joining
from elevshare.toml_table import Table


def read(table: Table) -> Joining:
    """The section; everything in it may be missing."""
    table.done()
    return Joining()
