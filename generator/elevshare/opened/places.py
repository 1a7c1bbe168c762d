"""Addresses of cells and areas as numbers, and numbers gathered into areas."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from elevshare.opened import limits

#: Row and column of a cell, both from 1.
Place = tuple[int, int]
_DIGITS = "0123456789"


class Area(NamedTuple):
    """Cells in a rectangle: first and last row, first and last column, all from 1."""

    top: int
    bottom: int
    left: int
    right: int

    def holds(self, place: Place) -> bool:
        """Whether a cell lies in it.

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
        """How many cells it has."""
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


@cache
def column_number(letters: str) -> int:
    """The number of a column, from 1.

    Raises:
        ValueError: there is no such column.

    >>> column_number("A"), column_number("AA"), column_number("XFD")
    (1, 27, 16384)
    """
    if not (
        1 <= len(letters) <= 3 and letters.isascii() and letters.isalpha() and letters.isupper()
    ):
        raise ValueError(letters[:10])
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    if number > limits.COLUMNS:
        raise ValueError(letters)
    return number


def place(reference: str) -> Place:
    """Row and column of a cell.

    Raises:
        ValueError: there is no such cell.

    >>> place("A1"), place("XFD1048576")
    ((1, 1), (1048576, 16384))
    """
    letters = reference.rstrip(_DIGITS)
    return row_number(reference[len(letters) :]), column_number(letters)


def area(reference: str) -> Area:
    """The cells of an area, dollar signs or none.

    Raises:
        ValueError: there are no such cells, or it is one of whole rows or columns.

    >>> area("$B$5:$C$9"), area("B5")
    (Area(top=5, bottom=9, left=2, right=3), Area(top=5, bottom=5, left=2, right=2))
    """
    first, _, last = reference.replace("$", "").upper().partition(":")
    rows, columns = zip(place(first), place(last or first), strict=True)
    return Area(min(rows), max(rows), min(columns), max(columns))


def address(text: str) -> tuple[str, Area]:
    """Title of the sheet and cells of an address, however a program has written it.

    Raises:
        ValueError: it is no address of cells on one sheet.

    >>> address("住户!$B$5:$B$9"), address("='A''B'!C1")[0]
    (('住户', Area(top=5, bottom=9, left=2, right=2)), "A'B")
    """
    title, _, cells = text.removeprefix("=").rpartition("!")
    if title[:1] == "'" == title[-1:]:
        title = title[1:-1].replace("''", "'")
    return title, area(cells)


def reference(row: int, column: int) -> str:
    """What a cell is called.

    >>> reference(1, 1), reference(1048576, 16384)
    ('A1', 'XFD1048576')
    """
    return f"{column_letters(column)}{row}"


@cache
def column_letters(column: int) -> str:
    """What a column is called.

    >>> column_letters(1), column_letters(28), column_letters(16384)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def row_number(digits: str) -> int:
    """The number of a row.

    Raises:
        ValueError: there is no such row.
    """
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 7):
        raise ValueError(digits[:10])
    row = int(digits)
    if not 1 <= row <= limits.ROWS:
        raise ValueError(digits)
    return row


def joined(spans: Iterable[range]) -> list[range]:
    """Spans in order, neighbours and overlapping ones as one.

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
    """Numbers that follow each other as spans, in order.

    >>> runs([4, 2, 3, 7])
    [range(2, 5), range(7, 8)]
    """
    return joined(range(number, number + 1) for number in numbers)


def rectangles(places: Iterable[Place]) -> list[Area]:
    """Areas that cover these cells and no others, none of them twice.

    Cells below each other are one strip; equal strips side by side are one area.

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
