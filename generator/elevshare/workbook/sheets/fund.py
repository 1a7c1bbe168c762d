"""公积金."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan

TITLE, ROLE = "公积金", "计算"
ABOUT = "各户可提取的公积金和谁先提"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.put(1, 1, TITLE, "标题")
    grid.page("A1:A1")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the tables of inputs that this subject has on 专项."""
