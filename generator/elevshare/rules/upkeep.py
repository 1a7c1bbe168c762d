"""The yearly running cost of a lift: what is left of it to share, each household's part, its periods.

From the yearly items go the income from advertising and this year's part of what a subsidy kept
for upkeep. The rest is shared by the coefficients of the building cost, equally or by area; who
is exempt is carried by the others. A year's periods add up to the year, to the fen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from elevshare.rules.share import (
    WEIGHT_SCALE,
    Flat,
    Method,
    OptOut,
    SplitForm,
    Storey,
    Within,
    share,
)

#: What one book can hold of yearly items.
MAX_ITEMS = 8
MONTHS = 12
#: The years that a bill may be of, and over how many a subsidy may be used.
YEARS = (2000, 2099)
MAX_SPREAD = 50


class Sharing(StrEnum):
    """How the running cost is shared."""

    COEFFICIENT = "coefficient"
    EQUAL = "equal"
    AREA = "area"


class Payers(StrEnum):
    """Who carries it: all that take part, or of them only those on a storey that weighs something.

    By coefficient a storey that weighs nothing carries nothing in either case.
    """

    TAKING = "taking"
    WEIGHING = "weighing"


class UpkeepPeriod(IntEnum):
    """How often a bill goes out: so many times a year."""

    MONTH = 12
    QUARTER = 4
    HALF_YEAR = 2
    YEAR = 1


@dataclass(frozen=True, slots=True)
class UpkeepItem:
    """One yearly item, in fen."""

    name: str
    fen: int


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The yearly running cost and how it is shared: the owners' choices; money in fen.

    ``sharing`` is ``None`` where the owners leave it to the scheme. ``fund`` is paid by a
    household a month. ``kept`` is what of a subsidy filled in by hand is kept for upkeep,
    ``years`` over how many it is used (0: not used), ``nth`` which of them this one is. ``year``
    is 0 and ``due_date`` (yyyy-mm-dd) empty where they are not known.
    """

    items: tuple[UpkeepItem, ...] = ()
    sharing: Sharing | None = None
    payers: Payers = Payers.TAKING
    period: UpkeepPeriod = UpkeepPeriod.YEAR
    number: int = 1
    year: int = 0
    advertising: int = 0
    fund: int = 0
    kept: int = 0
    years: int = 0
    nth: int = 1
    due_date: str = ""

    @property
    def cost(self) -> int:
        """What the items cost in a year."""
        return sum(item.fen for item in self.items)


@dataclass(frozen=True, slots=True)
class Year:
    """A year's running cost in fen; lists in the order of the flats.

    ``used`` is the year's part of the subsidy, ``surplus`` what advertising and subsidy bring
    beyond the cost, which goes to the upkeep fund. ``plain`` is what each would owe if nobody
    were exempt.
    """

    cost: int
    used: int
    net: int
    surplus: int
    dues: tuple[int, ...]
    plain: tuple[int, ...]

    @property
    def more(self) -> tuple[int, ...]:
        """What each pays more because others are exempt; negative for the exempt. The sum is 0."""
        return tuple(due - plain for due, plain in zip(self.dues, self.plain, strict=True))


def part_of_year(kept: int, years: int, nth: int) -> int:
    """What of a subsidy kept for upkeep is used in the ``nth`` of so many years, in fen.

    Every year has the same whole fen, the last what does not divide; after it, and where no
    years are set, there is nothing.

    >>> [part_of_year(10_000_001, 8, nth) for nth in (1, 7, 8, 9)], part_of_year(10_000_001, 0, 1)
    ([1250000, 1250000, 1250001, 0], 0)
    """
    if nth > years:
        return 0
    each = kept // years
    return kept - each * (years - 1) if nth == years else each


def part_of_period(yearly: int, period: UpkeepPeriod, number: int) -> int:
    """A household's amount in one period; all periods of a year sum to ``yearly``.

    >>> [part_of_period(100_00, UpkeepPeriod.QUARTER, number) for number in (1, 2, 3, 4)]
    [2500, 2500, 2500, 2500]
    >>> [part_of_period(1001, UpkeepPeriod.QUARTER, number) for number in (1, 2, 3, 4)]
    [250, 250, 250, 251]
    """
    return number * yearly // period - (number - 1) * yearly // period


