"""What a book that came back says beside its project: who has paid, what has arrived, the month."""

from __future__ import annotations

from dataclasses import dataclass, field

from elevshare.rules.rides import Tariff, Usage


@dataclass(frozen=True, slots=True)
class Standing:
    """What is typed of one household, in fen.

    ``row`` is its row in the tables of the book, from 0. ``paid`` is what 住户 says where the book
    has no ledger, ``arrears`` what a lease book says of the time before, ``usage`` a month of rides.
    """

    row: int
    relief: int = 0
    fund: int = 0
    paid: int = 0
    arrears: int = 0
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Payment:
    """One row of 台账 that counts; ``fen`` is below 0 where the money went back."""

    day: str
    room: str
    fen: int
    method: str


@dataclass(frozen=True, slots=True)
class ArrivalEntry:
    """One row of 补贴到账 that counts, in fen; a day is empty and an amount 0 until it is known."""

    level: str
    applied_on: str = ""
    applied: int = 0
    approved: int = 0
    arrived_on: str = ""
    arrived: int = 0


@dataclass(frozen=True, slots=True)
class Entries:
    """All that is typed besides; ``standings`` in the order of the project's flats.

    ``ledger`` says whether payments stand one by one. ``tariff`` is the one chosen in a book of
    ride cards, ``month`` the month (yyyy-mm) that it bills, empty where it is not told.
    """

    standings: tuple[Standing, ...] = ()
    ledger: bool = False
    payments: tuple[Payment, ...] = ()
    arrivals: tuple[ArrivalEntry, ...] = ()
    tariff: Tariff | None = None
    month: str = ""
