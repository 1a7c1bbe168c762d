"""变更对比: the versions as read, and every household's amount before and after."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.changes.versions import TITLE as TITLE
from elevshare.workbook.subjects.changes.versions import changes, figures, flats, versions
from elevshare.workbook.subjects.changes.words import word_formulas

ROLE = "计算"
ABOUT = "两版金额逐户对比，增加还是减少"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: sentences, versions, figures, register, households."""
    grid.widths(8, 14, 18, 18, 18, 36, 12, 3, *([11] * 20))
    grid.put(1, 1, "变更对比：哪几户的金额变了，变了多少（由公式得出）", "标题")
    grid.height(1, 28)
    for row, words in enumerate(word_formulas(plan), 2):
        grid.put(row, 1, words, "正文-不折行")
    versions(plan).write(grid)
    grid.put(figures(plan).first_row - 2, 1, "二、对比", "节")
    figures(plan).write(grid, "数")
    changes(plan).write(grid)
    for row in changes(plan).rows:
        grid.height(row, 27)
    flats(plan).write(grid)
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:G{flats(plan).end}", landscape=True)
