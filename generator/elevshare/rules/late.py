"""Owners who join later, one after another: what each pays, and what those who paid get back.

He pays his original share (what he would have owed had he and all who joined before him taken part
from the start, or what was agreed), by agreement with interest, less depreciation, or times a
multiple. It goes back to those who paid until then, in proportion, or to those who advanced it.
There is one rounding, to the fen, halves up; the refunds lose nothing.

After each joining the account of a household is what it owed before, plus what it pays for
joining, less what it gets back; so the accounts always sum to the net amount.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from elevshare.money import largest_remainder, round_half_up

MONTHS = 12
#: Rates are whole numbers of 1/10,000 a year, multiples of 1/100.
RATE_SCALE = 10_000
MULTIPLE_SCALE = 100
#: Most joiners of a book, and most entries of who advanced money.
MAX_JOINERS, MAX_ADVANCES = 6, 12
#: Joiners that a template has room for.
TEMPLATE_JOINERS = 3
#: Most that is believed: months passed, years of life, interest a year, multiple.
MAX_MONTHS = 600
MAX_YEARS = 100
MAX_RATE = RATE_SCALE
MAX_MULTIPLE = 10 * MULTIPLE_SCALE


class JoiningWay(StrEnum):
    """What is done to the original share."""

    PLAIN = "不加不减"
    INTEREST = "加利息"
    DEPRECIATION = "折旧"
    MULTIPLE = "倍数"


class WriteOff(StrEnum):
    """How a share is written off: a part every month, or a part when a year is full."""

    MONTHLY = "按月"
    YEARLY = "按年"


class RefundBasis(StrEnum):
    """Who gets the payment, and in proportion to what.

    All who took part until then: by what each owes, or has paid, until then. Those who advanced
    the money: by what each advanced, or all alike. Those who carry the gap of the absent: by the
    weight with which they carry it, so that each gets back what it carried.
    """

    DUE = "按应分摊"
    PAID = "按已缴"
    ADVANCED = "按垫付"
    ALIKE = "垫付户平分"
    CARRIED = "按分担退出份额"


#: The bases of those who advanced the money.
BY_ADVANCE = frozenset({RefundBasis.ADVANCED, RefundBasis.ALIKE})


@dataclass(frozen=True, slots=True)
class Advance:
    """What a household advanced for one who did not take part yet, in fen."""

    room: str
    fen: int = 0


@dataclass(frozen=True, slots=True)
class Joining:
    """An owner who joins later: the owners' choices.

    ``room`` is his flat, empty where nobody joins; ``original`` his original share in fen,
    ``None`` where it is worked out; ``rate`` simple interest in 1/10,000 a year; ``years`` the
    life that is written off in equal parts, which begins after ``free`` years; ``multiple`` in
    1/100; ``months`` since the others paid. What is ``None`` has not been agreed. ``advances``
    count where the basis is one of ``BY_ADVANCE``; ``day`` (yyyy-mm-dd or empty) only says when.
    """

    room: str = ""
    original: int | None = None
    way: JoiningWay = JoiningWay.PLAIN
    rate: int | None = None
    years: int | None = None
    multiple: int | None = None
    months: int | None = None
    basis: RefundBasis = RefundBasis.DUE
    free: int = 0
    write_off: WriteOff = WriteOff.MONTHLY
    advances: tuple[Advance, ...] = ()
    day: str = ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the joiner pays and what each other gets back, in fen; the refunds sum to it."""

    original: int
    payment: int
    refunds: tuple[int, ...]


def factor(joining: Joining) -> Fraction:
    """By what the original share is multiplied; never negative.

    Raises:
        ValueError: the number that the way needs is missing, or makes no sense.

    >>> factor(Joining(way=JoiningWay.INTEREST, rate=300, months=18))
    Fraction(209, 200)
    >>> factor(Joining(way=JoiningWay.DEPRECIATION, years=15, months=36))
    Fraction(4, 5)
    >>> factor(Joining(way=JoiningWay.DEPRECIATION, years=15, months=71, free=5))
    Fraction(169, 180)
    >>> factor(Joining(way=JoiningWay.MULTIPLE, multiple=120)), factor(Joining())
    (Fraction(6, 5), Fraction(1, 1))
    """
    if joining.way is JoiningWay.INTEREST:
        over = RATE_SCALE * MONTHS
        return Fraction(over + _told(joining.rate) * _told(joining.months), over)
    if joining.way is JoiningWay.DEPRECIATION:
        life = _told(joining.years, least=1) * MONTHS
        return Fraction(max(0, life - _worn(joining)), life)
    if joining.way is JoiningWay.MULTIPLE:
        return Fraction(_told(joining.multiple), MULTIPLE_SCALE)
    return Fraction(1)


def _worn(joining: Joining) -> int:
    """The months that are written off: those after the years without, only full years if yearly."""
    months = max(0, _told(joining.months) - joining.free * MONTHS)
    return months // MONTHS * MONTHS if joining.write_off is WriteOff.YEARLY else months


def _told(number: int | None, least: int = 0) -> int:
    """A number that must be there."""
    if number is None or number < least:
        raise ValueError("a number that the way of joining needs is missing or too small")
    return number


def settle(joining: Joining, original: int, weights: Sequence[int]) -> Settlement:
    """What the joiner pays, and what each of the others gets back.

    Args:
        joining: the owners' choices.
        original: his original share in fen, 0 or more; a share agreed in ``joining`` goes first.
        weights: for each of the others what he owed or has paid, in fen; he who paid nothing
            gets nothing, and equal remainders favour the earlier one.

    Raises:
        ValueError: a number is missing or negative, or there is nobody to refund.

    The joiner of the 2023 case pays his original share, without interest (典型案例):

    >>> settle(Joining("402"), 1_007_700, [3_000_000, 3_000_000, 4_000_000])
    Settlement(original=1007700, payment=1007700, refunds=(302310, 302310, 403080))
    """
    share = original if joining.original is None else joining.original
    if share < 0:
        raise ValueError("the original share is negative")
    times = factor(joining)
    payment = round_half_up(share * times.numerator, times.denominator)
    return Settlement(share, payment, tuple(largest_remainder(payment, weights)))
