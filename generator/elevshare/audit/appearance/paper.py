"""Whether a paper is still printed whole: its lines, its pages, its scale, how the sheet is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from elevshare.audit.layout import Pair
from elevshare.audit.moves import Moves
from elevshare.opened import OpenedBook, OpenedSheet
from elevshare.opened.areas import Area, address
from elevshare.opened.places import column_letters, place

_TRUE = ("1", "true")
#: Part of its width or height from which a line still shows what is on it; programs round both.
_NARROW, _LOW = 0.92, 0.85
#: Percent of the original's size below which a print can hardly be read.
_READABLE = 70
_STANDARD = 8.43


@dataclass(frozen=True, slots=True)
class Cut:
    """Something that keeps part of a paper from being seen: words, and where."""

    text: str
    area: str = ""


def cuts(pair: Pair, book: OpenedBook, original: OpenedBook, moves: Moves) -> Iterator[Cut]:
    """Yield what hides part of a paper on the screen or in print."""
    was, now = pair.original.opened, pair.now
    yield from _view(was, now)
    yield from _narrowed(pair, moves, print_areas(original, was))
    yield from _lowered(pair, moves)
    yield from _shrunk(was, now)
    if not moves:  # where lines have moved, that is told already
        yield from _pages(print_areas(original, was), print_areas(book, now), was, now)


def shown_oddly(now: OpenedSheet) -> Iterator[Cut]:
    """How a sheet is shown that no program of ours has ever shown so."""
    for about in _all(now, "sheetView"):
        if about.get("showFormulas") in _TRUE:
            yield Cut("改成了显示公式，看不到金额")
        if about.get("rightToLeft") in _TRUE:
            yield Cut("改成了从右到左")
        if about.get("showZeros", "1") not in _TRUE:
            yield Cut("改成了不显示零")
    if _one(now, "sheetFormatPr").get("zeroHeight") in _TRUE:
        yield Cut("没有写明高度的行都被隐藏")


def _view(was: OpenedSheet, now: OpenedSheet) -> Iterator[Cut]:
    """How the sheet is shown."""
    yield from shown_oddly(now)
    first = _one(now, "sheetView").get("topLeftCell", "A1")
    for about in _all(now, "pane"):
        frozen = about.get("state", "split").startswith("frozen")
        if frozen and place(first) != (1, 1):
            yield Cut(f"冻结了窗格，{first} 以上或左边的内容翻不到")
    if _all(now, "autoFilter") and not _all(was, "autoFilter"):
        yield Cut("加了筛选，会少印几行")


def _narrowed(pair: Pair, moves: Moves, printed: Sequence[Area]) -> Iterator[Cut]:
    """Columns that are printed, and too narrow for what is in them."""
    before, after = _widths(pair.original.opened), _widths(pair.now)
    columns = {column for _, column in pair.original.locked()}
    for column in sorted(
        columns & {one for area in printed for one in range(area.left, area.right + 1)}
    ):
        moved = moves.place(pair.original.title, (1, column))
        if moved is None:
            continue
        was, now = before(column), after(moved[1])
        if now < was * _NARROW and now < was - 1:
            letters = column_letters(moved[1])
            yield Cut(f"{letters} 列压窄了，数字会显示成 ####，或印不全", f"{letters}:{letters}")


def _lowered(pair: Pair, moves: Moves) -> Iterator[Cut]:
    """Rows that are too low for what is in them."""
    before, after = pair.original.opened.heights, pair.now.heights
    for row in sorted({row for row, _ in pair.original.locked()} & before.keys()):
        place = moves.place(pair.original.title, (row, 1))
        if (
            place
            and place[0] in after
            and after[place[0]] < before[row] * _LOW
            and not _hid(pair, place[0])
        ):
            yield Cut(f"第 {place[0]} 行压低了，字会被截掉", f"{place[0]}:{place[0]}")


def _hid(pair: Pair, row: int) -> bool:
    """Whether a row is told to be hidden already."""
    return any(row in span for span in pair.now.hidden_rows)


def _shrunk(was: OpenedSheet, now: OpenedSheet) -> Iterator[Cut]:
    """The scale of the print."""
    before, after = _scale(was), _scale(now)
    if (
        after is None
        and before is not None
        and _one(now, "pageSetup").get("fitToHeight", "1") != "0"
    ):
        yield Cut("改成了把整页缩到一张纸上，字会小得看不清")
    elif after is not None and before is not None and after < before * _READABLE / 100:
        yield Cut(f"打印缩小到 {after:g}%，看不清")
    elif after is not None and before is not None and after > before * 1.1:
        yield Cut(f"打印放大到 {after:g}%，会印到纸外")


def _scale(sheet: OpenedSheet) -> float | None:
    """The scale of a print in percent; ``None`` where it is fitted to pages."""
    if _one(sheet, "pageSetUpPr").get("fitToPage") in _TRUE:
        return None
    return float(_one(sheet, "pageSetup").get("scale", 100))


def print_areas(book: OpenedBook, sheet: OpenedSheet) -> list[Area]:
    """The areas of a sheet that are printed; none where that is not said."""
    number = book.sheets.index(sheet)
    text = book.local_names.get((number, "_xlnm.Print_Area"), "")
    found = []
    for one in _parted(text):
        try:
            found.append(address(one)[1])
        except ValueError:
            continue
    return found


def _parted(text: str) -> list[str]:
    """The addresses of a list, parted at commas outside of quotes."""
    parts, quoted = [""], False
    for mark in text:
        quoted ^= mark == "'"
        if mark == "," and not quoted:
            parts.append("")
        else:
            parts[-1] += mark
    return [one for one in parts if one]


def _pages(
    before: Sequence[Area], after: Sequence[Area], was: OpenedSheet, now: OpenedSheet
) -> Iterator[Cut]:
    """Print areas and page breaks that cut through what belongs together.

    To print some pages only is usual: an area may begin and end where a page did.
    """
    edges = {int(about.get("id", 0)) for about in _all(was, "rowBreaks")}
    if before and after:
        whole = before[0]
        starts, ends = {whole.top, *(row + 1 for row in edges)}, {whole.bottom, *edges}
        for one in after:
            narrow = one.left > whole.left or one.right < whole.right
            if (
                narrow
                or (one.top > whole.top and one.top not in starts)
                or (one.bottom < whole.bottom and one.bottom not in ends)
            ):
                yield Cut(f"打印区域改成 {one.text}，有的内容印不出来", one.text)
    for name, word in (("rowBreaks", "行"), ("colBreaks", "列")):
        ours = {about.get("id") for about in _all(was, name)}
        for about in _all(now, name):
            if about.get("man", "0") in _TRUE and about.get("id") not in ours:
                yield Cut(f"第 {about.get('id')} {word}后面加了分页，单据会被拆开")
                break


def _widths(sheet: OpenedSheet) -> Callable[[int], float]:
    """A function from a column to its width in characters."""
    found = [
        (int(about["min"]), int(about["max"]), float(about["width"]))
        for about in _all(sheet, "col")
        if "width" in about
    ]
    usual = float(_one(sheet, "sheetFormatPr").get("defaultColWidth", _STANDARD))

    def width(column: int) -> float:
        return next((wide for first, last, wide in found if first <= column <= last), usual)

    return width


def _all(sheet: OpenedSheet, name: str) -> list[dict[str, str]]:
    """The attributes of all elements of a name."""
    return [about for word, about in sheet.settings if word == name]


def _one(sheet: OpenedSheet, name: str) -> dict[str, str]:
    """The attributes of the first element of a name; none where there is none."""
    return next(iter(_all(sheet, name)), {})
