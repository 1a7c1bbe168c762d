"""What every household of a book owes, in fen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from elevshare.carrying.source import FilledBook
from elevshare.errors import InputError
from elevshare.money import yuan
from elevshare.schemes import Family
from elevshare.text import raise_all
from elevshare.workbook.reading.numbers import number_of
from elevshare.workbook.sheets.households import TITLE
from elevshare.workbook.subjects.sharing.inputs import BILL

#: What 参数 calls its inputs.
_LABELS = {field.key: field.label for field in BILL}


@dataclass(frozen=True, slots=True)
class Household:
    """One household.

    Attributes:
        owed: what it should have paid in all.
        left: what is still to be paid.
        now: what its bill asks for.
        instalments: the amounts of its instalments, where there are several.
    """

    room: str
    owner: str
    owed: int
    left: int
    now: int = 0
    instalments: tuple[int, ...] = ()

    def expected(self, left: int) -> frozenset[int]:
        """Return the amounts that it may be asked for while it owes ``left``.

        >>> sorted(Household("301", "", 1000, 1000, 250, (250, 250)).expected(750))
        [250, 750]
        """
        asked = {left, self.now - (self.left - left), *self.instalments}
        return frozenset(fen for fen in asked if 0 < fen <= left)

    @property
    def said(self) -> str:
        """The household for a list: 301 王建国（还欠 5,000.00 元）."""
        owner = f" {self.owner}" if self.owner else ""
        return f"{self.room}{owner}（还欠 {yuan(self.left)} 元）"


def households_of(source: FilledBook) -> tuple[Household, ...]:
    """Return the households of a book, in the order of its rows.

    Raises:
        InputError: rows of 住户 are invalid and count for nothing, so that the others owe too much,
            or the amounts cannot be worked out yet.
    """
    wrong = [one for one in source.returned.findings if one.sheet == TITLE]
    raise_all([finding.problem(source.book.name) for finding in wrong])
    amounts = source.amounts
    if isinstance(amounts, str):
        raise InputError(
            f"各户应缴多少还算不出来：{amounts}",
            where=source.book.name,
            todo="请先把簿子填完整，再收款",
        )
    flats = source.returned.project.flats
    lease = source.returned.project.scheme.family is Family.LEASE
    periods, period = (1, 1) if lease else _instalments(source)
    found = []
    for flat, one in zip(flats, amounts.households, strict=True):
        each = one.owed // periods
        until = one.owed if period == periods else each * period
        now = one.due if lease else max(0, until - one.fund - one.paid)
        parts = (each, one.owed - each * (periods - 1)) if periods > 1 else ()
        found.append(Household(flat.room, flat.owner, one.owed, one.left, now, parts))
    return tuple(found)


def _instalments(source: FilledBook) -> tuple[int, int]:
    """Return in how many instalments is paid, and the current one, as the book counts them."""
    periods, period = (_number(source, key) for key in ("instalments", "instalment"))
    return periods, min(periods, period)


def _number(source: FilledBook, key: str) -> int:
    """Return a whole number of 参数 that is 1 where it is blank or invalid."""
    found: Iterator[int] = (
        int(read.number)
        for label in source.places
        if label.sheet == "参数" and label.head == _LABELS[key]
        and (cell := source.cell(label)) and (read := number_of(cell.value))
        and read.number == int(read.number) and 1 <= read.number <= 120
    )  # fmt: skip
    return next(found, 1)
