"""What the checker finds, and what is common to its points."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from functools import wraps
from typing import NamedTuple

from standard.model import Book
from standard.parts import Cell, Sheet

CHINESE = re.compile("[\u4e00-\u9fff]")


class Finding(NamedTuple):
    """Something that breaks a point: where, and what is wrong in words."""

    sheet: str
    place: str
    said: str


def on_each_sheet(
    point: Callable[[Sheet], Iterator[Finding]],
) -> Callable[[Book], Iterator[Finding]]:
    """A point about the sheets of a book; of sheets that are alike the first is looked at.

    The point must not depend on cached values.
    """
    return _once(point, lambda sheet: sheet.made_of)


def on_each_filled_sheet(
    point: Callable[[Sheet], Iterator[Finding]],
) -> Callable[[Book], Iterator[Finding]]:
    """A point about the sheets of a book and the values in them."""
    return _once(point, lambda sheet: sheet)


def _once(
    point: Callable[[Sheet], Iterator[Finding]], key: Callable[[Sheet], Hashable]
) -> Callable[[Book], Iterator[Finding]]:
    """A point that looks once at all sheets of one key."""
    seen: dict[Hashable, list[Finding]] = {}

    @wraps(point)
    def of_book(book: Book) -> Iterator[Finding]:
        for sheet in book.sheets.values():
            if key(sheet) not in seen:
                seen[key(sheet)] = list(point(sheet))
            yield from seen[key(sheet)]

    return of_book


def at(sheet: Sheet, cell: Cell, said: str) -> Finding:
    """A finding in a cell."""
    return Finding(sheet.title, cell.place, said)


def of(sheet: Sheet, said: str) -> Finding:
    """A finding of a whole sheet."""
    return Finding(sheet.title, "", said)


def head_of(sheet: Sheet, cell: Cell) -> str:
    """The heads above a column of a table, the labels on the left of a cell, its section's title."""
    row = cell.row - 1
    while row and not _is_head(sheet, row, cell.column):
        row -= 1
    said = []
    while _is_head(sheet, row, cell.column):
        said.append(_over(sheet, row, cell.column))
        row -= 1
    said += [
        sheet.text(cell.row, column)
        for column in range(1, cell.column)
        if (beside := sheet.cells.get((cell.row, column))) and isinstance(beside.value, str)
    ]
    return "；".join(filter(None, [*said, _section(sheet, row or cell.row)]))


def _section(sheet: Sheet, row: int) -> str:
    """The title of the section or of the form that a row is in."""
    while row > 1 and sheet.style(row, 1) not in _TITLES:
        row -= 1
    return sheet.text(row, 1)


#: Styles of the title of a section, and of a sheet.
_TITLES = ("节", "标题", "会议-题", "单据-题", "半页-题", "单据-节", "单据-表节")


def _is_head(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell is a head of a table."""
    cell = sheet.cells.get((row, column))
    return cell is not None and "表头" in cell.style.name


def _over(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell, or of the merged cells that it is part of."""
    for left, top, right, _ in sheet.merges:
        if top == row and left <= column <= right:
            return sheet.text(row, left)
    return sheet.text(row, column)
