"""The public holidays of the years of which the State Council's notice was seen: a file a year.

Every book has the same ones, whenever it is made, and its notice counts them. A year without a file
is missing on purpose: nobody guesses it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib import resources

from elevshare.errors import InputError
from elevshare.rules.notice import MAX_OFF, OwnersNotice
from elevshare.schemes.status import KINDS
from elevshare.toml_table import Table, parse

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Holiday:
    """One holiday: its first and last day, and the weekends worked in exchange, as yyyy-mm-dd."""

    name: str
    first: str
    last: str
    worked: tuple[str, ...]

    @property
    def weekdays(self) -> tuple[str, ...]:
        """The days off that are no weekend: only these need to be told to a calendar.

        >>> Holiday("国庆节", "2026-10-01", "2026-10-07", ()).weekdays[2:]
        ('2026-10-05', '2026-10-06', '2026-10-07')
        """
        first, last = date.fromisoformat(self.first), date.fromisoformat(self.last)
        days = (first + timedelta(ahead) for ahead in range((last - first).days + 1))
        return tuple(str(day) for day in days if day.weekday() < _SATURDAY)


@dataclass(frozen=True, slots=True)
class HolidayYear:
    """The holidays of a year, and the notice that arranges them; ``kind`` is a key of ``KINDS``."""

    year: int
    title: str
    number: str
    issuer: str
    date: str
    seen: str
    kind: str
    holidays: tuple[Holiday, ...]

    @property
    def off(self) -> tuple[str, ...]:
        """All days off that are no weekends."""
        return tuple(day for one in self.holidays for day in one.weekdays)

    @property
    def worked(self) -> tuple[str, ...]:
        """All weekends that are worked, in order."""
        return tuple(sorted(day for one in self.holidays for day in one.worked))


@cache
def known_years() -> tuple[HolidayYear, ...]:
    """Return the newest years that have room in a book, the oldest of them first.

    >>> [one.year for one in known_years()][:1], len(known_years()[0].off)
    ([2026], 19)
    """
    files = (file for file in resources.files(__name__).iterdir() if file.name.endswith(".toml"))
    years = sorted((read_year(file.read_text("utf-8"), file.name) for file in files),
                   key=lambda one: one.year)  # fmt: skip
    while sum(len(one.off) for one in years) > MAX_OFF:
        del years[0]
    return tuple(years)


def with_known_days(notice: OwnersNotice) -> OwnersNotice:
    """Return a notice with the holidays of every known year of which it does not name any day.

    >>> notice = with_known_days(OwnersNotice(holidays=("2027-01-01",)))
    >>> notice.holidays[0], notice.holidays[-1], notice.workdays[0]
    ('2026-01-01', '2027-01-01', '2026-01-04')
    >>> with_known_days(OwnersNotice(holidays=("2026-10-01",))).holidays
    ('2026-10-01',)
    """
    told = {day[:4] for day in (*notice.holidays, *notice.workdays)}
    for one in known_years():
        off = _sorted(notice.holidays, one.off)
        if str(one.year) not in told and len(off) <= MAX_OFF:
            worked = _sorted(notice.workdays, one.worked)
            notice = replace(notice, holidays=off, workdays=worked)
    return notice


def _sorted(*days: Iterable[str]) -> tuple[str, ...]:
    """All days in order."""
    return tuple(sorted(day for some in days for day in some))


def read_year(text: str, file: str) -> HolidayYear:
    """Read the file of a year.

    Raises:
        InputError: it is malformed, or a day does not belong where it stands.
    """
    root = parse(text, file)
    year = HolidayYear(
        year=root.number("year", 0),
        title=root.text("title"),
        number=root.text("number"),
        issuer=root.text("issuer"),
        date=root.text("date"),
        seen=root.text("seen"),
        kind=root.choice("kind", {kind: kind for kind in KINDS}),
        holidays=tuple(map(_holiday, root.tables("holiday"))),
    )
    root.done()
    wrong = [day for day in year.worked if date.fromisoformat(day).weekday() < _SATURDAY]
    wrong += [day for day in (*year.off, *year.worked) if day[:4] != str(year.year)]
    if wrong or not year.off:
        raise InputError(f"{wrong or '放假日'} 不对", where=file, todo="请对照通知改正")
    return year


def _holiday(table: Table) -> Holiday:
    """Read one ``[[holiday]]``."""
    days = table.days("off")
    holiday = Holiday(table.text("name"), days[0], days[-1], tuple(table.days("worked")))
    table.done()
    return holiday
