"""What the checker finds, and what is common to its points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import NamedTuple

from standard.formulas import kind
from standard.model import Book, Cell, Sheet

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
    seen: dict[int, list[Finding]] = {}

    @wraps(point)
    def of_book(book: Book) -> Iterator[Finding]:
        for sheet in book.sheets.values():
            if sheet.made_of not in seen:
                seen[sheet.made_of] = list(point(sheet))
            yield from seen[sheet.made_of]

    return of_book


def at(sheet: Sheet, cell: Cell, said: str) -> Finding:
    """A finding in a cell."""
    return Finding(sheet.title, cell.place, said)


def of(sheet: Sheet, said: str) -> Finding:
    """A finding of a whole sheet."""
    return Finding(sheet.title, "", said)


def kinds(sheet: Sheet) -> Iterator[Cell]:
    """One formula cell of each kind: the last of those that differ in references only."""
    yield from {kind(cell.formula or ""): cell for cell in sheet.formulas}.values()


def within(row: int, column: int, areas: list[tuple[int, int, int, int]]) -> bool:
    """Whether a cell lies in one of some areas (left, top, right, bottom)."""
    return any(
        left <= column <= right and top <= row <= bottom for left, top, right, bottom in areas
    )


def head_of(sheet: Sheet, cell: Cell) -> str:
    """The heads right above a column of a table, or the labels on the left of a single cell."""
    row = cell.row - 1
    while (above := sheet.cells.get((row, cell.column))) and "表头" not in above.style.name:
        row -= 1
    heads = []
    while (above := sheet.cells.get((row, cell.column))) and "表头" in above.style.name:
        heads.append(str(above.value or ""))
        row -= 1
    left = [
        str(beside.value or "")
        for column in range(1, cell.column)
        if (beside := sheet.cells.get((cell.row, column))) and "标签" in beside.style.name
    ]
    return "；".join(heads + left)
