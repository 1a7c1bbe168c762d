"""筹资."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan

TITLE, ROLE = "筹资", "计算"
ABOUT = "钱从哪里来：自筹、补贴、公积金、维修基金、单位"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.put(1, 1, TITLE, "标题")
    grid.page("A1:A1")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the tables of inputs that this subject has on 专项."""
