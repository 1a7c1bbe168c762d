"""校验: what must hold before the summary may be used."""

from __future__ import annotations

from elevshare.collecting.checks import check_list
from elevshare.collecting.plan import SummaryPlan
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheets.checks import write_checks

TITLE, ROLE = "校验", "校验"
ABOUT = "合计是否合拢，计入的簿子是否都可信"


def write(grid: Grid, plan: SummaryPlan) -> None:
    """Write the sheet."""
    write_checks(grid, check_list(plan), plan.master, "校验：全部通过才可以申请")
