"""What a sheet shows in a cell: numbers, days and texts as the cell's number format says."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from elevshare.opened.displayed import displayed

#: A piece of a number format of days or of texts; what is in quotation marks is one.
_PIECES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|([ymd])\1*|.', re.IGNORECASE | re.DOTALL)


def shown(value: object, code: str) -> str:
    r"""Return what a cell shows.

    >>> shown(1234.5, "#,##0.00_ "), shown(0, "0;-0;;@"), shown("301", "0;-0;0;_ @")
    ('1,234.50 ', '', ' 301')
    >>> shown(date(2026, 3, 1), 'yyyy"年"m"月"d"日"'), shown(None, "0"), shown(True, "General")
    ('2026年3月1日', '', 'TRUE')
    """
    if value is None or isinstance(value, time):  # a day 0 is read as a time
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return _day(value, code.partition(";")[0])
    if isinstance(value, int | float):
        told = displayed(value, code)
        return f"{value:.15g}" if told is None else told
    return _text(str(value), code.rpartition(";")[2]) if "@" in code else str(value)


def _day(day: date, code: str) -> str:
    """A day; of a time of day nothing is shown."""
    written = {
        "yyyy": f"{day.year:04}",
        "yy": f"{day.year % 100:02}",
        "mm": f"{day.month:02}",
        "m": f"{day.month}",
        "dd": f"{day.day:02}",
        "d": f"{day.day}",
    }
    pieces = (found[0] for found in _PIECES.finditer(code))
    told = "".join(written.get(piece.lower(), _literal(piece)) for piece in pieces)
    plain = day.date() if isinstance(day, datetime) else day
    return told if any(sign.isdigit() for sign in told) else plain.isoformat()


def _text(text: str, section: str) -> str:
    """A text in the section of a format that is for texts."""
    pieces = (found[0] for found in _PIECES.finditer(section))
    return "".join(text if piece == "@" else _literal(piece) for piece in pieces)


def _literal(piece: str) -> str:
    """What a piece of a format shows that stands for nothing else."""
    if piece.startswith('"'):
        return piece[1:-1]
    if piece.startswith("\\"):
        return piece[1:]
    if piece.startswith("_"):
        return " "
    return "" if piece.startswith(("[", "*")) else piece
