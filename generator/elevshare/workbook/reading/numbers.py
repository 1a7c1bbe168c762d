"""Convert cell values to numbers as spreadsheet programs do, without floats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

_PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE | re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", re.ASCII)
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_FIRST = date(1899, 12, 30)
#: No input needs more digits before or after its point; a number such as 1E999 must cost nothing.
_DIGITS = 20
_MOST = Decimal(10**_DIGITS)
#: The deviation from whole steps that formulas ignore: traces of binary fractions.
_TRACE = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Read:
    """A number, and whether it comes from a text that programs read differently."""

    number: Decimal
    unsure: bool = False


def number_of(value: object) -> Read | None:
    """The number that a formula gets from a cell's value; ``None`` if it gets none.

    A text that is a number counts as that number, a truth value as 1 or 0.

    >>> [number_of(value).number for value in (61.03, " 4 ", "30%", "2026-03-01", True)]
    [Decimal('61.03'), Decimal('4'), Decimal('0.3'), Decimal('46082'), Decimal('1')]
    >>> number_of("80㎡"), number_of("1,234").unsure
    (None, True)
    """
    if isinstance(value, bool | int | float):
        return _bounded(str(int(value) if isinstance(value, bool) else value))
    text = value.strip(" ") if isinstance(value, str) else ""
    if found := _DAY.fullmatch(text):
        return _day(*(int(part) for part in found.groups()))
    if text.endswith("%") and _PLAIN.fullmatch(text[:-1]):
        part = _bounded(text[:-1])
        return part and Read(part.number / 100)
    if _GROUPED.fullmatch(text):
        whole = _bounded(text.replace(",", ""))
        return whole and Read(whole.number, unsure=True)
    return _bounded(text) if _PLAIN.fullmatch(text) else None


def _bounded(text: str) -> Read | None:
    """A number; a larger one than any valid number is cut to a limit that is still invalid."""
    number = Decimal(text)
    if not number.is_finite():
        return None
    if number.adjusted() < -_DIGITS:
        return Read(Decimal(0))
    return Read(number if number.adjusted() < _DIGITS else _MOST.copy_sign(number))


def _day(year: int, month: int, day: int) -> Read | None:
    """The day number of a date."""
    try:
        return Read(Decimal((date(year, month, day) - _FIRST).days))
    except ValueError:
        return None


def rounded(number: Decimal, scale: int) -> int:
    """A number in whole units of 1/scale, halves away from 0 like ROUND.

    >>> rounded(Decimal("61.03"), 100), rounded(Decimal("0.125"), 100), rounded(Decimal("-0.5"), 1)
    (6103, 13, -1)
    """
    return int((number * scale).quantize(Decimal(1), ROUND_HALF_UP))


def coarse(number: Decimal, scale: int) -> bool:
    """Whether a number is no whole multiple of 1/scale.

    >>> coarse(Decimal("61.035"), 100), coarse(Decimal("61.030000001"), 100)
    (True, False)
    """
    return abs(number * scale - rounded(number, scale)) > _TRACE


def spelled(value: object) -> str:
    """A cell's value as text, like ``&""`` in a formula.

    >>> spelled(401.0), spelled("401 "), spelled(None), spelled(True)
    ('401', '401 ', '', 'TRUE')
    """
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:.15g}"
    return "" if value is None else str(value)


def day_of(number: int) -> str:
    """The date yyyy-mm-dd of a day number.

    >>> day_of(46082)
    '2026-03-01'
    """
    return (_FIRST + timedelta(number)).isoformat()
