"""Where the money comes from: items of cost, each paid out of several sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from elevshare.money import largest_remainder
from elevshare.rules.subsidy import RATE_SCALE

#: The sources of a budget, in the order of every list of parts.
SOURCES = ("自筹", "补贴", "公积金", "维修基金", "单位或集体", "企业垫资")
#: A claim in whole percents, in tenths, or finer, may be off half of that, in 1/20,000.
STEPS = (100, 10, 1)


@dataclass(frozen=True, slots=True)
class BudgetItem:
    """One item: its amount in fen, and the part of each source in 1/10,000, which sum to 10,000."""

    name: str
    fen: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FinancingPlan:
    """The items, and what part of the whole a document claims for each source, in 1/10,000."""

    items: tuple[BudgetItem, ...] = ()
    claimed: tuple[int | None, ...] = (None,) * len(SOURCES)


def split(item: BudgetItem) -> list[int]:
    """What each source pays of an item, in fen; the sum is the item.

    Raises:
        ValueError: the parts do not sum to the whole.

    >>> split(BudgetItem("设备采购", 10_000_000, (6000, 4000, 0, 0, 0, 0)))
    [6000000, 4000000, 0, 0, 0, 0]
    """
    if sum(item.parts) != RATE_SCALE:
        raise ValueError("the parts of an item must sum to the whole")
    return largest_remainder(item.fen, item.parts)


def totals(items: Sequence[BudgetItem]) -> list[int]:
    """What each source pays of all items, in fen.

    One article's table: 35万 at 50/30/20, 10万 at 60/40, 5万 at 40 and 60 from the maintenance
    fund. It prints 55/35/10 percent for the whole, the plain averages of its first two rows; the
    items, weighed by their amounts, give 51/29/14/6.

    >>> items = [BudgetItem("设计施工", 35_000_000, (5000, 3000, 2000, 0, 0, 0)),
    ...          BudgetItem("设备采购", 10_000_000, (6000, 4000, 0, 0, 0, 0)),
    ...          BudgetItem("其他", 5_000_000, (4000, 0, 0, 6000, 0, 0))]
    >>> totals(items)
    [25500000, 14500000, 7000000, 3000000, 0, 0]
    """
    rows = [split(item) for item in items]
    return [sum(row[source] for row in rows) for source in range(len(SOURCES))]


def agrees(claimed: int, part: int, whole: int) -> bool:
    """Whether a claimed part (1/10,000) is the true one, within half of its last digit.

    >>> agrees(5500, 25_500_000, 50_000_000), agrees(5100, 25_500_000, 50_000_000)
    (False, True)
    """
    if not whole:
        return False
    step = next(step for step in STEPS if claimed % step == 0)
    return 2 * abs(claimed - Fraction(part * RATE_SCALE, whole)) <= step
