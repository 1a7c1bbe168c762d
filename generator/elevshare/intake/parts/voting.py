"""The ``[voting]`` of a project file."""

from __future__ import annotations

from elevshare.rules.consent import Voting
from elevshare.toml_table import Table


def read(table: Table) -> Voting:
    """The section; everything in it may be missing."""
    table.done()
    return Voting()
