"""变更对比: the versions as they are read, and every household's amount before and after."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.changes import register as changes
from elevshare.workbook.subjects.changes import versions
from elevshare.workbook.table import write_table

TITLE, ROLE = versions.TITLE, "计算"
ABOUT = "两版金额逐户对比，增加还是减少"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: in words, the versions, the figures, the register, the households."""
    grid.widths(8, 14, 18, 18, 18, 36, 12, 3, *([11] * 20))
    grid.put(1, 1, "变更对比：哪几户的金额变了，变了多少（由公式得出）", "标题")
    grid.height(1, 28)
    for row, words in enumerate(changes.word_formulas(plan), 2):
        grid.put(row, 1, words, "正文-不折行")
    rows = versions.flats(plan)
    write_table(grid, versions.versions(plan), "一、各版", versions.VERSION_HEADS,
                lambda r: versions.version_formulas(plan, r))  # fmt: skip
    _figures(grid, plan)
    write_table(grid, versions.changes(plan), "三、变更记录的读数", changes.HEADS,
                lambda r: changes.change_formulas(plan, r))  # fmt: skip
    for row in versions.changes(plan).rows:
        grid.height(row, 27)
    write_table(grid, rows, "四、各户", versions.FLAT_HEADS,
                lambda r: versions.flat_formulas(plan, r))  # fmt: skip
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:G{rows.last}", landscape=True)


def _figures(grid: Grid, plan: Plan) -> None:
    """Which versions are compared, and what comes of it."""
    block, formulas = versions.figures(plan), versions.figure_formulas(plan)
    grid.put(block.first - 2, 1, "二、对比", "节")
    grid.row(block.first - 1, 1, ["项目", None, None, "整数", "说明"], "表头")
    for row, (key, (label, note)) in zip(block.rows, versions.FIGURES.items(), strict=True):
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, block.column("value"), formulas[key], "计算-whole")
        grid.put(row, block.column("note"), note or None, "注")
