"""The ``[financing]`` of a project file."""

from __future__ import annotations

from elevshare.rules.financing import Financing
from elevshare.toml_table import Table


def read(table: Table) -> Financing:
    """The section; everything in it may be missing."""
    table.done()
    return Financing()
