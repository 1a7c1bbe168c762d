"""资金: the cash position, what is to come, and how the registers are read."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.cash import arrivals, spending
from elevshare.workbook.subjects.cash import position as cash
from elevshare.workbook.subjects.cash import words as cash_words
from elevshare.workbook.subjects.cash.places import (
    GROUPS,
    LINES,
    ROWS,
    grants_read,
    items,
    payments_read,
)
from elevshare.workbook.subjects.cash.places import TITLE as _TITLE
from elevshare.workbook.table import write_table

TITLE, ROLE = _TITLE, "计算"
ABOUT = "账上有多少钱、还要收付多少、各项费用付到哪里"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    rows = items()
    grid.widths(24, 17, 17, 17, 40, 3, *([12] * 7))
    grid.put(1, 1, "资金：收了多少、付了多少、还有多少（由公式得出）", "标题")
    grid.height(1, 28)
    for row, words in enumerate(cash_words.lines(plan), 2):
        grid.put(row, 1, words, "正文-不折行")
    grid.redden(f"$A$2:$A${LINES + 1}", f'LEFT($A2,{len(cash_words.NOTE)})="{cash_words.NOTE}"')
    _figures(grid, plan)
    write_table(grid, rows, "五、各项费用付到哪里", cash.ITEM_HEADS,
                lambda row: cash.item_formulas(plan, row))  # fmt: skip
    _sums(grid)
    write_table(grid, payments_read(plan), "“工程付款”的读数", spending.HEADS,
                lambda row: spending.row_formulas(plan, row))  # fmt: skip
    write_table(grid, grants_read(plan), "“补贴到账”的读数", arrivals.HEADS,
                lambda row: arrivals.row_formulas(plan, row))  # fmt: skip
    grid.redden(rows.area("state"), f'LEFT({rows.here("state", rows.first)},2)="超出"')
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:E{rows.last + 1}")


def _figures(grid: Grid, plan: Plan) -> None:
    """The figures in their groups."""
    formulas = cash.figure_formulas(plan)
    for title, group in GROUPS.items():
        grid.put(ROWS[title], 1, title, "节")
        grid.row(ROWS[title] + 1, 1, ["项目", "金额（元）", "整数（分）", "说明"], "表头")
        for key, (label, note) in group.items():
            row = ROWS[key]
            grid.put(row, 1, label, "标签-长")
            grid.put(row, 2, f"=$C{row}/100", "计算-money")
            grid.put(row, 3, formulas[key], "计算-whole")
            grid.put(row, 4, note or None, "注")
    grid.redden(f"$B${ROWS['opening']}:$B${ROWS['gap']}", f"$B{ROWS['opening']}<0")


def _sums(grid: Grid) -> None:
    """The sums below the items."""
    rows = items()
    below = rows.last + 1
    grid.put(below, 1, "合计", "标签-长")
    for key in ("planned", "paid", "left"):
        total = f"=SUM({rows.area(f'{key}_fen')})/100"
        grid.put(below, rows.column(key), total, "计算-money")
