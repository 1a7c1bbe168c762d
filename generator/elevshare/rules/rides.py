"""What a household owes for using a lift by rides, month cards and visits.

A tariff has a fee a ride a person, a month card a person, and a fee a visit (Beijing's cases,
表 5: 0.50 or 0.40, 50 and 1 yuan). All money is whole fen, so that nothing is ever rounded.
"""

from __future__ import annotations

from dataclasses import dataclass

#: The largest fee that is believed, in fen, and the largest counts of one household's month.
MAX_FEE = 100_000
MAX_COUNT = 9_999
MAX_CARDS = 99


@dataclass(frozen=True, slots=True)
class Tariff:
    """Fees in fen: a ride of one person, a month card for one person, a visit."""

    ride: int
    month_card: int
    visitor: int


@dataclass(frozen=True, slots=True)
class Usage:
    """One household's month: rides paid singly, month cards, visits; what it owes and holds.

    ``owing`` (unpaid from before) and ``credit`` (paid in advance) are fen, 0 or more.

    Only where fares go by storey (see ``fares``): ``years`` are year cards bought, ``persons`` who
    use single rides, ``free_persons`` of them who ride free, and their ``free_rides``, which are
    part of ``rides``.
    """

    rides: int = 0
    cards: int = 0
    visitors: int = 0
    owing: int = 0
    credit: int = 0
    years: int = 0
    persons: int = 0
    free_persons: int = 0
    free_rides: int = 0


@dataclass(frozen=True, slots=True)
class UsageBill:
    """A household's bill of one month, in fen; ``years`` are its year cards."""

    rides: int
    cards: int
    visitors: int
    owing: int
    credit: int
    years: int = 0

    @property
    def fee(self) -> int:
        """The month's own fee, before what is owed and held."""
        return self.rides + self.cards + self.visitors + self.years

    @property
    def to_pay(self) -> int:
        """What is to be paid now."""
        return max(0, self.fee + self.owing - self.credit)

    @property
    def left(self) -> int:
        """What of the credit goes on to the next month."""
        return max(0, self.credit - self.fee - self.owing)


def usage_bill(tariff: Tariff, usage: Usage) -> UsageBill:
    """The bill of one household's month.

    Raises:
        ValueError: a negative number.

    >>> bill = usage_bill(Tariff(50, 5000, 100), Usage(rides=32, cards=1, visitors=4, credit=3000))
    >>> bill.fee, bill.to_pay, bill.left
    (7000, 4000, 0)
    """
    counts = (usage.rides, usage.cards, usage.visitors, usage.owing, usage.credit)
    if min(*counts, tariff.ride, tariff.month_card, tariff.visitor) < 0:
        raise ValueError("neither a fee nor a count may be negative")
    return UsageBill(
        rides=usage.rides * tariff.ride,
        cards=usage.cards * tariff.month_card,
        visitors=usage.visitors * tariff.visitor,
        owing=usage.owing,
        credit=usage.credit,
    )


def break_even(tariff: Tariff) -> int | None:
    """Rides a month from which a month card costs one person no more than single rides.

    ``None`` where the tariff has no fee a ride or no month card to compare.

    >>> break_even(Tariff(50, 5000, 100)), break_even(Tariff(40, 5000, 100))
    (100, 125)
    >>> break_even(Tariff(30, 5000, 100))  # 166 rides cost 49.80, 167 cost 50.10
    167
    """
    if not tariff.ride or not tariff.month_card:
        return None
    return -(-tariff.month_card // tariff.ride)


def card_saving(tariff: Tariff, rides: int) -> int:
    """What one month card saves a person with so many rides, in fen; negative where it costs more.

    >>> tariff = Tariff(50, 5000, 100)
    >>> [card_saving(tariff, rides) for rides in (99, 100, 120)]
    [-50, 0, 1000]
    """
    return rides * tariff.ride - tariff.month_card
