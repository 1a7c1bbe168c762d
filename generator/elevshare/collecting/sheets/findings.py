"""核对: what the audit found in the books that were read, book by book."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.record import BuildingRecord, State
from elevshare.collecting.sheets.listing import write_listing
from elevshare.collecting.wording import file_shown, finding_shown, reason
from elevshare.workbook.grid import Grid

TITLE, ROLE = "核对", "单据"
ABOUT = "收进来的簿子里查到了什么：哪一页哪一格，退回时附上"

#: How many findings of one book are listed.
_MOST = 8
_COLUMNS = (("序号", 6.0), ("文件", 36.0), ("核对结果", 10.0), ("查到什么", 84.0))
_NOTE = "序号与“收回”相同；全部内容请用 elevshare check 逐本查看。"


def write(grid: Grid, plan: SummaryPlan) -> None:
    """Write the sheet."""
    rows = [
        (str(number), file_shown(one.file), one.state.value, text)
        for number, one in enumerate(plan.buildings, 1)
        for text in _texts(one, plan.groups[number - 1], plan.counted[number - 1])
    ]
    nothing = [("", "", "", "收进来的簿子没有查到问题。")]
    write_listing(grid, plan, "收回簿子的核对结果", _NOTE, _COLUMNS, rows or nothing)


def _texts(one: BuildingRecord, group: int, counts: bool) -> Iterator[str]:
    """What was found in a book, one text a line."""
    if one.state is not State.PASSED:
        yield from map(finding_shown, one.findings[:_MOST])
        if len(one.findings) > _MOST:
            yield f"另有 {len(one.findings) - _MOST} 处没有列出"
    if rest := reason(one, group, counts, findings=False):
        yield rest
