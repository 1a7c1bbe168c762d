"""The ``[fund]`` of a project file."""

from __future__ import annotations

from elevshare.rules.fund import Fund
from elevshare.toml_table import Table


def read(table: Table) -> Fund:
    """The section; everything in it may be missing."""
    table.done()
    return Fund()
