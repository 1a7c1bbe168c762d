"""Usage fees of a leased lift (代建租赁): what a household pays in a month, a quarter or a year.

The company's table states a fee for every storey, by the month or by the year. The year's charge
is what is owed; it is divided among the twelve months of the lease year so that the months add up
to it to the fen, whatever they are grouped into. Source: 北京《典型案例》 tables 1 to 4, which state
the fees; how a year's charge is divided among months they do not state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from elevshare.rules.share import Flat

MONTHS = 12
#: The largest fee that is believed, in fen: 100,000 yuan.
MAX_FEE = 10_000_000


class Charge(StrEnum):
    """What a table of fees states: the fee of a month or of a year."""

    MONTH = "month"
    YEAR = "year"


class LeasePeriod(StrEnum):
    """How often bills go out."""

    MONTH = "按月"
    QUARTER = "按季"
    YEAR = "按年"
    CHOSEN = "自选月份"


#: How many periods a lease year has.
PERIODS = {LeasePeriod.MONTH: 12, LeasePeriod.QUARTER: 4, LeasePeriod.YEAR: 1}


@dataclass(frozen=True, slots=True)
class FeeTable:
    """Fees in fen by storey, from storey 1, of buildings of one size (``flats`` a storey)."""

    storeys: int
    flats: int
    fees: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lease:
    """The choices of one project.

    ``period`` ``None`` follows the table's charge; ``number`` is the period to bill, counting
    from 1; ``first`` and ``last`` are the months of the lease year where months are chosen;
    ``start`` is the lease year's first day (yyyy-mm-dd), empty where it is not told; ``fees``
    are the owners' own, in fen from storey 1, ``None`` where the company's table holds.

    ``other_fees`` are those that the company states beside them, by the year where the table is by
    the month and the other way round; a household may choose them. ``spread`` says whether who
    pays by the year pays a part in every period, instead of all in the first.
    """

    period: LeasePeriod | None = None
    number: int = 1
    first: int = 1
    last: int = MONTHS
    start: str = ""
    fees: tuple[int | None, ...] = ()
    other_fees: tuple[int | None, ...] = ()
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Bill:
    """What a household has to pay now, and what of its money is left for later, in fen."""

    to_pay: int
    carried: int


@dataclass(frozen=True, slots=True)
class FeeStanding:
    """How a household stands in a lease year, in fen.

    ``owed`` is what it should have paid until now, ``left`` what of it is missing, ``over`` what
    was paid beyond it, ``rest`` what is still to be paid until the end of the year.
    """

    owed: int
    left: int
    over: int
    rest: int


def annual(fee: int, charge: Charge) -> int:
    """A year's charge in fen.

    >>> annual(2_000, Charge.MONTH), annual(64_000, Charge.YEAR)
    (24000, 64000)
    """
    return fee * MONTHS if charge is Charge.MONTH else fee


def other(charge: Charge) -> Charge:
    """By the year for by the month, and the other way round.

    >>> other(Charge.MONTH).value
    'year'
    """
    return Charge.YEAR if charge is Charge.MONTH else Charge.MONTH


def months(year: int, first: int, last: int, at_once: bool = False) -> int:
    """The fee in fen of the months ``first`` to ``last`` of a lease year that costs ``year``.

    Up to the end of month k, k twelfths of the year have been charged, rounded down to the fen:
    so any twelve months running make exactly a year, and so do the parts of any division of it.
    ``at_once`` the whole year is charged in its first month.

    Raises:
        ValueError: the months are not 1 to 12, in order.

    640 yuan a year, as 华龄安康 charges the second of five storeys with three flats each:

    >>> [months(64_000, k, k) for k in (1, 2, 3)], months(64_000, 1, 3), months(64_000, 1, 12)
    ([5333, 5333, 5334], 16000, 64000)
    >>> months(64_000, 1, 1, at_once=True), months(64_000, 2, 12, at_once=True)
    (64000, 0)
    """
    if not 1 <= first <= last <= MONTHS:
        raise ValueError("months are 1 to 12 of a lease year, the first not after the last")
    if at_once:
        return year if first == 1 else 0
    return last * year // MONTHS - (first - 1) * year // MONTHS


def month(year: int, number: int) -> int:
    """The fee in fen of one month of a lease year, counting from 1."""
    return months(year, number, number)


def span(
    period: LeasePeriod, number: int = 1, first: int = 1, last: int = MONTHS
) -> tuple[int, int]:
    """First and last month of a period; of chosen months, those.

    Raises:
        ValueError: the lease year has no such period.

    >>> span(LeasePeriod.QUARTER, 3), span(LeasePeriod.YEAR), span(LeasePeriod.CHOSEN, first=5, last=6)
    ((7, 9), (1, 12), (5, 6))
    """
    if period is LeasePeriod.CHOSEN:
        return first, last
    periods = PERIODS[period]
    if not 1 <= number <= periods:
        raise ValueError(f"the year has {periods} such periods")
    length = MONTHS // periods
    return (number - 1) * length + 1, number * length


def bill(fee: int, arrears: int = 0, paid: int = 0, relief: int = 0) -> Bill:
    """What is to be paid: the period's fee and arrears, less what was paid before and relief.

    >>> bill(48_000, arrears=16_000, paid=20_000), bill(48_000, paid=50_000)
    (Bill(to_pay=44000, carried=0), Bill(to_pay=0, carried=2000))
    """
    balance = fee + arrears - paid - relief
    return Bill(max(0, balance), max(0, -balance))


def standing(
    year: int, last: int, arrears: int = 0, relief: int = 0, paid: int = 0, at_once: bool = False
) -> FeeStanding:
    """How a household stands when the months up to ``last`` of a lease year have been billed.

    Args:
        year: the year's charge.
        last: the last month that has been billed, 1 to 12.
        arrears: what was owed before the lease year.
        relief: what was remitted in the lease year until now.
        paid: what was paid in the lease year, less what was given back.
        at_once: whether the whole year is charged in the first month.

    640 yuan a year, three months billed, two of them paid:

    >>> standing(64_000, 3, paid=10_666)
    FeeStanding(owed=16000, left=5334, over=0, rest=53334)
    """
    owed = max(0, arrears + months(year, 1, last, at_once) - relief)
    whole = max(0, arrears + year - relief)
    return FeeStanding(owed, max(0, owed - paid), max(0, paid - owed), max(0, whole - paid))


def flats_a_storey(flats: Sequence[Flat]) -> int:
    """How many flats share a landing: the most on any storey above the first, which may differ.

    >>> flats_a_storey([Flat("101", 1, 8000), Flat("201", 2, 8000), Flat("202", 2, 8000)])
    2
    """
    return max(Counter(flat.storey for flat in flats if flat.storey > 1).values(), default=0)


def table_for(tables: Sequence[FeeTable], storeys: int, flats: int) -> FeeTable | None:
    """The table of buildings of one size; ``None`` where the company has none."""
    return next((one for one in tables if (one.storeys, one.flats) == (storeys, flats)), None)


def fee_of(table: FeeTable | None, own: Sequence[int | None], storey: int) -> int | None:
    """Fee of a storey in fen: the owners' own, else the table's; ``None`` where there is none.

    >>> table = FeeTable(3, 2, (0, 2_000, 16_000))
    >>> fee_of(table, (), 2), fee_of(table, (None, 1_500), 2), fee_of(table, (), 4)
    (2000, 1500, None)
    """
    if storey <= len(own) and (agreed := own[storey - 1]) is not None:
        return agreed
    return table.fees[storey - 1] if table and storey <= len(table.fees) else None
