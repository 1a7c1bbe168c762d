"""Single differences gathered into areas, so that a column of changes is one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from openpyxl.utils import get_column_letter


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell (row and column from 1) that is not as it was made."""

    kind: str
    row: int
    column: int
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """An area of cells with the same kind of difference; ``first`` is its upper left cell."""

    area: str
    first: Difference
    count: int


def runs(differences: Iterable[Difference]) -> list[Run]:
    """Areas of differences, sheet order; each cell belongs to one.

    >>> found = runs(Difference("typed-beside", row, column) for row in (4, 5, 9) for column in (2, 3))
    >>> [(run.area, run.count) for run in found]
    [('B4:C5', 4), ('B9:C9', 2)]
    """
    kinds: defaultdict[str, dict[tuple[int, int], Difference]] = defaultdict(dict)
    for one in differences:
        kinds[one.kind][one.row, one.column] = one
    found = [run for cells in kinds.values() for run in _areas(cells)]
    return sorted(found, key=lambda run: (run.first.row, run.first.column))


def _areas(cells: dict[tuple[int, int], Difference]) -> Iterator[Run]:
    """Rectangles: columns of cells below each other, then equal columns side by side."""
    strips: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for column, top, bottom in _strips(cells):
        strips[top, bottom].append(column)
    for (top, bottom), columns in strips.items():
        for left, right in _groups(columns):
            size = (bottom - top + 1) * (right - left + 1)
            yield Run(_area(top, left, bottom, right), cells[top, left], size)


def _strips(cells: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Column, first and last row of cells below each other."""
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for row, column in cells:
        columns[column].append(row)
    for column, rows in columns.items():
        for top, bottom in _groups(rows):
            yield column, top, bottom


def _groups(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of numbers that follow each other.

    >>> list(_groups([4, 2, 3, 7]))
    [(2, 4), (7, 7)]
    """
    first = last = None
    for number in sorted(numbers):
        if first is None or last is None or number > last + 1:
            if first is not None and last is not None:
                yield first, last
            first = number
        last = number
    if first is not None and last is not None:
        yield first, last


def _area(top: int, left: int, bottom: int, right: int) -> str:
    """An area as a user writes it."""
    first, last = f"{get_column_letter(left)}{top}", f"{get_column_letter(right)}{bottom}"
    return first if first == last else f"{first}:{last}"
