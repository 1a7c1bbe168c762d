"""单户 of a lease book: the bill of one household."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.lease.sheets.bills import entries, layout
from elevshare.workbook.papers.single import ROLE as ROLE
from elevshare.workbook.papers.single import TITLE as TITLE
from elevshare.workbook.papers.single import write_single

ABOUT = "选一个房号，只印这一户的收费单"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    chosen = layout(plan)
    write_single(grid, plan, chosen, chosen.form(entries(plan), plan.shares.all("bill"), ""))
