"""Points about what is read on the screen: units, and columns and rows that are large enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from standard.finding import Finding, at, head_of
from standard.model import Book, Cell, Sheet

#: Kind of a style → what must be said beside such a number, if its pattern does not say it.
UNITS = {
    "money": "元",
    "金额": "元",
    "额": "元",
    "合计": "元",
    "area": "㎡",
    "面积": "㎡",
    "积": "㎡",
}


def units(book: Book) -> Iterator[Finding]:
    """10: an amount and an area say their unit: in the cell, its head or label, or on its paper.

    On a paper all amounts are in the unit of the one that is told as ¥.
    """
    for sheet in book.sheets.values():
        paper = sheet.role == "单据" and any(
            "¥" in one.style.pattern for one in sheet.cells.values()
        )
        for cell in sheet.cells.values():
            unit = UNITS.get(re.split("[-表行层]", cell.style.name)[-1])
            told = unit is None or sheet.role == "说明" or (paper and unit == "元")
            if told or cell.value is None:
                continue
            if not any(unit in said for said in (head_of(sheet, cell), *_notes(sheet, cell))):
                yield at(sheet, cell, f"without {unit} under {head_of(sheet, cell)}")


def _notes(sheet: Sheet, cell: Cell) -> Iterator[str]:
    """What stands to the right of a cell."""
    return (sheet.text(cell.row, column) for column in range(cell.column + 1, cell.column + 4))


def width_of(text: str) -> float:
    """How wide a text is, in characters of half width."""
    return sum(2.0 if unicodedata.east_asian_width(mark) in "WFA" else 1.0 for mark in text)


def shown(value: float, pattern: str) -> str:
    """A number as a cell shows it."""
    pattern = pattern.split(";")[0 if value >= 0 else min(1, pattern.count(";"))]
    before, after = re.sub(r'"([^"]*)".*', r"\1", pattern), re.search(r'0"([^"]*)"$', pattern)
    before = before if pattern.startswith('"') else ""
    if "yyyy" in pattern:
        return str(date(1899, 12, 30) + timedelta(value))
    if "%" in pattern:
        return f"{value:.2%}"
    least = re.search(r"\.(0+)", pattern)
    most = re.search(r"\.([0#]+)", pattern)
    places = len(most[1]) if most else 10 if pattern == "General" else 0
    text = f"{value:{',' if '#,##0' in pattern else ''}.{places}f}"
    if "." in text:
        whole, _, digits = text.partition(".")
        digits = digits.rstrip("0").ljust(len(least[1]) if least else 0, "0")
        text = f"{whole}.{digits}" if digits else whole
    return f"{before}{text}{after[1] if after else ''}"


def fitting(book: Book) -> Iterator[Finding]:
    """20: a column is wide enough for its numbers, a cell large enough for its words."""
    for sheet in book.sheets.values():
        for cell in sheet.cells.values():
            if cell.value is None or cell.value == "":
                continue
            width, height = _size(sheet, cell)
            if cell.is_number and not cell.style.shrinks:
                text = shown(cell.value, cell.style.pattern)  # type: ignore[arg-type]
                if width_of(text) * cell.style.size / 11 + 1 > width:
                    yield at(sheet, cell, f"{text} does not fit into {width}")
            if cell.style.wraps and isinstance(cell.value, str) and _is_read(sheet, cell):
                yield from _wrapped(sheet, cell, width, height)


def _is_read(sheet: Sheet, cell: Cell) -> bool:
    """Whether a cell is there to be read: no working, no input, which its row can be made high for."""
    right, bottom = sheet.printed
    read = cell.column <= right and cell.row <= bottom and not cell.is_input
    return read and sheet.role != "单据"


def _wrapped(sheet: Sheet, cell: Cell, width: float, height: float) -> Iterator[Finding]:
    """A text that wraps into more lines than its row has room for."""
    letter = cell.style.size / 11
    lines = sum(max(1, ceil(width_of(line) * letter / (width - 1)))
                for line in str(cell.value).split("\n"))  # fmt: skip
    if lines * cell.style.size * 1.3 > height + 4:
        yield at(sheet, cell, f"{lines} lines in {height} points, {width} wide: {cell.value}")


def _size(sheet: Sheet, cell: Cell) -> tuple[float, float]:
    """Width in characters and height in points of a cell, or of the merged cells it stands for."""
    left, top, right, bottom = sheet.merged.get(
        (cell.row, cell.column), (cell.column, cell.row, cell.column, cell.row)
    )
    return (
        sum(sheet.widths.get(column, 8.43) for column in range(left, right + 1)),
        sum(sheet.heights.get(row, 18.0) for row in range(top, bottom + 1)),
    )
