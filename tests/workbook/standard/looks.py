"""Points about what is read on the screen: units, and columns and rows that are large enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from math import ceil

from standard.finding import Finding, at, head_of, on_each_filled_sheet
from standard.parts import Cell, Sheet

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


#: Points of a unit of a column's width in Excel: a figure of the default font, in whole pixels.
_UNIT, _STANDARD = 9 * 0.75, 8.43
#: Points that a cell keeps clear at its edges; height of a line; the smallest that is still read.
_EDGE, _LINE, _SMALLEST = 5.0, 1.16, 0.6


@on_each_filled_sheet
def units(sheet: Sheet) -> Iterator[Finding]:
    """10: an amount and an area say their unit: in the cell, its head or label, or on its paper.

    On a paper all amounts are in the unit of the one that is told as ¥.
    """
    paper = sheet.role == "单据" and any("¥" in one.style.pattern for one in sheet.cells.values())
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


@cache
def shown(value: float, pattern: str) -> str:
    """A number as a cell shows it."""
    parts = pattern.replace("_ ", "").split(";")
    if len(parts) > 1 and value <= 0:
        pattern, value = parts[min(1 if value else 2, len(parts) - 1)], abs(value)
    else:
        pattern = parts[0]
    if not re.search("[0#y]|General", pattern):
        return pattern.strip('"')
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


@on_each_filled_sheet
def fitting(sheet: Sheet) -> Iterator[Finding]:
    """20: a column is wide enough for its numbers, a cell large enough for its words."""
    for cell in sheet.cells.values():
        if cell.value is None or cell.value == "" or cell.is_input:
            continue
        width, height = _size(sheet, cell)
        if cell.is_number and not cell.style.shrinks:
            text = shown(cell.value, cell.style.pattern)  # type: ignore[arg-type]
            if points(text, cell.style.size) > width - _EDGE:
                yield at(sheet, cell, f"{text} does not fit into {width}")
        elif isinstance(cell.value, str) and _is_read(sheet, cell):
            yield from _words(sheet, cell, width, height)


def _is_read(sheet: Sheet, cell: Cell) -> bool:
    """Whether a cell is there to be read: it is printed, or, on a paper, may be printed later."""
    right, bottom = sheet.printed
    return cell.column <= right and (cell.row <= bottom or sheet.role == "单据")


def _words(sheet: Sheet, cell: Cell, width: float, height: float) -> Iterator[Finding]:
    """A text that is larger than its cell."""
    size, text = cell.style.size, str(cell.value)
    indent = 2 * _EDGE if cell.style.indented else _EDGE
    if cell.style.wraps:
        lines = ceil(points(text, size) / (width - indent))
        if lines * size * _LINE > height:
            yield at(sheet, cell, f"{lines} lines of {size} in {height} points: {text}")
    elif cell.style.shrinks:
        if points(text, size) * _SMALLEST > width - indent:
            yield at(sheet, cell, f"printed too small: {text}")
    elif points(text, size) > width - indent + _beside(sheet, cell):
        yield at(sheet, cell, f"cut off after {width:.0f} points: {text}")


def _beside(sheet: Sheet, cell: Cell) -> float:
    """How many points of empty cells a text may run on over, no further than what is printed."""
    column, room = sheet.merged.get((cell.row, cell.column), (0, 0, cell.column, 0))[2] + 1, 0.0
    while column <= sheet.printed[0] and not sheet.text(cell.row, column):
        room += sheet.widths.get(column, _STANDARD) * _UNIT
        column += 1
    return room


def points(text: str, size: float) -> float:
    """How wide a text is in points."""
    return width_of(text) * size / 2


def _size(sheet: Sheet, cell: Cell) -> tuple[float, float]:
    """Width and height in points of a cell, or of the merged cells it stands for."""
    left, top, right, bottom = sheet.merged.get(
        (cell.row, cell.column), (cell.column, cell.row, cell.column, cell.row)
    )
    width = sum(sheet.widths.get(column, _STANDARD) for column in range(left, right + 1))
    return width * _UNIT, sum(sheet.heights.get(row, 18.0) for row in range(top, bottom + 1))
