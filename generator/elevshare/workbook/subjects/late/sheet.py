"""后加入: what each later joiner pays, step by step, and the refund of each other household."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import advances, inputs, posted
from elevshare.workbook.subjects.late.accounts import accounts, totals
from elevshare.workbook.subjects.late.joiner import Joiner, joiners
from elevshare.workbook.subjects.late.words import word_formulas

TITLE, ROLE = inputs.TITLE, "计算"
ABOUT = "后来加入的住户补多少、退给谁"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: a block for each joiner, who advanced money, where all households stand."""
    grid.widths(6, 12, 16, 18, 18, 18, 44, 3, *([11] * 25))
    grid.put(1, 1, "后加入：后来加入的住户补多少，退给谁（由公式得出）", "标题")
    for joiner in joiners(plan):
        _block(grid, joiner)
    advances.table(plan).write(grid)
    accounts(plan).write(grid)
    accounts(plan).write_totals(grid, ["合计", None, None], totals(plan))
    grid.sheet.freeze_panes = "A2"
    grid.breaks([joiner.top - 1 for joiner in joiners(plan) if joiner.before])
    grid.page(f"A1:G{accounts(plan).last + 1}", landscape=True)


def _block(grid: Grid, joiner: Joiner) -> None:
    """Write the sentences, the steps, the refunds, and the split with the joiner."""
    if joiner.before:
        grid.put(joiner.top, 1, f"第 {joiner.number} 户后加入", "标题")
    grid.height(joiner.top, 28)
    for row, words in enumerate(word_formulas(joiner), joiner.top + 1):
        grid.put(row, 1, words, "正文-不折行")
    grid.put(joiner.top + 4, 1, f"={posted.sentence(joiner)}", "正文-不折行")
    grid.put(joiner.steps.first_row - 2, 1, joiner.called("一、逐步计算"), "节")
    joiner.steps.write(grid, what="步骤")
    for table in joiner.tables:
        table.write(grid)
