"""签字表 of a lease book."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import notice
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.papers import signing

TITLE, ROLE, ABOUT = signing.TITLE, signing.ROLE, signing.ABOUT


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    amount = ("全年使用费（元）", "annual", plan.figures.yuan("annual"))
    signing.write_signing(grid, plan, notice.lines(plan), "电梯使用费住户签字表", amount)
