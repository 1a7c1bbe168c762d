"""Days written as texts: in statements, where one is meant, and as what became of a room number.

Programs take a room such as 2-1 for a day and write it into a text table as ``2月1日``,
``1-Feb`` or ``2026/2/1``. What is taken for a day, all within the years 1900 to 2099:

* year first: ``2026-1-1``, ``2026/01/01``, ``2026.1.1``, ``2026年1月1日``, ``2026年1月``
* a month by its name or sign: ``1月1日``, ``1-Jan``, ``Jan-01``, ``1-Jan-26``, ``Jan-2026``
* with strokes and the year last: ``1/31/2026``
* any of them with a weekday or a time behind: ``2026/1/1 0:00``

No day is what may be a room: ``3-1``, ``3/1``, ``12-3-101``, ``26-1-1``, ``3-1-2001``,
``2001-1`` (a part of room 2001), ``20260101``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from elevshare.vocabulary import listed, visible

_WEEKDAY = r"[(（]?(?:星期|周)[一二三四五六日天][)）]?"
_TIME = r"(?:上午|下午)?\s*\d{1,2}[:时]\d{1,2}(?:[:分](?:\d{1,2}(?:[.,]\d+)?秒?)?)?\s*(?:[AP]M|Z|[+-]\d\d:?\d\d)?"
#: As databases write it, without signs or with points.
_STAMP = r"-\d\d\.\d\d\.\d\d(?:\.\d+)?|\s+\d{6}"
_BEHIND = rf"(?:\s*{_WEEKDAY})?(?:[T\s]*{_TIME}|{_STAMP})?"
_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>\d{1,2})", r"(?P<day>\d{1,2})"
_SIGN, _SAME = r"\s*(?P<sign>[-/.])\s*", r"\s*(?P=sign)\s*"
#: No day is longer; a long text would take long.
_LONGEST = 60
#: Whole days, by which nothing else can be meant.
_WHOLE = (
    rf"{_YEAR}{_SIGN}{_MONTH}{_SAME}{_DAY}",
    rf"{_YEAR}\s*年\s*{_MONTH}\s*月\s*{_DAY}\s*[日号]",
    rf"{_DAY}[-/ ]NAME[-/ ,]+{_YEAR}",
)
#: Digits alone, which may be a room.
_DIGITS = rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:\d{{6}})?"
#: Days that leave something open.
_PARTS = (
    rf"{_YEAR}\s*年\s*{_MONTH}\s*月",
    rf"{_MONTH}\s*月\s*{_DAY}\s*[日号]",
    rf"{_DAY}[-/ ]NAME(?:[-/ ]\d\d)?",
    r"NAME[-/ ](?:\d{1,2}|(?:19|20)\d\d)",
    rf"{_MONTH}/{_DAY}/{_YEAR}",
    rf"{_DAY}/{_MONTH}/{_YEAR}",
)


def day_of(text: str) -> date | None:
    """Return the day that a text names, where one is meant; ``None`` if it names none.

    Year, month and day must all be there and the order must be certain: ``3/1/2026`` is none.

    >>> day_of("20260301"), day_of("2026-03-01 10:22:33"), day_of("2026年3月1日")
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 1), datetime.date(2026, 3, 1))
    >>> day_of("3/1/2026"), day_of("2026-02-30"), day_of("26-3-1")
    (None, None, None)
    """
    return next(_days(text, "whole"), None) or next(_days(text, "digits"), None)


def looks_like_date(text: str) -> bool:
    """Return whether a text that should be a room is a day, see above.

    >>> [looks_like_date(text) for text in ("2月1日", "1-Feb", "2026/2/1 0:00", "2026.2.1")]
    [True, True, True, True]
    >>> [looks_like_date(text) for text in ("2-1", "12-3-101", "3-1-101", "2-0101", "20260201")]
    [False, False, False, False, False]
    """
    return read_as_day(text) is not None


def read_as_day(text: str) -> date | None:
    """Return the day for which a program has taken a room, ``None`` if it is none.

    What the text leaves open is of the year 2000: of ``1-Feb`` month and day count.

    >>> read_as_day("1-Feb"), read_as_day("2-1")
    (datetime.date(2000, 2, 1), None)
    """
    days = (day for kind in ("whole", "parts") for day in _days(text, kind))
    return next(days, None)


def _days(text: str, kind: str) -> Iterator[date]:
    """Yield the days as which a text can be read; what it leaves open is of a leap year."""
    plain = visible(text[:_LONGEST]).strip()
    for pattern in _patterns()[kind] if len(text) <= _LONGEST else ():
        if found := pattern.fullmatch(plain):
            about = found.groupdict()
            month = about.get("month") or _months().index(about["name"].casefold()) + 1
            try:
                yield date(int(about.get("year") or 2000), int(month), int(about.get("day") or 1))
            except ValueError:
                continue


@cache
def _months() -> tuple[str, ...]:
    """The names of the months in texts that programs write."""
    return listed("月份", "英文")


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    """The patterns of each kind."""
    name = f"(?P<name>{'|'.join(_months())})"
    kinds = {"whole": _WHOLE, "digits": (_DIGITS,), "parts": _PARTS}
    return {
        kind: [re.compile(one.replace("NAME", name) + _BEHIND, re.IGNORECASE) for one in patterns]
        for kind, patterns in kinds.items()
    }
