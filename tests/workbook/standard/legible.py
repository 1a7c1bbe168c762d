"""Points about printed inputs and calculations: large enough, whole tables, a way back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standard.finding import Finding, of
from standard.formulas import column
from standard.model import Book
from standard.parts import Sheet

#: Points of a unit of a column's width; the sides of A4; the smallest print of what is read at a
#: table, and of what hangs on a board.
_UNIT, _SIDES, _READ, _POSTED = 6.75, (595.3, 841.9), 7.0, 10.0
#: The papers that hang on a board, and the beginning of the styles of their tables.
_BOARD = ("公示", "变更表", "决算表")


def large(book: Book) -> Iterator[Finding]:
    """23: nothing is printed smaller than 7 points, and the columns fill no more than a page."""
    for sheet in book.sheets.values():
        if not sheet.print_area:
            continue
        percent, room = _scale(sheet), _room(sheet)
        if _width(sheet) * percent > room:
            yield of(sheet, f"{_width(sheet):.0f} points at {percent:.0%} on {room:.0f}")
        least = min((cell.style.size for cell in _printed(sheet)), default=_READ)
        if sheet.role != "单据" and least * percent < _READ - 0.01:
            yield of(sheet, f"printed in {least * percent:.1f} points: {_width(sheet) / _UNIT:.0f}")


def _printed(sheet: Sheet) -> Iterator:  # type: ignore[type-arg]
    """The printed cells that have something to say."""
    right, bottom = sheet.printed
    return (cell for cell in sheet.cells.values()
            if cell.value not in (None, "") and cell.column <= right and cell.row <= bottom)  # fmt: skip


def _width(sheet: Sheet) -> float:
    """The width in points of the printed columns, on the wider of two pages."""
    widths = [sheet.widths.get(number, 8.43) for number in range(1, sheet.printed[0] + 1)]
    found = re.search(r"<colBreaks.*?</colBreaks>", sheet.tail, re.S)
    if not found:
        return sum(widths) * _UNIT
    end = int(re.search(r'id="(\d+)"', found[0])[1])
    again = re.search(r"\$A:\$([A-Z]+)", sheet.print_titles)
    repeated = sum(widths[: column(again[1])]) if again else 0
    return max(sum(widths[:end]), repeated + sum(widths[end:])) * _UNIT


def _across(sheet: Sheet) -> bool:
    """Whether the sheet is printed in landscape."""
    return 'orientation="landscape"' in sheet.tail


def _room(sheet: Sheet) -> float:
    """The width in points between the margins."""
    left, right = (float(re.search(rf'<pageMargins[^>]* {side}="([\d.]+)"', sheet.tail)[1])
                   for side in ("left", "right"))  # fmt: skip
    return _SIDES[_across(sheet)] - 72 * (left + right)


def _scale(sheet: Sheet) -> float:
    """The scale of the print: stated, or such that the columns fit."""
    if 'fitToPage="1"' in sheet.head:
        return min(1.0, _room(sheet) / _width(sheet))
    stated = re.search(r'<pageSetup[^>]* scale="(\d+)"', sheet.tail)
    return int(stated[1]) / 100 if stated else 1.0


def way_back(book: Book) -> Iterator[Finding]:
    """24: every other sheet has a link to the first, in its first row."""
    first, *others = book.sheets.values()
    for sheet in others:
        found = re.findall(rf'<hyperlink ref="[A-Z]+1" location="{first.title}!A1"', sheet.tail)
        if len(found) != 1:
            yield of(sheet, f"{len(found)} links back to {first.title}")
