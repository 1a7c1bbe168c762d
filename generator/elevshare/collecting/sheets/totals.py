"""汇总: all books in a table, and their sums above it; every amount is a formula."""

from __future__ import annotations

from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.rows import TITLE as TITLE
from elevshare.workbook.grid import Grid

ROLE = "计算"
ABOUT = "每个单元一行，合计只计“计入”为是的；净额由公式重算，并与簿子自己的数核对"

_WIDTHS = (6, 28, 9, 15, 15, 13, 14, 13, 7, 7, 14, 14, 14, 6, 12, 12)


def write(grid: Grid, plan: SummaryPlan) -> None:
    """Write the sheet."""
    table = plan.table
    grid.widths(*_WIDTHS, 3, *([13] * (len(table.columns) - len(_WIDTHS) - 1)))
    grid.put(1, 1, "各单元汇总（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    grid.redden("$A$2:$D$2", 'LEFT($A$2,1)="【"')
    plan.figures.write(grid)
    _capitals(grid, plan)
    table.write(grid)
    for row in table.rows if plan.buildings else ():
        grid.fit(row, plan.buildings[row - table.first].name, _WIDTHS[1])
    _redden(grid, plan)
    heads = table.first - 1
    grid.page(f"A1:{table.letter('due_gap')}{table.last}", landscape=True,
              title_rows=f"{heads}:{heads}")  # fmt: skip


def _redden(grid: Grid, plan: SummaryPlan) -> None:
    """What does not agree, and what does not count."""
    table = plan.table
    for key in ("net_gap", "due_gap"):
        first = table.here(key, table.first)
        grid.redden(table.area(key), f'AND({first}<>"",{first}<>0)')
    grid.redden(table.area("state"), f'{table.here("state", table.first)}<>"通过"')
    grid.redden(table.area("take"), f'{table.here("take", table.first)}="否"')


def _capitals(grid: Grid, plan: SummaryPlan) -> None:
    """The sum of the application in capital figures, under heads of its own."""
    for place, column in enumerate(plan.capitals.stated, plan.capitals.left):
        grid.put(plan.capitals.first - 1, place, column.head, "表头")
    plan.capitals.write_rows(grid)
