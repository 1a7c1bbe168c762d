"""校验 of a lease book."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc.checks import check_list
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.sheets.checks import write_checks, write_code, write_seal

TITLE, ROLE = "校验", "校验"
ABOUT = "金额是否合拢，填写是否有误"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    write_checks(grid, check_list(plan), plan.master)
    write_code(grid, plan)
    write_seal(grid, plan)
