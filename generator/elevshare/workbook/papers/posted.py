"""A list on a paper for the notice board: lines without holes, on as many pages as they fill.

Nothing in a book can move a print area or a page break. So a list has all lines of the book, page
by page; only lines that are used show anything, and a further page has its heads only if it has
such a line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import Value

#: Heights in points of what stands above the lines of a further page: a note, and the heads.
AGAIN, HEADS = 20.0, 17.0
#: The widths of what stands beside the paper: a gap, and the note on what is not printed.
_GAP, _NOTE = 3.0, 60.0
IDLE = "本页没有住户，不用打印"
#: The mark of a draft on the first page, which every further page repeats.
_MARK = "$A$2"


@dataclass(frozen=True, slots=True)
class Pages:
    """How many lines are on the first page and on each further one, in all, and in use as made."""

    first: int
    more: int
    lines: int
    there: int

    @property
    def starts(self) -> list[int]:
        """The first line (from 0) of every page after the first.

        >>> Pages(15, 46, 40, 15).starts, Pages(15, 46, 15, 15).starts
        ([15], [])
        """
        return list(range(self.first, self.lines, self.more))

    def holding(self, lines: int) -> int:
        """How many pages some lines take."""
        return 1 + -(-max(0, lines - self.first) // self.more)

    @property
    def printed(self) -> int:
        """How many pages are in the print area as made: at most one more than are in use.

        >>> Pages(15, 46, 240, 15).printed, Pages(15, 46, 61, 61).printed
        (2, 2)
        """
        return min(self.holding(self.lines), self.holding(self.there) + 1)

    def needed(self, used: Callable[[int], str], before: int = 0) -> str:
        """The formula of the number of pages in use, with those ``before`` the list.

        ``used`` gives for a line the condition that it is in use.

        >>> Pages(15, 46, 70, 15).needed(lambda line: f"A{line}>0")
        '(1+(A15>0)+(A61>0))'
        """
        return f"({'+'.join([str(1 + before), *(f'({used(start)})' for start in self.starts)])})"


def room(
    page: float, above: float, line: float, lines: int, there: int, heads: float = HEADS
) -> Pages:
    """The pages of a list, from heights in points: of a page, what stands above it, and a line."""
    first, more = (page - above) // line, (page - AGAIN - heads) // line
    return Pages(min(lines, int(first)), int(more), lines, there)


@dataclass(frozen=True)
class PostedList:
    """A list on a paper.

    Attributes:
        name: what the paper is called, for the note beside it.
        styles: the style of each column.
        cells: line (from 0) → its cells, formulas that are blank while it is not in use.
        heads: the same for the heads of a page that begins with a line.
        used: the same for the condition under which the line, or one after it, is in use.
        pages: how it falls into pages; ``height`` is that of a line in points.
        needed: the formula of the number of pages in use.
        frames: first and last column that are framed together, and the column whose text says so.
        head_style: the style of the heads of a further page; ``head_height`` in points.
    """

    name: str
    styles: Sequence[str]
    cells: Callable[[int], Sequence[Value]]
    heads: Callable[[int], Sequence[Value]]
    used: Callable[[int], str]
    pages: Pages
    height: float
    needed: str
    frames: Sequence[tuple[int, int, int]] = ()
    head_style: str = "单据-行头"
    head_height: float = HEADS

    @property
    def right(self) -> int:
        """The last column."""
        return len(self.styles)


def write_posted(
    grid: Grid, row: int, posted: PostedList, breaks: Sequence[int] = (), **page: bool | int
) -> None:
    """Write a list from ``row`` on, its further pages, and what is printed of it.

    ``breaks`` are the rows above it after which a page ends; ``page`` is how the sheet is printed,
    see ``Grid.page``.
    """
    starts = [0, *posted.pages.starts]
    ends = [*starts[1:], posted.pages.lines]
    before, breaks, lasts = len(breaks), [*breaks], []
    for start, end in zip(starts, ends, strict=True):
        if start:
            breaks.append(row - 1)
            row = _again(grid, posted, row, start)
        row = _lines(grid, posted, row, range(start, end))
        lasts.append(row - 1)
    printed = posted.pages.printed
    set_page(grid, f"A1:{get_column_letter(posted.right)}{lasts[printed - 1]}", breaks, **page)
    if printed < len(lasts):
        _beside(grid, posted, printed, lasts, before)


def _lines(grid: Grid, posted: PostedList, first: int, lines: range) -> int:
    """Write some lines; give the next row."""
    for row, line in enumerate(lines, first):
        for column, (value, style) in enumerate(
            zip(posted.cells(line), posted.styles, strict=True), 1
        ):
            grid.put(row, column, value, style)
        grid.height(row, posted.height)
    last = first + len(lines) - 1
    for left, right, filled in posted.frames or ((1, posted.right, 1),):
        area = f"{get_column_letter(left)}{first}:{get_column_letter(right)}{last}"
        grid.listed(area, f'$A{first}="{FIRST_HEAD}"', f'${get_column_letter(filled)}{first}<>""')
    return last + 1


def _again(grid: Grid, posted: PostedList, row: int, start: int) -> int:
    """Write what stands above the lines of a further page; give the next row."""
    half, used = posted.right // 2, posted.used(start)
    grid.merge(row, 1, half, f'=IF({used},"（接上页）","{IDLE}")', "单据-行左")
    grid.merge(row, half + 1, posted.right, f'=IF({used},{_MARK},"")', "单据-草案")
    grid.height(row, AGAIN)
    for column, value in enumerate(posted.heads(start), 1):
        grid.put(row + 1, column, value, posted.head_style)
    grid.height(row + 1, posted.head_height)
    grid.frame(f"A{row + 1}:{get_column_letter(posted.right)}{row + 1}", f'$A{row + 1}<>""')
    return row + 2


#: The head of the first column of every list.
FIRST_HEAD = "序号"


def set_page(grid: Grid, area: str, breaks: list[int], **page: bool | int) -> None:
    """Set the print area, page breaks and page numbers of a paper that is posted."""
    grid.breaks(breaks)
    grid.page(area, fit=False, numbered=False, **page)  # type: ignore[arg-type]
    grid.sheet.oddFooter.center.text = "第 &P 页"  # type: ignore[union-attr]
    # Printed with the sheets before it, the paper still begins with page 1.
    grid.sheet.page_setup.firstPageNumber, grid.sheet.page_setup.useFirstPageNumber = 1, True


def _beside(grid: Grid, posted: PostedList, printed: int, lasts: list[int], before: int) -> None:
    """Write beside the paper which of its pages are not in the print area although in use.

    ``before`` pages stand above the list.
    """
    column = posted.right + 2
    for number, width in ((column - 1, _GAP), (column, _NOTE)):
        grid.sheet.column_dimensions[get_column_letter(number)].width = width
    right = get_column_letter(posted.right)
    left, printed = lasts[printed:], printed + before
    ends = "、".join(f"{n} 页到第 {row} 行" for n, row in enumerate(left, printed + 1))
    words = (
        f'=IF({posted.needed}>{printed},"← {posted.name}共 "&{posted.needed}&" 页，打印区域只到第 {printed} 页：'
        f'请把打印区域改到 {right} 列（第 {ends}），或用 make --from 重做","")'
    )
    for row in (1, 2):
        grid.put(row, column, words if row == 1 else None, "注")
    letter = get_column_letter(column)
    grid.redden(f"${letter}$1", f'LEFT(${letter}$1,1)="←"')
