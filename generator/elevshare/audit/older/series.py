"""What the rows of a sheet have in common: formulas and labels that go on in equal steps.

A sheet of ours is made of tables, one formula a column, and of forms, the same for every household.
So most of what is locked stands in a series: the same column, every so many rows, alike but for the
numbers of rows, which grow evenly. Whatever breaks a series was changed, in a book of any version.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from elevshare.opened import Value
from elevshare.opened.places import Place

#: A text or a name that ends in digits, which stay; or the number of a row.
_ROWS = re.compile(r'"(?:[^"]|"")*"|(?<=[A-Z])(\$?)(\d{1,7})(?![\w(.])')
#: Stands for a number that may grow in a skeleton.
_NUMBER = "\0"
#: So many cells are a series, and so much of the rows between its ends it must fill.
_FEWEST, _FILLED = 3, 0.7
#: Forms have at least as many rows; a line between them may be missing on every third.
FORM_ROWS, _FORMS_FILLED = 10, 0.6
#: A series that is broken for longer is two.
_LONGEST_BREAK = 8
#: So many ways to step are tried in a column of alike formulas, and so many series looked for in
#: it: what a hostile file makes of them must not take long.
_TRIED, _ROUNDS = 3, 40


class Content(NamedTuple):
    """What a cell holds: its text with the numbers of rows left out, and these numbers."""

    skeleton: str
    numbers: tuple[int, ...]

    @property
    def formula(self) -> bool:
        """Whether it is a formula."""
        return self.skeleton.startswith("=")

    def value(self) -> Value:
        """The text, formula (with its ``=``) or number again."""
        if self.skeleton == _NUMBER:
            return self.numbers[0]
        pieces = self.skeleton.split(_NUMBER)
        numbers = [*map(str, self.numbers), ""]
        return "".join(piece + number for piece, number in zip(pieces, numbers, strict=True))


def content_of(formula: str | None, value: Value) -> Content | None:
    """What a cell holds, ``None`` where it is nothing or no whole number.

    >>> content_of('SUM($A$5:B7)&"A9"', 1)
    Content(skeleton='=SUM($A$\\x00:B\\x00)&"A9"', numbers=(5, 7))
    >>> content_of(None, 3.0).value(), content_of(None, "房号").value()
    (3, '房号')
    """
    if formula is not None:
        numbers: list[int] = []

        def out(match: re.Match[str]) -> str:
            if match[2] is None:
                return match[0]
            numbers.append(int(match[2]))
            return match[1] + _NUMBER

        skeleton = _ROWS.sub(out, formula)
        return Content(f"={skeleton}", tuple(numbers))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Content(_NUMBER, (int(value),)) if value == int(value) else None
    return Content(value, ()) if isinstance(value, str) and value else None


@dataclass(frozen=True, slots=True)
class Series:
    """Cells of one column that go on evenly.

    ``rows`` are where they stand, ``step`` rows apart; ``numbers`` those of the first, each growing
    by its part of ``grows`` from one to the next.
    """

    column: int
    skeleton: str
    rows: tuple[int, ...]
    step: int
    numbers: tuple[int, ...]
    grows: tuple[int, ...]

    @property
    def ends(self) -> tuple[int, int]:
        """The first and last row."""
        return self.rows[0], self.rows[-1]

    def due(self, row: int) -> Content:
        """What must stand in a row that is whole steps away from the first."""
        steps = (row - self.rows[0]) // self.step
        moved = (n + steps * by for n, by in zip(self.numbers, self.grows, strict=True))
        return Content(self.skeleton, tuple(moved))


def series_of(cells: Mapping[Place, Content]) -> list[Series]:
    """All series of a sheet."""
    alike: _Alike = defaultdict(list)
    for (row, column), content in cells.items():
        alike[column, content.skeleton, len(content.numbers)].append((row, content.numbers))
    for members in alike.values():
        members.sort()
    # Lines that stand several times in a form step from form to form: others tell how far that is.
    first = Counter(one.step for one in _series(alike, ()))
    steps = [step for step, _ in first.most_common(_TRIED)]
    # Lines between forms stand but once or twice a page, on which there are up to three.
    return list(_series(alike, [step * times for step in steps for times in (1, 2, 3)]))


def _series(alike: _Alike, steps: Sequence[int]) -> Iterator[Series]:
    """The series of every column of alike cells, of which some may be so many rows apart."""
    for (column, skeleton, _), members in alike.items():
        left = members
        for _ in range(_ROUNDS):
            if len(left) < _FEWEST or not (best := _best(left, steps)):
                break
            yield from (Series(column, skeleton, *one) for one in _unbroken(*best))
            taken = set(best[0])
            left = [one for one in left if one[0] not in taken]


_Line = tuple[tuple[int, ...], int, tuple[int, ...], tuple[int, ...]]
_Members = list[tuple[int, tuple[int, ...]]]
_Alike = defaultdict[tuple[int, str, int], _Members]


def _best(members: _Members, steps: Sequence[int]) -> _Line | None:
    """The largest group of alike cells that grow evenly; ``None`` where there are too few."""
    best: _Line | None = None
    for step, grows in _ways(members, steps):
        groups: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        for row, numbers in members:
            times, phase = divmod(row, step)
            base = (n - times * by for n, by in zip(numbers, grows, strict=True))
            groups[(phase, *base)].append(row)
        (_, *start), rows = max(groups.items(), key=lambda item: len(item[1]))
        if len(rows) >= _FEWEST and (best is None or len(rows) > len(best[0])):
            times = rows[0] // step
            first = tuple(n + times * by for n, by in zip(start, grows, strict=True))
            best = tuple(rows), step, first, grows
        if best and len(best[0]) == len(members):
            break  # none can be larger
    return best


def _ways(members: _Members, steps: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Steps from one cell to another with what the numbers grow by, the commonest of each kind."""

    def grown(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(b - a for a, b in zip(one, other, strict=True))

    near = Counter(
        (low[0] - row, grown(numbers, low[1])) for (row, numbers), low in pairwise(members)
    )
    yield from (way for way, _ in near.most_common(_TRIED))
    at = dict(members)
    for step in steps:
        far = Counter(
            grown(numbers, at[row + step]) for row, numbers in members if row + step in at
        )
        yield from ((step, by) for by, _ in far.most_common(_TRIED))


def _unbroken(rows: tuple[int, ...], step: int, first: tuple[int, ...], grows: tuple[int, ...]) -> Iterable[_Line]:  # fmt: skip
    """The pieces of a group that are not broken for long and filled well enough."""
    pieces: list[list[int]] = [[rows[0]]]
    for above, row in pairwise(rows):
        if (row - above) // step > _LONGEST_BREAK:
            pieces.append([])
        pieces[-1].append(row)
    for piece in pieces:
        span = (piece[-1] - piece[0]) // step + 1
        filled = _FILLED if step < FORM_ROWS else _FORMS_FILLED
        if len(piece) >= _FEWEST and len(piece) >= filled * span:
            steps = (piece[0] - rows[0]) // step
            start = tuple(n + steps * by for n, by in zip(first, grows, strict=True))
            yield tuple(piece), step, start, grows
