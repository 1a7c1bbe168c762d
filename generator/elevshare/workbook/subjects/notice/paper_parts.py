"""The layout of the notices of all families: sentences, signatures, the list by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import sealed_after
from elevshare.workbook.papers.posted import FIRST_HEAD, HEADS, PostedList, write_posted
from elevshare.workbook.places import Block
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.notice import pages
from elevshare.workbook.subjects.notice.lines import PANEL, TOTALS, Lines

#: Line of the panel (from 0) → a formula without ``=``.
PanelCell = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class NoticeColumn:
    """One column of the list, whose lines are of the panel (items, storeys) or of households.

    Attributes:
        style: the end of the name of its style.
        head: its head above the households; a formula without ``=`` if it has a quotation mark.
        key: its column of the households: on 公示计算, else of the shares; empty for the number.
        total: the formula of its total, without ``=``.
        panel_head: its head above the panel, as ``head``.
        panel: line of the panel (from 0) → what it shows there, a formula without ``=``.
    """

    style: str
    head: str
    key: str = ""
    total: str = '""'
    panel_head: str = ""
    panel: PanelCell = lambda line: '""'


@dataclass(frozen=True)
class NoticePaper:
    """One notice: the columns of its list, and the groups that are framed together.

    ``frames`` are the first and last column of each group, and the one whose text tells of it;
    ``note`` is a formula of what is added to the date, without ``=``.
    """

    plan: Accounts
    lines: Lines
    columns: Sequence[NoticeColumn]
    frames: Sequence[tuple[int, int, int]]
    height: float = pages.LINE
    note: str = '""'

    @property
    def right(self) -> int:
        """The last column."""
        return len(self.columns)


def wide(
    grid: Grid, row: int, columns: tuple[int, int], value: Value, style: str = "单据-表文"
) -> None:
    """Write a value over the columns from the first to the last of ``columns``."""
    grid.merge(row, *columns, value, style) if columns[0] < columns[1] else grid.put(
        row, columns[0], value, style
    )


def heights(grid: Grid, row: int, points: Sequence[float]) -> int:
    """Set the heights of rows from ``row`` on (points); give the next row."""
    for line, height in enumerate(points, row):
        grid.height(line, height)
    return row + len(points)


def write_sentences(
    grid: Grid, row: int, right: int, sentences: Mapping[str, str], points: Sequence[float]
) -> int:
    """Write sentences (label → address) over the whole width; give the next row."""
    for line, (label, address) in enumerate(sentences.items(), row):
        grid.put(line, 1, label, "单据-表文")
        grid.merge(line, 2, right, f"={address}", "单据-说明")
    return heights(grid, row, points)


def write_foot(grid: Grid, notice: NoticePaper, row: int) -> int:
    """Write period, objections, signatures, seal and date; give the next row."""
    day, right = notice.plan.number("made_on"), notice.right
    words = notice.lines.sentences
    write_sentences(grid, row, right, {"公示期": words.period, "异议": words.objection}, ())
    middle = (right + 1) // 2
    for line, pair in enumerate((("经办", "复核"), ("公示单位（盖章）", "张贴日期")), row + 2):
        for left, last, word in ((1, middle, pair[0]), (middle + 1, right, pair[1])):
            split = left + (1 if left == 1 else 0)
            wide(grid, line, (left, split), word)
            wide(grid, line, (split + 1, last), None)
    made = f'IF({day}=0,"","编制日期 "&TEXT({day},"yyyy-mm-dd")&"　")'
    grid.merge(row + 4, 1, right, f"={made}&{notice.note}{sealed_after(notice.plan)}", "单据-表注")
    return heights(grid, row, pages.FOOT)


def write_list(grid: Grid, notice: NoticePaper, row: int) -> None:
    """Write the heads of the panel, the list, and its further pages."""
    panel = [_head(column.panel_head) for column in notice.columns]
    grid.row(
        row,
        1,
        [f"={one}" if '"' in one[1:-1] else one.strip('"') or None for one in panel],
        "单据-表头",
    )
    grid.height(row, HEADS)
    lines = notice.lines
    write_posted(grid, row + 1, PostedList(
        "公示",
        [f"单据-行{column.style}" for column in notice.columns],
        lambda line: [_cell(notice, column, line) for column in notice.columns],
        lambda line: [_top(lines, column, line) for column in notice.columns],
        lambda line: f"{lines.kind(line)}>0",
        lines.pages, notice.height, lines.counts.pages, notice.frames,
    ))  # fmt: skip


def _head(head: str) -> str:
    """A head as a part of a formula."""
    return head if '"' in head else f'"{head}"'


def _cell(notice: NoticePaper, column: NoticeColumn, line: int) -> str:
    """A cell of the list, by what its line shows."""
    kind, panel = notice.lines.kind(line), column.panel(line)
    household = f"{kind}-{TOTALS}"
    value = _of_household(notice, column.key, household) if column.key else household
    head = _head(column.head)
    return f'=IF({kind}>{TOTALS},{value},CHOOSE({kind}+1,"",{panel},{head},{column.total}))'


def _of_household(notice: NoticePaper, key: str, number: str) -> str:
    """A value of the household with this number on the notice (a formula)."""
    listed = notice.lines.households
    if key in listed.columns:
        return f"INDEX({listed.all(key)},{number})"
    return f"INDEX({notice.plan.shares.all(key)},INDEX({listed.all('row')},{number}))"


def _top(lines: Lines, column: NoticeColumn, line: int) -> str:
    """A head above the lines of a further page, by what its first line shows."""
    kind = lines.kind(line)
    panel, head = _head(column.panel_head), _head(column.head)
    return f'=IF({kind}={PANEL},{panel},IF({kind}>={TOTALS},{head},""))'


def listed(table: Block, key: str) -> PanelCell:
    """What a table of the panel has in a column."""
    return lambda line: table.at(key, line) if line < table.count else '""'


def found(table: Block, source: Block, key: str) -> PanelCell:
    """What the source of a table of the panel has in a column, for the row on a line."""

    def cell(line: int) -> str:
        if line >= table.count:
            return '""'
        row = table.at("row", line)
        return f'IF({row}=0,"",INDEX({source.all(key)},{row}))'

    return cell


def numbers(table: Block | None = None) -> NoticeColumn:
    """The column that numbers the lines: households, and those of a table of the panel."""

    def cell(line: int) -> str:
        if table is None or line >= table.count:
            return '""'
        return f'IF({table.at("row", line)}=0,"",{line + 1})'

    return NoticeColumn("号", FIRST_HEAD, panel_head=FIRST_HEAD, panel=cell)
