"""Gather differences of cells into areas, so that a column of changes is one finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from elevshare.opened.areas import rectangles
from elevshare.opened.places import Place


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell (row and column from 1) that differs from the original."""

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
    """Return areas of differences of the same kind, top to bottom.

    >>> found = runs(Difference("typed-beside", row, column) for row in (4, 5, 9) for column in (2, 3))
    >>> [(run.area, run.count) for run in found]
    [('B4:C5', 4), ('B9:C9', 2)]
    """
    kinds: defaultdict[str, dict[Place, Difference]] = defaultdict(dict)
    for one in differences:
        kinds[one.kind][one.row, one.column] = one
    found = [
        Run(area.text, cells[area.first], area.size)
        for cells in kinds.values()
        for area in rectangles(cells)
    ]
    return sorted(found, key=lambda run: (run.first.row, run.first.column))
