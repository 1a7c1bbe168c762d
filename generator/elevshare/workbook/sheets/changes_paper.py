"""变更表: one paper that explains why yesterday's amounts are others today."""

from __future__ import annotations

from openpyxl.utils import get_column_letter

from elevshare.project import Topic
from elevshare.workbook.calc.changes import word_formulas
from elevshare.workbook.calc.versions import PRINTED, changes, figure, flats
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.bill import made_by, place_of

TITLE, ROLE = "变更表", "单据"
ABOUT = "费用分摊变更说明，张贴用，A4"
TOPIC = Topic.CHANGES

#: Column of a household's line → head, style and width.
_COLUMNS = {
    "n": ("序号", "单据-标签", 6),
    "room": ("房号", "单据-标签", 9),
    "owner": ("业主", "单据-说明", 13),
    "before": ("变更前", "单据-金额", 15),
    "after": ("变更后", "单据-金额", 15),
    "more": ("差额", "单据-金额", 14),
    "turn": ("增减", "单据-标签", 8),
    "signed": ("签字", "单据-文字", 12),
}
_RIGHT = len(_COLUMNS)
#: Rows of the heads of the changes and of the households.
_CHANGES = 6
_LIST = _CHANGES + PRINTED + 7
_TALL, _CHANGE, _SIGNED = 36.0, 44.0, 27.0
#: Characters of a name on one line, and the height of a line.
_A_LINE, _LETTER = 5, 13.5


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: the changes and what they come to first, then the households."""
    grid.widths(*(width for _, _, width in _COLUMNS.values()))
    words = word_formulas(plan)
    _head(grid, plan, words)
    _changes(grid, plan)
    _foot(grid, plan, words)
    _households(grid, plan)
    printed = len(plan.project.flats) or plan.flats
    last = f"{get_column_letter(_RIGHT)}{_LIST + 1 + printed}"
    grid.page(f"A1:{last}", title_rows=f"{_LIST}:{_LIST}")


def _head(grid: Grid, plan: Plan, words: list[str]) -> None:
    """Title, master check, where, and what is compared."""
    estate = plan.parameter("estate")
    grid.merge(1, 1, _RIGHT, "加装电梯费用分摊变更说明", "单据-题")
    grid.height(1, 30)
    grid.put(2, 1, f"={plan.master}", "单据-小字")
    grid.put(3, 1, f'="工程："&{estate}&" "&{place_of(plan)}&"　　"&{made_by(plan)}', "单据-小字")
    grid.merge(4, 1, _RIGHT, words[0], "单据-说明")
    grid.height(4, 24)
    grid.merge(5, 1, _RIGHT, "一、变更事项", "单据-节")


def _changes(grid: Grid, plan: Plan) -> None:
    """The changes between the two versions, the last ones."""
    block = changes(plan)
    _change(grid, _CHANGES, ["日期", "类型、房号", "变更前", "变更后", "原因"], "单据-标签")
    for index in range(PRINTED):
        at = block.at("at", index)
        keys = ("day", "what", "before", "after", "reason")
        cells = [f'=IF({at}=0,"",INDEX({block.all(key)},{at}))' for key in keys]
        _change(grid, _CHANGES + 1 + index, cells, "单据-说明")
        grid.height(_CHANGES + 1 + index, _CHANGE)


def _change(grid: Grid, row: int, cells: list[str], style: str) -> None:
    """One line of the changes."""
    grid.merge(row, 1, 2, cells[0], style)
    grid.row(row, 3, cells[1:4], style)
    grid.merge(row, 6, _RIGHT, cells[4], style)


def _foot(grid: Grid, plan: Plan, words: list[str]) -> None:
    """What the changes come to, on what the shares rest, and who signs."""
    row = _CHANGES + PRINTED + 1
    lines = (("说明", words[2]), ("结果", words[1]), ("分摊依据", f"={plan.basis}"))
    for line, (label, value) in enumerate(lines, row):
        grid.merge(line, 1, 2, label, "单据-标签")
        grid.merge(line, 3, _RIGHT, value, "单据-说明")
        grid.height(line, _TALL)
    signing = row + len(lines)
    for column, label in ((1, "经办"), (4, "复核"), (6, "盖章")):
        grid.put(signing, column, label, "单据-标签")
        last = {1: 3, 4: 5, 6: _RIGHT}[column]
        grid.merge(signing, column + 1, last, None, "单据-文字")
    grid.height(signing, _TALL)


def _households(grid: Grid, plan: Plan) -> None:
    """Heads, totals and a line a household; nothing below the last."""
    block, first = flats(plan), _LIST + 2
    grid.merge(_LIST - 1, 1, _RIGHT, "二、各户金额（元）", "单据-节")
    grid.row(_LIST, 1, [head for head, _, _ in _COLUMNS.values()], "单据-标签")
    _totals(grid, plan)
    for index in range(plan.flats):
        row, at = first + index, block.at("at", index)
        for column, (key, (_, style, _)) in enumerate(_COLUMNS.items(), 1):
            value = block.at("n", index) if key == "n" else _of(plan, key, at)
            shown = None if key == "signed" else f'=IF({at}=0,"",{value})'
            grid.put(row, column, shown, style)
        grid.height(row, _height(plan, index))
    last = f"{get_column_letter(_RIGHT)}{first + plan.flats - 1}"
    grid.blank(f"A{first}:{last}", f'$A{first}=""')


def _of(plan: Plan, key: str, at: str) -> str:
    """A household's value in a column."""
    return f"INDEX({flats(plan).all(key)},{at})" if key != "signed" else ""


def _height(plan: Plan, index: int) -> float:
    """Height of a household's line: a long name takes more than two lines."""
    known = plan.project.flats
    name = known[index].owner if index < len(known) else ""
    return max(_SIGNED, _LETTER * -(-len(name) // _A_LINE))


def _totals(grid: Grid, plan: Plan) -> None:
    """The line of totals, above the households so that it is never printed alone."""
    row, known = _LIST + 1, f"{figure(plan, 'known')}=1"
    before, after = figure(plan, "before"), figure(plan, "after")
    grid.merge(row, 1, 3, "合计", "单据-标签")
    grid.put(row, 4, f'=IF({known},{before}/100,"")', "单据-金额")
    grid.put(row, 5, f"={after}/100", "单据-金额")
    grid.put(row, 6, f'=IF({known},({after}-{before})/100,"")', "单据-金额")
    grid.row(row, 7, [None, None], "单据-标签")
    grid.height(row, _SIGNED)
