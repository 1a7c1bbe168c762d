"""Inputs as messages repeat them."""

from __future__ import annotations

from elevshare.opened import Cell, OpenedBook
from elevshare.text import shown
from elevshare.workbook.reading.cells import SINCE_1904
from elevshare.workbook.reading.numbers import day_of

#: Beyond 9999-12-31.
_LAST_DAY = 2_958_466


def day_text(number: float) -> str:
    """A day number as it is written; as it is where there is no such day.

    >>> day_text(45659.0)
    '2025-01-02'
    """
    return day_of(int(number)) if 0 < number < _LAST_DAY else f"{number:.15g}"


def said(cell: Cell, book: OpenedBook) -> str:
    """What an input holds."""
    value = cell.value
    if cell.style in book.dates and isinstance(value, int | float):
        return day_text(value + (SINCE_1904 if book.from_1904 else 0))
    return shown(
        f"{value:.15g}" if isinstance(value, float) else "空" if value is None else str(value)
    )
