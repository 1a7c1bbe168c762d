"""公示大字 of a lease book."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import notice
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.papers import large

TITLE, ROLE, ABOUT = large.TITLE, large.ROLE, large.ABOUT


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    total = ("各户全年使用费合计", plan.figures.yuan("annual"))
    large.write_large(
        grid, plan, notice.lines(plan), "电梯使用费公示", total, "annual", "全年使用费（元）"
    )
