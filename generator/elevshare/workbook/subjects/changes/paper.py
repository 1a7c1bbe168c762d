"""变更表: a paper that explains why the amounts have changed."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, made_by
from elevshare.workbook.papers.roll import RollColumn, area, write_roll
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.changes.versions import PRINTED, changes, figure, flats
from elevshare.workbook.subjects.changes.words import word_formulas

TITLE, ROLE = "变更表", "单据"
ABOUT = "费用分摊变更说明，张贴用，A4"

_RIGHT = 8
#: Rows of the heads of the changes and of the title of the households.
_CHANGES = 6
_ROLL = _CHANGES + PRINTED + 5
_TALL, _CHANGE = 34.0, 44.0


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: the changes with their effect first, then the households."""
    columns, words = _columns(plan), word_formulas(plan)
    grid.widths(*(column.width for column in columns.values()))
    _head(grid, plan, words)
    _changes(grid, plan)
    _foot(grid, plan, words)
    write_roll(grid, _ROLL, "二、各户应分摊金额（元）", flats(plan), columns)
    printed = len(plan.project.flats) or plan.flats
    grid.page(area(_ROLL, _RIGHT, printed), title_rows=f"{_ROLL + 1}:{_ROLL + 1}")


def _columns(plan: Plan) -> dict[str, RollColumn]:
    """Key → column, of the list of households."""
    known = f"{figure(plan, 'known')}=1"
    before, after = figure(plan, "before"), figure(plan, "after")
    return {
        "n": RollColumn("序号", "号", 6),
        "room": RollColumn("房号", "文", 10, "合计"),
        "owner": RollColumn("业主", "左", 14, f'=SUM({plan.shares.all("valid")})&" 户"'),
        "before": RollColumn("变更前", "额", 15, f'=IF({known},{before}/100,"")'),
        "after": RollColumn("变更后", "额", 15, f"={after}/100"),
        "more": RollColumn("差额", "额", 14, f'=IF({known},({after}-{before})/100,"")'),
        "turn": RollColumn("增减", "文", 8),
        "signed": RollColumn("签字", "文", 14),
    }


def _head(grid: Grid, plan: Plan, words: Sequence[str]) -> None:
    """Write title, master check, place, and the two versions compared."""
    grid.merge(1, 1, _RIGHT, "加装电梯费用分摊变更说明", "单据-题")
    grid.height(1, 30)
    grid.merge(2, 1, _RIGHT, f"={plan.mark}", "单据-草案")
    grid.put(3, 1, f'="工程："&{address_of(plan)}&"　　"&{made_by(plan)}', "单据-小字")
    grid.merge(4, 1, _RIGHT, words[0], "单据-说明")
    grid.height(4, 24)
    grid.merge(5, 1, _RIGHT, "一、变更事项", "单据-表节")


def _changes(grid: Grid, plan: Plan) -> None:
    """Write the last changes between the two versions."""
    block, keys = changes(plan), ("day", "what", "before", "after", "reason")
    _change(grid, _CHANGES, ["日期", "类型、房号", "变更前", "变更后", "原因"], "单据-表头")
    for index in range(PRINTED):
        at, row = block.at("at", index), _CHANGES + 1 + index
        cells = [f'=IF({at}=0,"",INDEX({block.all(key)},{at}))' for key in keys]
        _change(grid, row, cells, "单据-说明")
        grid.height(row, _CHANGE)


def _change(grid: Grid, row: int, cells: Sequence[str], style: str) -> None:
    """Write one line of the changes."""
    grid.merge(row, 1, 2, cells[0], style)
    grid.row(row, 3, cells[1:4], style)
    grid.merge(row, 6, _RIGHT, cells[4], style)


def _foot(grid: Grid, plan: Plan, words: Sequence[str]) -> None:
    """Write the effect of the changes, the basis of the shares, and the signatures."""
    row = _CHANGES + PRINTED + 1
    lines = (("说明", words[2]), ("结果", words[1]), ("分摊依据", f"={plan.basis}"))
    for line, (label, value) in enumerate(lines, row):
        grid.merge(line, 1, 2, label, "单据-表文")
        grid.merge(line, 3, _RIGHT, value, "单据-说明")
        grid.height(line, _TALL)
    signing = row + len(lines)
    for first, last, label in ((1, 3, "经办"), (4, 5, "复核"), (6, _RIGHT, "盖章")):
        grid.put(signing, first, label, "单据-表文")
        grid.merge(signing, first + 1, last, None, "单据-表文")
    grid.height(signing, _TALL)
