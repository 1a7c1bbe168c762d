"""收缴 of a lease book: what every household has paid of the year."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import collecting
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.subjects.ledger.collected_sheet import ROLE as ROLE
from elevshare.workbook.subjects.ledger.collected_sheet import TITLE as TITLE
from elevshare.workbook.subjects.ledger.collected_sheet import write_balances

ABOUT = "每户到本期应缴、已缴、还欠、预缴、逾期，到年底还要缴多少；与银行核对"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    write_balances(grid, plan, collecting.figure_formulas(plan), collecting.HEADS,
                   lambda row: collecting.household_formulas(plan, row))  # fmt: skip
