"""还款表."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan

TITLE, ROLE = "还款表", "计算"
ABOUT = "分期、贷款、企业垫资每月还多少"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.put(1, 1, TITLE, "标题")
    grid.page("A1:A1")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the tables of inputs that this subject has on 专项."""