def carries(flat: Flat, weight: int, sharing: Sharing, payers: Payers = Payers.TAKING) -> bool:
    """Whether a flat would carry its part if nobody were exempt.

    Args:
        flat: the flat.
        weight: weight of its storey, in any unit.
        sharing: how the running cost is shared.
        payers: who carries it where it is not shared by coefficient.
    """
    weighed = sharing is Sharing.COEFFICIENT or payers is Payers.WEIGHING
    return flat.taking_part and (weight > 0 or not weighed)


def upkeep_dues(
    net: int,
    flats: Sequence[Flat],
    weights: Mapping[Storey, int],
    method: Method,
    sharing: Sharing,
    payers: Payers = Payers.TAKING,
) -> list[int]:
    """Each flat's part of a year's net running cost, in fen; the sum is exactly ``net``.

    Args:
        net: amount to share in fen, 0 or more.
        flats: the flats of one stairwell; an exempt one pays nothing.
        weights: storey → weight in 1/10,000.
        method: how the building cost is shared. By coefficient it holds here too; ``opt_out``
            says in every case who carries an exempt flat; chosen storeys carry none.
        sharing: how the running cost is shared.
        payers: who carries it where it is not shared by coefficient.

    Raises:
        ValueError: there is something to share and nobody to pay it.

    Two flats a floor, 101 exempt; equally, then with its own floor carrying it:

    >>> flats = [Flat("101", 1, 8000, exempt=True), Flat("102", 1, 8000), Flat("201", 2, 9000)]
    >>> upkeep_dues(900, flats, {}, Method(), Sharing.EQUAL)
    [0, 450, 450]
    >>> from elevshare.rules.share import OptOut
    >>> upkeep_dues(900, flats, {}, Method(opt_out=OptOut.FLOOR), Sharing.EQUAL)
    [0, 600, 300]
    """
    # Terms of a household's own are about the building cost; below storey 1 nobody carries this one.
    carrying = [
        flat.storey >= 1 and carries(flat, weights.get(flat.storey, 0), sharing, payers)
        for flat in flats
    ]
    counted = [
        replace(flat, taking_part=carried and not flat.exempt, own_weight=None, fixed=None)
        for flat, carried in zip(flats, carrying, strict=True)
    ]
    if method.opt_out is OptOut.CHOSEN:
        method = replace(method, opt_out=OptOut.ALL)
    if sharing is Sharing.COEFFICIENT:
        return share(net, counted, weights, method)
    rows = [row for row, carried in enumerate(carrying) if carried]
    alike = dict.fromkeys((flat.storey for flat in flats), WEIGHT_SCALE)
    within = Within.AREA if sharing is Sharing.AREA else Within.EQUAL
    equally = Method(SplitForm.WHOLE, within, method.opt_out)
    split = share(net, [counted[row] for row in rows], alike, equally)
    dues = [0] * len(flats)
    for row, due in zip(rows, split, strict=True):
        dues[row] = due
    return dues


def year_of(
    upkeep: Upkeep,
    kept: int,
    flats: Sequence[Flat],
    weights: Mapping[Storey, int],
    method: Method,
    default: Sharing = Sharing.COEFFICIENT,
) -> Year:
    """A whole year's running cost.

    Args:
        upkeep: the owners' choices.
        kept: what of the subsidy is kept for upkeep, in fen.
        flats: the flats of one stairwell.
        weights: storey → weight in 1/10,000.
        method: how the building cost is shared.
        default: how the running cost is shared where the owners leave it to the scheme.

    Raises:
        ValueError: there is something to share and nobody to pay it.
    """
    used = part_of_year(kept, upkeep.years, upkeep.nth)
    left = upkeep.cost - upkeep.advertising - used
    net, sharing = max(0, left), upkeep.sharing or default

    def split(households: Sequence[Flat]) -> tuple[int, ...]:
        return tuple(upkeep_dues(net, households, weights, method, sharing, upkeep.payers))

    plain = split([replace(flat, exempt=False) for flat in flats])
    return Year(upkeep.cost, used, net, max(0, -left), split(flats), plain)


def fund_of_period(
    upkeep: Upkeep, flat: Flat, weight: int, default: Sharing = Sharing.COEFFICIENT
) -> int:
    """What a household pays into the upkeep fund in one period, in fen; an exempt one nothing.

    >>> half = Upkeep(fund=5000, period=UpkeepPeriod.HALF_YEAR)
    >>> fund_of_period(half, Flat("301", 3, 8000), weight=10_000)
    30000
    """
    above = flat.storey >= 1
    paying = (
        above
        and carries(flat, weight, upkeep.sharing or default, upkeep.payers)
        and not flat.exempt
    )
    return upkeep.fund * (MONTHS // upkeep.period) * paying
