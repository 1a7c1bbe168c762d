"""Whether the rows and columns of a paper still have room for what is in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from elevshare.audit.appearance.cells import Compared
from elevshare.audit.appearance.page_setup import Cut, every, first
from elevshare.audit.appearance.slight import font_of
from elevshare.audit.layout import Pair
from elevshare.opened import OpenedSheet
from elevshare.opened.areas import Area
from elevshare.opened.places import column_letters

#: Part of its width or height from which a line still shows what is on it; programs round both.
_NARROW, _LOW = 0.92, 0.85
#: The same for rows of the usual height: LibreOffice fits these to what is in them.
_LOWER = 0.65
#: Part by which a width or height differs by rounding.
_ROUNDED = 0.04
_STANDARD, _LINE = 8.43, 15.0
#: Size (points) of the usual font where none is stated; part of it from which columns are far too narrow.
_USUAL_SIZE, _SMALLER = 11, 0.8
_TRUE = ("1", "true")


def lines_changed(sheet: Compared, printed: Sequence[Area]) -> Iterator[Cut]:
    """Yield columns too narrow and rows too low for what is in them; note others that differ."""
    yield from _columns(sheet, printed)
    yield from _rows(sheet, printed)


def _columns(sheet: Compared, printed: Sequence[Area]) -> Iterator[Cut]:
    """Columns that are printed, and narrower now."""
    pair, moves = sheet.pair, sheet.moves
    before, after = _widths(pair.original.opened), _widths(pair.now)
    measure = _measure(sheet)
    filled = {column for _, column in pair.original.locked()}
    for column in sorted({one for area in printed for one in range(area.left, area.right + 1)}):
        moved = moves.place(pair.original.title, (1, column))
        if moved is None:
            continue
        was, now = before(column), after(moved[1]) * measure
        letters = column_letters(moved[1])
        if column in filled and now < was * _NARROW and now < was - 1:
            yield Cut(f"{letters} 列压窄了，数字会显示成 ####，或印不全", f"{letters}:{letters}")
        elif abs(now - was) > was * _ROUNDED:
            sheet.slight.add(f"{letters} 列的宽度")


def _measure(sheet: Compared) -> float:
    """By how much columns are narrower at the same number: it counts digits of the usual font.

    Gnumeric puts a font of its own there, a little smaller: that is noted. Headers are in it too.
    """
    was, now = sheet.mine.usual, sheet.theirs.usual
    before, after = was.size or _USUAL_SIZE, now.size or _USUAL_SIZE
    if font_of(was) != font_of(now):
        sheet.slight.add("默认的字体")
    return after / before if after < before * _SMALLER else 1.0


def _rows(sheet: Compared, printed: Sequence[Area]) -> Iterator[Cut]:
    """Rows that are lower now."""
    pair, moves = sheet.pair, sheet.moves
    filled = {row for row, _ in pair.original.locked()}
    before, after = _heights(pair.original.opened), _heights(pair.now)
    for row in sorted({one for area in printed for one in range(area.top, area.bottom + 1)}):
        moved = moves.place(pair.original.title, (row, 1))
        if moved is None or _hid(pair, moved[0]):
            continue
        (was, was_fixed), (now, now_fixed) = before(row), after(moved[0])
        low = _LOW if row in pair.original.opened.heights else _LOWER
        if row in filled and now < was * low:
            yield Cut(f"第 {moved[0]} 行压低了，字会被截掉", f"{moved[0]}:{moved[0]}")
        elif abs(now - was) > was * _ROUNDED:
            sheet.slight.add("行高", (moved[0], 1))
        elif was_fixed and not now_fixed:
            sheet.slight.add("行高改成随内容变", (moved[0], 1))


def _hid(pair: Pair, row: int) -> bool:
    """Whether a row is reported as hidden already."""
    return any(row in span for span in pair.now.hidden_rows)


def _widths(sheet: OpenedSheet) -> Callable[[int], float]:
    """A function from a column to its width in characters."""
    found = [
        (int(about["min"]), int(about["max"]), float(about["width"]))
        for about in every(sheet, "col")
        if "width" in about
    ]
    about = first(sheet, "sheetFormatPr")
    usual = float(about.get("defaultColWidth", _STANDARD))

    def width(column: int) -> float:
        return next((wide for start, end, wide in found if start <= column <= end), usual)

    return width


def _heights(sheet: OpenedSheet) -> Callable[[int], tuple[float, bool]]:
    """A function from a row to its height in points, and whether it does not follow its content."""
    about = first(sheet, "sheetFormatPr")
    usual = float(about.get("defaultRowHeight", _LINE)), False

    def height(row: int) -> tuple[float, bool]:
        stated = sheet.heights.get(row)
        return usual if stated is None else (stated, row in sheet.fixed_rows)

    return height
