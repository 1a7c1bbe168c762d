"""Cell addresses as numbers."""

from __future__ import annotations

from functools import cache

from elevshare.opened import limits

#: Row and column of a cell, both from 1.
Place = tuple[int, int]
_DIGITS = "0123456789"


@cache
def column_number(letters: str) -> int:
    """Return the number of a column, from 1.

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
    """Parse the address of a cell into row and column.

    Raises:
        ValueError: there is no such cell.

    >>> place("A1"), place("XFD1048576")
    ((1, 1), (1048576, 16384))
    """
    letters = reference.rstrip(_DIGITS)
    return row_number(reference[len(letters) :]), column_number(letters)


def reference(row: int, column: int) -> str:
    """Return the address of a cell.

    >>> reference(1, 1), reference(1048576, 16384)
    ('A1', 'XFD1048576')
    """
    return f"{column_letters(column)}{row}"


@cache
def column_letters(column: int) -> str:
    """Return the letters of a column.

    >>> column_letters(1), column_letters(28), column_letters(16384)
    ('A', 'AB', 'XFD')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def row_number(digits: str) -> int:
    """Parse the number of a row.

    Raises:
        ValueError: there is no such row.
    """
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 7):
        raise ValueError(digits[:10])
    row = int(digits)
    if not 1 <= row <= limits.ROWS:
        raise ValueError(digits)
    return row
