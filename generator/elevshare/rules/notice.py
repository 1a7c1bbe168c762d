"""A public notice: how many working days it hangs, and on which day that ends."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

#: At least as many working days as 咸阳 asks for, and the most that is believed.
MIN_DAYS, MAX_DAYS = 7, 30
#: Calendar days after the first within which a notice must end.
WINDOW = 60
#: Days off, and working weekends, that are kept: those of two years.
MAX_OFF = 38
#: Month and day of the public holidays that fall on the same days of every year: New Year, 1 and 2
#: May, National Day. Nobody ever works on them, also before the State Council has arranged a year.
#: Source: 《全国年节及纪念日放假办法》 as the State Council changed it on 12 November 2024, in force
#: since 1 January 2025 (seen in press reports, not in the gazette).
FIXED = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class OwnersNotice:
    """The owners' notice; dates are yyyy-mm-dd, ``start`` is empty until it is put up.

    ``holidays`` are days off and ``workdays`` weekends worked in their stead, as the State
    Council arranges every year; ``mask`` hides given names.
    """

    start: str = ""
    days: int = MIN_DAYS
    mask: bool = True
    place: str = ""
    contact: str = ""
    holidays: tuple[str, ...] = ()
    workdays: tuple[str, ...] = ()


def works(day: date, holidays: Collection[date], workdays: Collection[date]) -> bool:
    """Whether a day counts: one worked by arrangement, or a weekday that is no day off.

    >>> saturday = date(2026, 2, 14)
    >>> works(saturday, (), ()), works(saturday, (), (saturday,))
    (False, True)
    >>> works(date(2027, 1, 1), (), ()), works(date(2027, 1, 4), (), ())
    (False, True)
    """
    off = day in holidays or (day.month, day.day) in FIXED
    return day in workdays or (not off and day.weekday() < _SATURDAY)


def end_of_notice(
    start: date, days: int, holidays: Collection[date] = (), workdays: Collection[date] = ()
) -> date:
    """The last day of a notice: the working day number ``days`` after the day it is put up.

    Args:
        start: the day it is put up, which does not count.
        days: working days, 1 or more.
        holidays: days off besides ``FIXED``, weekends among them or not.
        workdays: days worked in their stead.

    Raises:
        ValueError: too few days, a day both off and worked, or no end within ``WINDOW`` days.

    Put up on a Friday, seven working days end on the Tuesday after the next weekend:

    >>> end_of_notice(date(2026, 3, 6), 7)
    datetime.date(2026, 3, 17)

    Three days off, and a Saturday worked:

    >>> off = [date(2026, 3, day) for day in (9, 10, 11)]
    >>> end_of_notice(date(2026, 3, 6), 7, off, [date(2026, 3, 14)])
    datetime.date(2026, 3, 19)
    """
    if days < 1:
        raise ValueError("a notice hangs at least one working day")
    if set(holidays) & set(workdays):
        raise ValueError("a day is both off and worked")
    window = (start + timedelta(ahead) for ahead in range(1, WINDOW + 1))
    working = [day for day in window if works(day, holidays, workdays)]
    if len(working) < days:
        raise ValueError(f"the notice does not end within {WINDOW} days")
    return working[days - 1]
