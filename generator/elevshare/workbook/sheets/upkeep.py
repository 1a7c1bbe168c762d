"""运维."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan

TITLE, ROLE = "运维", "计算"
ABOUT = "每年运行维护费用每户多少"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.put(1, 1, TITLE, "标题")
    grid.page("A1:A1")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the tables of inputs that this subject has on 专项."""
