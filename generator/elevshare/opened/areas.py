"""Areas of cells: parse and write them, and gather single cells into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from elevshare.opened.places import Place, place, reference


class Area(NamedTuple):
    """A rectangle of cells: first and last row, first and last column, all from 1."""

    top: int
    bottom: int
    left: int
    right: int

    def holds(self, place: Place) -> bool:
        """Return whether a cell is in the area.

        >>> Area(2, 4, 1, 1).holds((3, 1)), Area(2, 4, 1, 1).holds((3, 2))
        (True, False)
        """
        return self.top <= place[0] <= self.bottom and self.left <= place[1] <= self.right

    @property
    def first(self) -> Place:
        """The upper left cell."""
        return self.top, self.left

    @property
    def size(self) -> int:
        """The number of its cells."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    @property
    def places(self) -> Iterator[Place]:
        """Its cells, row by row."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column

    @property
    def text(self) -> str:
        """The area as a user writes it.

        >>> Area(4, 5, 2, 3).text, Area(4, 4, 2, 2).text
        ('B4:C5', 'B4')
        """
        first = reference(self.top, self.left)
        return first if self.size == 1 else f"{first}:{reference(self.bottom, self.right)}"


#: All cells that a sheet can have.
WHOLE = Area(1, 1_048_576, 1, 16_384)


def area(reference: str) -> Area:
    """Parse an area such as ``B5:C9``; dollar signs are ignored.

    Raises:
        ValueError: it is invalid, or of whole rows or columns.

    >>> area("$B$5:$C$9"), area("B5")
    (Area(top=5, bottom=9, left=2, right=3), Area(top=5, bottom=5, left=2, right=2))
    """
    first, _, last = reference.replace("$", "").upper().partition(":")
    rows, columns = zip(place(first), place(last or first), strict=True)
    return Area(min(rows), max(rows), min(columns), max(columns))


def address(text: str) -> tuple[str, Area]:
    """Parse an address into sheet title and area, with or without ``=``, quotes and dollar signs.

    Raises:
        ValueError: it is not the address of one area on one sheet.

    >>> address("住户!$B$5:$B$9"), address("='A''B'!C1")[0]
    (('住户', Area(top=5, bottom=9, left=2, right=2)), "A'B")
    """
    title, _, cells = text.removeprefix("=").rpartition("!")
    if title[:1] == "'" == title[-1:]:
        title = title[1:-1].replace("''", "'")
    return title, area(cells)


def joined(spans: Iterable[range]) -> list[range]:
    """Return spans in order, with adjacent and overlapping ones joined.

    >>> joined([range(5, 7), range(1, 3), range(3, 4)])
    [range(1, 4), range(5, 7)]
    """
    found: list[range] = []
    for span in sorted((span for span in spans if span), key=lambda span: span.start):
        if found and span.start <= found[-1].stop:
            found[-1] = range(found[-1].start, max(found[-1].stop, span.stop))
        else:
            found.append(span)
    return found


def runs(numbers: Iterable[int]) -> list[range]:
    """Return numbers as spans of consecutive numbers, in order.

    >>> runs([4, 2, 3, 7])
    [range(2, 5), range(7, 8)]
    """
    return joined(range(number, number + 1) for number in numbers)


def rectangles(places: Iterable[Place]) -> list[Area]:
    """Return areas that cover exactly these cells, each once.

    Consecutive cells of a column make a strip; equal strips side by side make an area.

    >>> [area.text for area in rectangles([(2, 1), (2, 2), (3, 1), (3, 2), (4, 2)])]
    ['A2:A3', 'B2:B4']
    """
    columns: defaultdict[int, list[int]] = defaultdict(list)
    for row, column in places:
        columns[column].append(row)
    strips: defaultdict[range, list[int]] = defaultdict(list)
    for column, rows in columns.items():
        for strip in runs(rows):
            strips[strip].append(column)
    return [
        Area(strip.start, strip.stop - 1, side.start, side.stop - 1)
        for strip, beside in strips.items()
        for side in runs(beside)
    ]
