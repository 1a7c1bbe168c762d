"""补偿: what low storeys are paid out of the money raised, and the limits."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.compensation import tables as compensation

TITLE, ROLE = compensation.TITLE, "计算"
ABOUT = "付给低层住户的补偿和上限"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    rows = compensation.households(plan)
    grid.widths(8, 10, 8, 14, 14, 14, 15, 26, 3, *([11] * 22), 40, *([11] * 5))
    grid.put(1, 1, "补偿：从筹集款中付给低层住户，计入应分摊净额", "标题")
    grid.height(1, 28)
    grid.put(2, 1, "取法和上限在“专项”的“补偿”一节选；上限只作核对，不会自动削减", "副标题")
    compensation.figures(plan).write(grid)
    rows.write(grid)
    state = rows.here("state", rows.first)
    grid.redden(rows.area("state"), f'LEFT({state},2)="超过"')
    grid.sheet.freeze_panes = f"C{rows.first}"
    grid.page(f"A1:H{rows.end}")
