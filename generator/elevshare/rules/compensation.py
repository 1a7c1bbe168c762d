"""What low floors are paid out of the money raised, and the limits that a city sets to it.

A limit is never applied silently: ``breaches`` says which one is broken and by how much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from elevshare.money import largest_remainder, round_half_up, yuan
from elevshare.rules.share import Flat
from elevshare.rules.subsidy import RATE_SCALE


class CompensationWay(StrEnum):
    """How the compensation is found."""

    TOTAL = "手工合计"
    FIRST = "一层定额"
    POOL = "按面积分配"
    TABLE = "逐户金额"


@dataclass(frozen=True, slots=True)
class Compensation:
    """A way to compensate low floors, and limits; amounts in fen, rates in 1/10,000.

    ``first`` is paid to each household of storey 1 and ``second`` of it to each of storey 2
    (``FIRST``); ``pool`` is paid into the pool for each flat of storey 1 (``POOL``).
    ``household_cap`` limits a household of storey 1 to cost ÷ households, and one of storey 2 to
    ``second`` of that; ``total_cap`` limits the whole to a part of the cost.
    """

    way: CompensationWay = CompensationWay.TOTAL
    first: int = 0
    second: int = RATE_SCALE // 2
    pool: int = 0
    household_cap: bool = False
    total_cap: int | None = None


def payouts(rule: Compensation, flats: Sequence[Flat]) -> list[int]:
    """Compensation of each flat in fen, in the order of ``flats``.

    With ``TOTAL`` nobody has said who gets what, so every flat gets 0.

    日照: 10,000 yuan for each flat of storey 1, divided by their areas (80 and 120 m²):

    >>> flats = [Flat("101", 1, 8000), Flat("102", 1, 12000), Flat("201", 2, 8000)]
    >>> payouts(Compensation(CompensationWay.POOL, pool=1_000_000), flats)
    [800000, 1200000, 0]

    厦门: half of it for storey 2:

    >>> payouts(Compensation(CompensationWay.FIRST, first=500_001), flats)
    [500001, 500001, 250001]
    """
    if rule.way is CompensationWay.FIRST:
        by_storey: dict[float, int] = {
            1: rule.first,
            2: round_half_up(rule.first * rule.second, RATE_SCALE),
        }
        return [by_storey.get(flat.storey, 0) for flat in flats]
    if rule.way is CompensationWay.POOL:
        sizes = [flat.area if flat.storey == 1 else 0 for flat in flats]
        pool = rule.pool * sum(1 for size in sizes if size)
        return largest_remainder(pool, sizes)
    return [flat.payout if rule.way is CompensationWay.TABLE else 0 for flat in flats]


def caps(rule: Compensation, cost: int, households: int) -> tuple[int, int]:
    """The most in fen that one household of storey 1, and one of storey 2, may get.

    >>> caps(Compensation(), 60_000_000, 14)
    (4285714, 2142857)
    """
    first = cost // households if households else 0
    return first, round_half_up(first * rule.second, RATE_SCALE)


def breaches(
    rule: Compensation, total: int, cost: int, flats: Sequence[Flat], paid: Sequence[int]
) -> list[str]:
    """What breaks a limit, in words for the users; nothing where all is well.

    >>> flats = [Flat("101", 1, 8000), Flat("201", 2, 8000)]
    >>> breaches(Compensation(total_cap=3000), 31, 100, flats, [31, 0])
    ['补偿合计 0.31 元超过总费用的 30%（0.30 元）']
    >>> breaches(Compensation(household_cap=True), 51, 100, flats, [51, 0])
    ['101 的补偿 0.51 元超过每户上限 0.50 元']
    """
    found = []
    if rule.household_cap:
        limits: dict[float, int] = dict(zip((1, 2), caps(rule, cost, len(flats)), strict=True))
        found = [
            f"{flat.room} 的补偿 {yuan(fen)} 元超过每户上限 {yuan(limits[flat.storey])} 元"
            for flat, fen in zip(flats, paid, strict=True)
            if fen > limits.get(flat.storey, fen)
        ]
    if rule.total_cap is not None:
        limit = cost * rule.total_cap // RATE_SCALE
        if total > limit:
            rate = f"{rule.total_cap / 100:g}%"
            found.append(f"补偿合计 {yuan(total)} 元超过总费用的 {rate}（{yuan(limit)} 元）")
    return found
