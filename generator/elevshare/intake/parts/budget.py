"""The ``[budget]`` of a project file."""

from __future__ import annotations

from elevshare.rules.budget import Budget
from elevshare.toml_table import Table


def read(table: Table) -> Budget:
    """The section; everything in it may be missing."""
    table.done()
    return Budget()
