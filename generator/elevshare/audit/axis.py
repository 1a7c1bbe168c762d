"""Rows or columns that were inserted or deleted: where each of ours stands now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: What stands in a line (a row or a column): place along it → constant, or ``FORMULA``.
Line = Mapping[int, object]
FORMULA = object()
#: How far lines can have moved at one place, how many are looked at to tell, and how sure is sure.
_FARTHEST, _AHEAD, _SURE, _BETTER = 60, 8, 0.7, 0.02


@dataclass(frozen=True, slots=True)
class Step:
    """``count`` lines inserted before line ``at`` of ours, or that many deleted from it on."""

    at: int
    count: int
    inserted: bool


class Axis:
    """Where our lines stand in a book whose lines have moved.

    >>> axis = Axis([Step(5, 2, True), Step(9, 1, False)])
    >>> [axis.place(line) for line in (4, 5, 8, 9, 10)]
    [4, 7, 10, None, 11]
    """

    def __init__(self, steps: list[Step]) -> None:
        self.steps = steps
        self._from, self._moved, self._gone = [0], [0], set[int]()
        for step in steps:
            if step.inserted:
                self._add(step.at, step.count)
            else:
                self._gone.update(range(step.at, step.at + step.count))
                self._add(step.at + step.count, -step.count)

    def _add(self, at: int, moved: int) -> None:
        """From a line of ours on, lines stand farther down."""
        self._from.append(at)
        self._moved.append(self._moved[-1] + moved)

    def place(self, line: int) -> int | None:
        """Where a line of ours stands now; ``None`` where it was deleted."""
        if line in self._gone:
            return None
        return line + self._moved[bisect_right(self._from, line) - 1]

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Where what is left of a range of our lines stands now."""
        left = [line for line in range(first, last + 1) if line not in self._gone]
        if not left:
            return None
        return left[0] + self._shift(left[0]), left[-1] + self._shift(left[-1])

    def _shift(self, line: int) -> int:
        """How far a line has moved."""
        return self._moved[bisect_right(self._from, line) - 1]


def aligned(ours: Mapping[int, Line], theirs: Mapping[int, Line]) -> Axis:
    """What was inserted and deleted, so that our lines fit theirs; no step where nothing was.

    Lines are told apart by their constants, those without any by where their formulas stand.

    >>> ours = {n: {1: n} for n in range(1, 30)}
    >>> theirs = {n + (n > 9): {1: n} for n in range(1, 30)}
    >>> aligned(ours, theirs).steps
    [Step(at=10, count=1, inserted=True)]
    """
    lines = sorted(ours)
    steps: list[Step] = []
    moved, skip_to = 0, 0
    for index, line in enumerate(lines):
        if line < skip_to or _fit(ours[line], theirs.get(line + moved)) == 1:
            continue
        found = _step(ours, theirs, lines, index, moved)
        if found is not None:
            steps.append(found)
            moved += found.count if found.inserted else -found.count
            skip_to = line if found.inserted else line + found.count
    return Axis(steps)


def _step(
    ours: Mapping[int, Line], theirs: Mapping[int, Line], lines: list[int], index: int, moved: int
) -> Step | None:
    """What happened at the first line that does not fit, if moving makes the next ones fit."""
    line = lines[index]
    here = _ahead(ours, theirs, lines[index : index + _AHEAD], moved)
    best, found = max(_SURE, here + _BETTER), None
    for count in range(1, _FARTHEST + 1):
        fit = _ahead(ours, theirs, lines[index : index + _AHEAD], moved + count)
        if fit > best:
            best, found = fit, Step(line, count, True)
        later = [n for n in lines[index : index + count + _AHEAD] if n >= line + count][:_AHEAD]
        fit = _ahead(ours, theirs, later, moved - count) if later else 0.0
        if fit > best:
            best, found = fit, Step(line, count, False)
    return found


def _ahead(
    ours: Mapping[int, Line], theirs: Mapping[int, Line], lines: Sequence[int], moved: int
) -> float:
    """How well the next lines fit when they have moved, 0 to 1."""
    fits = [_fit(ours[n], theirs.get(n + moved)) for n in lines]
    return sum(fits) / len(fits) if fits else 0.0


def _fit(ours: Line, theirs: Line | None) -> float:
    """How much of what stands in one of our lines stands in theirs, 0 to 1."""
    if theirs is None:
        return 0.0
    constants = [place for place, what in ours.items() if what is not FORMULA]
    places = constants or list(ours)
    return sum(theirs.get(place) == ours[place] for place in places) / len(places)
