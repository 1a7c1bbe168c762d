"""没收进来: the files that could not be read, why, and what to do."""

from __future__ import annotations

from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.sheets.listing import write_listing
from elevshare.collecting.wording import file_shown, finding_shown
from elevshare.workbook.grid import Grid

TITLE, ROLE = "没收进来", "单据"
ABOUT = "没有收进来的文件：为什么，怎么办"

_COLUMNS = (("文件", 40.0), ("为什么没有收进来", 56.0), ("怎么办", 44.0))
_NOTE = "这些文件里的单元不在汇总内；按“怎么办”处理后重新汇总。"


def write(grid: Grid, plan: SummaryPlan) -> None:
    """Write the sheet."""
    rows = [
        (file_shown(one.file), finding_shown(one.reason), finding_shown(one.todo))
        for one in plan.refusals
    ]
    nothing = [("没有", "全部文件都收进来了。", "")]
    write_listing(grid, plan, "没有收进来的文件", _NOTE, _COLUMNS, rows or nothing)
