"""来源: the file of every row, what the book was made from, and the hash of its bytes."""

from __future__ import annotations

from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.wording import file_shown, text_shown
from elevshare.workbook.grid import Grid

TITLE, ROLE = "来源", "来源"
ABOUT = "每一行出自哪个文件、哪个方案、哪个版本；文件内容的指纹"

_COLUMNS = (
    ("序号", 6.0), ("文件", 40.0), ("方案代号", 26.0), ("方案", 24.0), ("方案状态", 10.0),
    ("簿子版本", 12.0), ("内容指纹", 24.0),
)  # fmt: skip
#: How many characters of a fingerprint tell one file from another.
_PRINT = 16


def write(grid: Grid, plan: SummaryPlan) -> None:
    """Write the sheet."""
    grid.widths(*(width for _, width in _COLUMNS))
    grid.put(1, 1, "来源：每一行出自哪个文件", "标题")
    grid.height(1, 28)
    grid.put(2, 1, "指纹由文件的全部内容算出：两个文件指纹相同，内容就相同。", "副标题")
    grid.row(4, 1, [head for head, _ in _COLUMNS], "表头")
    for row, one in enumerate(plan.buildings, 5):
        made = one.made
        texts = (file_shown(one.file), *map(text_shown, (made.scheme_id, made.scheme, made.status,
                 made.version)), one.digest[:_PRINT])  # fmt: skip
        grid.put(row, 1, row - 4, "计算-whole")
        for column, text in enumerate(texts, 2):
            grid.text(row, column, text, "标签")
            grid.fit(row, f"{text}   ", _COLUMNS[column - 1][1])
    grid.sheet.freeze_panes = "A5"
    last = 4 + max(1, len(plan.buildings))
    grid.page(f"A1:G{last}", landscape=True, title_rows="4:4")
