"""What a single input is: its name, what may be filled in, and what it is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from elevshare.money import MAX_FEN
from elevshare.project import Project
from elevshare.rules.share import MAX_WEIGHT, WEIGHT_SCALE
from elevshare.workbook.sheetxml import Value

#: The largest amount in yuan and the largest coefficient, as validations and formulas write them.
MAX_YUAN = str(MAX_FEN // 100)
MAX_COEFFICIENT = str(MAX_WEIGHT // WEIGHT_SCALE)
YES, NO = "是", "否"
YES_NO = (YES, NO)
PERCENT = ("0", "1")
#: From the year 2000 to 2099, as day numbers.
DATES = ("36526", "73050")


def spoken(number: str) -> str:
    """A bound as it is said: nobody counts seven zeros.

    >>> spoken("10000000"), spoken("10000"), spoken("120")
    ('1000 万', '10000', '120')
    """
    return f"{number[:-4]} 万" if number.endswith("0000") and len(number) > 5 else number


#: What may be filled in as an amount in a table.
AMOUNT_HINT = f"请填 0 到 {spoken(MAX_YUAN)}元之间的数，最多两位小数，不写单位"


@dataclass(frozen=True, slots=True)
class Field:
    """One input: its key, Chinese label, kind of number, note, and the value a project gives.

    ``choices`` are the words of a drop-down; ``bounds`` the lowest and highest number allowed;
    ``blank`` is what a number counts as where nothing is filled in (-1: there is none).
    """

    key: str
    label: str
    kind: str
    note: str
    value: Callable[[Project], Value] = lambda project: None
    choices: tuple[str, ...] = ()
    bounds: tuple[str, str] = ("0", MAX_YUAN)
    blank: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Inputs of one subject on one sheet: single ones first, then ``rows`` rows of a table."""

    key: str
    title: str
    fields: tuple[Field, ...] = ()
    rows: int = 0


def yes_no(truth: bool) -> str:
    """是 or 否."""
    return YES if truth else NO


def day_number(day: str) -> int | None:
    """A date yyyy-mm-dd as the day number of spreadsheets, ``None`` for no date.

    >>> day_number("2026-01-01"), day_number("")
    (46023, None)
    """
    return (date.fromisoformat(day) - date(1899, 12, 30)).days if day else None
