"""The layout of the notices of all families: lists, sentences, households by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.notice import pages
from elevshare.workbook.subjects.notice.lines import Lines
from elevshare.workbook.subjects.notice.pages import Pages


@dataclass(frozen=True)
class NoticePaper:
    """One notice: columns and totals of its households, its sentences, its pages.

    ``columns`` are key → (head, style); ``totals`` key → formula, for the line below the heads.
    """

    lines: Lines
    pages: Pages
    columns: Mapping[str, tuple[str, str]]
    totals: Mapping[str, str]

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


def write_list(
    grid: Grid, block: Block, row: int, columns: Mapping[str, tuple[tuple[int, int], str]]
) -> None:
    """Write a list, one line for each row of ``block``; only filled lines have a frame."""
    for line, index in enumerate(range(block.count), row):
        for key, (at, style) in columns.items():
            wide(grid, line, at, f"={block.at(key, index)}", style)
    edges = [at for at, _ in columns.values()]
    left, right = (get_column_letter(end) for end in (edges[0][0], edges[-1][1]))
    grid.frame(f"{left}{row}:{right}{row + block.count - 1}", f'${left}{row}<>""')


def write_sentences(
    grid: Grid, row: int, right: int, sentences: Mapping[str, str], points: Sequence[float]
) -> int:
    """Write sentences (label → address) over the whole width; give the next row."""
    for line, (label, address) in enumerate(sentences.items(), row):
        grid.put(line, 1, label, "单据-表文")
        grid.merge(line, 2, right, f"={address}", "单据-说明")
    return heights(grid, row, points)


def write_households(grid: Grid, plan: Accounts, notice: NoticePaper, row: int, begin: int) -> None:
    """Write the households from their title on, the signatures, and the further pages.

    If the households do not fit on the first page, the second begins with row ``begin``.
    """
    titles, layout = f"{row}:{row + 1}", notice.pages
    breaks = [begin - 1] * layout.before
    row = _households(grid, notice, range(layout.first), _totals(grid, notice, row))
    row = _foot(grid, plan, notice, row)
    last, there = row - 1, len(plan.project.flats) or plan.flats
    for start in layout.starts(plan.flats):
        breaks.append(row - 1)
        seats = range(start, min(plan.flats, start + layout.more))
        row = _households(grid, notice, seats, _again(grid, notice, row, start))
        last = row - 1 if start < there else last
    _set_page(grid, f"A1:{get_column_letter(notice.right)}{last}", titles, breaks)


def _set_page(grid: Grid, area: str, titles: str, breaks: list[int]) -> None:
    """Set the print area and the page breaks."""
    grid.breaks(breaks)
    grid.page(area, fit=False, numbered=False, title_rows=titles)
    # How many pages there are depends on the households; the title of their table tells.
    grid.sheet.oddFooter.center.text = "第 &P 页"  # type: ignore[union-attr]
    # Printed with the sheets before it, the notice still begins with page 1.
    grid.sheet.page_setup.firstPageNumber, grid.sheet.page_setup.useFirstPageNumber = 1, True


def _totals(grid: Grid, notice: NoticePaper, row: int) -> int:
    """Write title and heads, which repeat on every page, and totals; give the next row."""
    grid.merge(row, 1, notice.right, f"={notice.lines.sentences.bar}", "单据-表节")
    grid.row(row + 1, 1, [head for head, _ in notice.columns.values()], "单据-表头")
    for column, (key, (_, style)) in enumerate(notice.columns.items(), 1):
        grid.put(row + 2, column, notice.totals.get(key), style)
    return heights(grid, row, (*pages.TITLES, pages.TOTAL))


def _households(grid: Grid, notice: NoticePaper, seats: Sequence[int], row: int) -> int:
    """Write the households of some lines; give the next row."""
    block, first = notice.lines.households, row
    for row, seat in enumerate(seats, first):
        for column, (key, (_, style)) in enumerate(notice.columns.items(), 1):
            number = f'=IF({block.at("row", seat)}=0,"",{block.at("n", seat)})'
            value = number if key == "n" else f"={block.at(key, seat)}"
            grid.put(row, column, value, style.replace("表", "行"))
        grid.height(row, pages.LINE)
    grid.frame(f"A{first}:{get_column_letter(notice.right)}{row}", f'$A{first}<>""')
    return row + 1


def _again(grid: Grid, notice: NoticePaper, row: int, start: int) -> int:
    """Write the first line of a further page; give the next row."""
    people = notice.lines.counts["count"]
    words = f'=IF({people}>{start},"（接上页）","本页没有住户，不用打印")'
    grid.merge(row, 1, notice.right, words, "单据-小字")
    grid.height(row, pages.AGAIN)
    return row + 1


def _foot(grid: Grid, plan: Accounts, notice: NoticePaper, row: int) -> int:
    """Write period, objections, signatures and seal; give the next row."""
    day, right = plan.number("made_on"), notice.right
    sentences = {"公示期": notice.lines.sentences.period, "异议": notice.lines.sentences.objection}
    write_sentences(grid, row, right, sentences, ())
    for line, words in enumerate((("经办", "复核"), ("公示单位（盖章）", "张贴日期")), row + 2):
        for left, word in zip((1, 6), words, strict=True):
            grid.merge(line, left, left + 1, word, "单据-表文")
        wide(grid, line, (3, 5), None)
        wide(grid, line, (8, right), None)
    made = f'IF({day}=0,"","编制日期 "&TEXT({day},"yyyy-mm-dd")&"　")'
    grid.merge(row + 4, 1, right, f'={made}&"{plan.version}"', "单据-小字")
    return heights(grid, row, pages.FOOT)
