"""后加入: what a later joiner pays, step by step, and the refund of each other household."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import joined
from elevshare.workbook.subjects.late import tables as late

TITLE, ROLE = late.TITLE, "计算"
ABOUT = "后来加入的住户补多少、退给谁"

_HEADS = ("步骤", None, None, "金额（元）", "整数", "说明", None)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: sentences, steps, refunds, and the split with the joiner."""
    grid.widths(6, 12, 16, 18, 18, 18, 44, 3, *([11] * 25))
    grid.put(1, 1, "后加入：后来加入的住户补多少，退给谁（由公式得出）", "标题")
    grid.height(1, 28)
    for row, words in enumerate(late.word_formulas(plan), 2):
        grid.put(row, 1, words, "正文-不折行")
    grid.put(late.steps(plan).first_row - 2, 1, "一、逐步计算", "节")
    late.steps(plan).write(grid, _HEADS)
    for table in (joined.refunds(plan), joined.storey_table(plan), joined.flats(plan)):
        table.write(grid)
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:G{joined.flats(plan).last}", landscape=True)
