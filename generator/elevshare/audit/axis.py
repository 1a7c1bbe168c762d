"""Find inserted and deleted rows or columns, and map each original line to its position now.

"Line" means a row or a column; both are numbered from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: The content of a line: position along it → constant, or ``FORMULA``.
Line = Mapping[int, object]
FORMULA = object()
#: Most lines inserted or deleted at one position; lines compared after it; the part (0 to 1) of
#: them that must match; by how much a move must match better than no move.
_FARTHEST, _AHEAD, _SURE, _BETTER = 60, 8, 0.7, 0.02


@dataclass(frozen=True, slots=True)
class Step:
    """``count`` lines inserted before original line ``at``, or deleted starting with it."""

    at: int
    count: int
    inserted: bool


class Axis:
    """Maps original lines to their numbers in a book with inserted or deleted lines.

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
        """Shift all original lines from ``at`` on by ``moved`` (below 0: upwards)."""
        self._from.append(at)
        self._moved.append(self._moved[-1] + moved)

    def place(self, line: int) -> int | None:
        """Return the number that an original line has now; ``None`` if it was deleted."""
        if line in self._gone:
            return None
        return line + self._moved[bisect_right(self._from, line) - 1]

    def span(self, first: int, last: int) -> tuple[int, int] | None:
        """Return first and last number now of a range of original lines; ``None`` if deleted."""
        left = [line for line in range(first, last + 1) if line not in self._gone]
        if not left:
            return None
        return left[0] + self._shift(left[0]), left[-1] + self._shift(left[-1])

    def _shift(self, line: int) -> int:
        """Return by how many lines an original line has moved."""
        return self._moved[bisect_right(self._from, line) - 1]


def aligned(ours: Mapping[int, Line], theirs: Mapping[int, Line]) -> Axis:
    """Find the insertions and deletions that make the original lines match the lines of a book.

    A line is recognised by its constants; one without constants by the positions of its formulas.

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
    """Return the insertion or deletion at the first line that does not match, or ``None``.

    It must make the following lines match better. ``index`` is that line's index in ``lines``,
    ``moved`` the shift found so far.
    """
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
    """Return how well lines match (0 to 1) when shifted by ``moved``."""
    fits = [_fit(ours[n], theirs.get(n + moved)) for n in lines]
    return sum(fits) / len(fits) if fits else 0.0


def _fit(ours: Line, theirs: Line | None) -> float:
    """Return the part (0 to 1) of an original line's content that a line of the book has too."""
    if theirs is None:
        return 0.0
    constants = [place for place, what in ours.items() if what is not FORMULA]
    places = constants or list(ours)
    return sum(theirs.get(place) == ours[place] for place in places) / len(places)
