"""Where the printed pages of a sheet end: tables stay whole, and no heading stands alone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

#: A4 in points: the short and the long side. Margins in inches.
SHORT, LONG, MARGIN, BOTTOM = 595.3, 841.9, 0.4, 0.5
#: Points of a unit of a column's width: a figure of the default font, in whole pixels.
UNIT = 6.75
#: Programs measure columns a little differently, and rows hardly; these parts of a page are used.
_USED, _USED_DOWN = 0.95, 0.97
#: The smallest scale in percent at which texts of 10 points are still read.
SMALLEST = 70
#: A wider sheet is printed across, so that it is not smaller than its texts can be read.
WIDEST_UPRIGHT = 97
#: The widest sheet on one page across; a wider one goes on two, with its first columns on both.
WIDEST = 157
#: So many rows of a table stand below its heads at least, before a page ends.
_FEW = 3


@dataclass(frozen=True)
class Part:
    """A title or a table: its first row, the last row of its heads, its last row."""

    first: int
    heads: int
    last: int


def scale(width: float, landscape: bool) -> int:
    """The scale in percent at which columns of a width (in units) fill a page, at most 100."""
    side = LONG if landscape else SHORT
    return min(100, int(100 * _USED * (side - 2 * 72 * MARGIN) / (width * UNIT)))


def column_end(widths: Sequence[float], repeated: int) -> int:
    """The last column of the first of two pages, so that both are about as full; 0 for one page."""
    if sum(widths) <= WIDEST:
        return 0
    most = (sum(widths) + sum(widths[:repeated])) / 2
    fitting = (number for number in range(len(widths), 0, -1) if sum(widths[:number]) <= most + 6)
    return max(repeated + 1, next(fitting, 0))


def capacity(percent: float, landscape: bool) -> float:
    """How many points of rows a page takes at a scale."""
    side = SHORT if landscape else LONG
    return _USED_DOWN * (side - 72 * (MARGIN + BOTTOM)) * 100 / percent


def parts(titles: Sequence[int], heads: Sequence[int], last: int) -> list[Part]:
    """The parts of a sheet, from the rows of titles and of heads; heads may be on two rows."""
    starts = sorted({*titles, *(row for row in heads if not _belongs(row, titles, heads))} | {1})
    ends = [*(row - 1 for row in starts[1:]), last]
    return [
        Part(first, max([first, *(row for row in heads if first <= row <= end)]), end)
        for first, end in zip(starts, ends, strict=True)
    ]


def _belongs(row: int, titles: Sequence[int], heads: Sequence[int]) -> bool:
    """Whether heads stand below a title or other heads."""
    return any(above in titles or above in heads for above in (row - 1, row - 2))


def page_ends(
    found: Sequence[Part],
    height: Callable[[int], float],
    room: float,
    repeated: float = 0,
    forced: Collection[int] = (),
) -> list[int]:
    """The rows after which a new page begins.

    Args:
        found: the parts of the sheet, from the top down.
        height: the height of a row in points.
        room: what a page takes.
        repeated: the height of heads that are repeated on every page of a table.
        forced: rows after which a new page begins in any case.
    """
    ends: list[int] = []
    left = room
    # The blank row before the next part need not be on the page of a part.
    for part in found:
        rows = range(part.first, part.last + 1)
        whole = sum(map(height, rows if part is found[-1] else rows[:-1]))
        start = sum(map(height, rows[: part.heads - part.first + 1 + _FEW]))
        full = left < room and (whole if whole <= room else start) > left
        if part.first > 1 and (full or part.first - 1 in forced):
            ends.append(part.first - 1)
            left = room
        for row in rows:
            if height(row) > left:
                ends.append(row - 1)
                left = room - repeated
            left -= height(row)
    return ends
