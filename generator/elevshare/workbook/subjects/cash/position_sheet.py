"""资金: the cash position, what is still to come, and the registers as read."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.cash.places import TITLE as TITLE
from elevshare.workbook.subjects.cash.position import (
    LINES,
    grants_read,
    groups,
    items,
    payments_read,
)
from elevshare.workbook.subjects.cash.words import NOTE, lines

ROLE = "计算"
ABOUT = "账上有多少钱、还要收付多少、各项费用付到哪里"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    rows = items(plan)
    grid.widths(24, 17, 17, 17, 40, 3, *([12] * 7))
    grid.put(1, 1, "资金：收了多少、付了多少、还有多少（由公式得出）", "标题")
    grid.height(1, 28)
    for row, words in enumerate(lines(plan), 2):
        grid.put(row, 1, words, "正文-不折行")
    grid.redden(f"$A$2:$E${LINES + 1}", f'LEFT($A2,{len(NOTE)})="{NOTE}"')
    _figures(grid, plan)
    rows.write(grid)
    totals = {key: f"SUM({rows.area(f'{key}_fen')})/100" for key in ("planned", "paid", "left")}
    rows.write_totals(grid, ["合计"], totals)
    payments_read(plan).write(grid)
    grants_read(plan).write(grid)
    grid.redden(rows.area("state"), f'LEFT({rows.here("state", rows.first)},2)="超出"')
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:E{rows.last + 1}")


def _figures(grid: Grid, plan: Plan) -> None:
    """Write the figures by group."""
    for title, figures in groups(plan).items():
        grid.put(figures.first_row - 2, 1, title, "节")
        figures.write(grid, labels=1)
    first, *_, last = groups(plan).values()
    grid.redden(f"$B${first.first_row}:$B${last.last_row}", f"$B{first.first_row}<0")
