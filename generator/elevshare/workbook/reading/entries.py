"""What a returned book has besides its project: payments, subsidies that arrived, the month."""

from __future__ import annotations

from dataclasses import dataclass, field

from elevshare.rules.rides import Tariff, Usage


@dataclass(frozen=True, slots=True)
class Standing:
    """The amounts typed for one household, in fen.

    ``row`` is its row in the tables of the book (from 0). ``paid`` is the payment on 住户 of a book
    without ledger, ``arrears`` the amount still due from earlier periods of a lease book, ``usage``
    what was used in a month.
    """

    row: int
    relief: int = 0
    fund: int = 0
    paid: int = 0
    arrears: int = 0
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Payment:
    """One valid row of 台账, its ``row`` from 0; ``fen`` is negative for a refund."""

    day: str
    room: str
    fen: int
    method: str
    remark: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class ArrivalEntry:
    """One valid row of 补贴到账, in fen; unknown days are empty, unknown amounts 0."""

    level: str
    applied_on: str = ""
    applied: int = 0
    approved: int = 0
    arrived_on: str = ""
    arrived: int = 0


@dataclass(frozen=True, slots=True)
class Entries:
    """All inputs besides the project; ``standings`` are in the order of its flats.

    ``ledger`` says whether the book has single payments. ``tariff`` is the chosen one in a book of
    ride cards, ``month`` the billed month (yyyy-mm), empty if unknown.
    """

    standings: tuple[Standing, ...] = ()
    ledger: bool = False
    payments: tuple[Payment, ...] = ()
    arrivals: tuple[ArrivalEntry, ...] = ()
    tariff: Tariff | None = None
    month: str = ""
