"""Compare how the empty cells of a paper look: their colour, their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from elevshare.audit.appearance.cells import Compared, findings
from elevshare.audit.appearance.seen import empty_differs
from elevshare.audit.finding import Finding
from elevshare.opened import OpenedSheet
from elevshare.opened.areas import Area, area
from elevshare.opened.places import Place

#: Most cells of a print area that are looked at; a larger one is one of nobody's papers.
_MOST = 200_000


def empty_cells_changed(sheet: Compared, printed: Area) -> Iterator[Finding]:
    """Report empty cells of a paper's print area with another colour or other lines."""
    if sheet.moves or printed.size > _MOST:
        return
    pair, covered = sheet.pair, _covered(sheet.pair.now)
    before, now = pair.original.styles, _style_beyond(pair.now)
    known: dict[tuple[int, int], tuple[str, bool]] = {}
    found: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in printed.places:
        cell = pair.cells.get(place)
        if cell is not None and cell.value not in (None, ""):
            continue
        key = before.get(place, 0), cell.style if cell else now(place)
        if key not in known:
            was, is_now = sheet.mine.of(key[0]), sheet.theirs.of(key[1])
            known[key] = empty_differs(was, is_now), was.lines != is_now.lines
        words, lined = known[key]
        if words and place not in covered:
            found["look-changed", words].append(place)
        elif lined:
            sheet.slight.add("格子的边框", place)
    yield from findings(sheet, found)


def _covered(sheet: OpenedSheet) -> set[Place]:
    """The cells of which nothing is seen but lines: another one, merged with them, is in front.

    openpyxl writes them without a look.
    """
    found: set[Place] = set()
    for text in sheet.merges:
        one = area(text)
        if one.size <= _MOST:
            found.update(place for place in one.places if place != one.first)
    return found


def _style_beyond(sheet: OpenedSheet) -> Callable[[Place], int]:
    """A function from a cell that is not stored to its style: its row's, or its column's."""
    columns = [
        (int(about["min"]), int(about["max"]), int(about["style"]))
        for word, about in sheet.settings
        if word == "col" and "style" in about
    ]

    def style(place: Place) -> int:
        row, column = place
        of_column = next((s for first, last, s in columns if first <= column <= last), 0)
        return sheet.row_styles.get(row, of_column)

    return style
