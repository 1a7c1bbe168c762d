"""The ``[loan]`` of a project file."""

from __future__ import annotations

from elevshare.rules.loan import Loan
from elevshare.toml_table import Table


def read(table: Table) -> Loan:
    """The section; everything in it may be missing."""
    table.done()
    return Loan()
