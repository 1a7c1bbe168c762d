"""The formulas of a book, loaded once: inputs go in, values come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby

import formualizer

from elevshare.workbook.calculator import calculator
from elevshare.workbook.sheetxml import Value

#: Row and column of a cell, both counted from 1; first and last row, first and last column.
Place = tuple[int, int]
Area = tuple[int, int, int, int]


class Engine:
    """A book that calculates."""

    def __init__(self, draft: bytes) -> None:
        self._book = calculator(draft)
        self._book.evaluate_all()

    def type(self, sheet: str, area: Area, typed: Mapping[Place, Value]) -> None:
        """Fill an area in which there is no formula; what is not given becomes blank."""
        top, bottom, left, right = area
        rows = [
            [_plain(typed.get((row, column))) for column in range(left, right + 1)]
            for row in range(top, bottom + 1)
        ]
        self._book.set_values_batch(sheet, top, left, rows)

    def calculate(self) -> None:
        """Work out what depends on what was typed."""
        self._book.evaluate_all()

    def values(self, sheet: str, area: Area) -> list[object]:
        """The values of an area, row by row."""
        top, bottom, left, right = area
        found = formualizer.RangeAddress(sheet, top, left, bottom, right)
        return list(chain.from_iterable(self._book.sheet(sheet).get_values(found)))


def _plain(value: Value) -> str | float | None:
    """A value as a file hands it over: every number is a float."""
    return float(value) if isinstance(value, int) else value


def areas(places: Iterable[Place]) -> list[Area]:
    """Rectangles that cover these cells and no others.

    >>> areas([(2, 1), (2, 2), (3, 1), (3, 2), (4, 2)])
    [(2, 3, 1, 2), (4, 4, 2, 2)]
    """
    found: list[Area] = []
    open_at: dict[Place, int] = {}  # left and right of those that may go on below → number
    for row, columns in groupby(sorted(places), lambda place: place[0]):
        above, open_at = open_at, {}
        for left, right in _runs([column for _, column in columns]):
            number = above.get((left, right))
            if number is None or found[number][1] != row - 1:
                number = len(found)
                found.append((row, row, left, right))
            found[number] = (found[number][0], row, left, right)
            open_at[left, right] = number
    return found


def within(place: Place, area: Area) -> bool:
    """Whether a cell lies in an area.

    >>> within((3, 1), (2, 4, 1, 1)), within((3, 2), (2, 4, 1, 1))
    (True, False)
    """
    top, bottom, left, right = area
    return top <= place[0] <= bottom and left <= place[1] <= right


def _runs(columns: list[int]) -> Iterator[Place]:
    """First and last of the numbers that follow each other."""
    for _, run in groupby(enumerate(columns), lambda pair: pair[1] - pair[0]):
        found = [column for _, column in run]
        yield found[0], found[-1]
