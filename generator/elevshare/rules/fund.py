"""What a household may draw from its housing provident fund, and who of the family draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from elevshare.money import largest_remainder

#: Most persons of one family that a book has rows for.
MAX_PERSONS = 6
#: Most that is believed: months to draw, fen that a limit is rounded down to.
MAX_MONTHS = 120
MAX_UNIT = 1_000_000


class Order(StrEnum):
    """How a family divides what it may draw."""

    BY_BALANCE = "按余额比例"
    IN_TURN = "按先后次序"


@dataclass(frozen=True, slots=True)
class Fund:
    """The withdrawal worked out for one household; ``persons`` are relations and balances in fen."""

    registered_on: str = ""
    room: str = ""
    persons: tuple[tuple[str, int], ...] = ()


def limit(share: int, unit: int = 1) -> int:
    """The most a household may draw, in fen: its net share, rounded down to the fund's unit.

    南京: a share of 30,000 yuan less 10,000 of subsidy leaves 20,000; 张家口 rounds to 100 yuan:

    >>> limit(3_000_000 - 1_000_000), limit(1_234_567, 10_000)
    (2000000, 1230000)
    """
    return share // unit * unit


def withdrawals(most: int, balances: Sequence[int], order: Order) -> list[int]:
    """What each person draws, in fen; nobody more than his balance, all together at most ``most``.

    Args:
        most: the household's limit in fen.
        balances: what each person has, in fen, in the order in which they may draw.
        order: in proportion to the balances, or one after the other (上海: the owner, then the
            spouse, then lineal relatives).

    >>> withdrawals(2_000_000, [3_000_000, 1_000_000], Order.BY_BALANCE)
    [1500000, 500000]
    >>> withdrawals(2_000_000, [1_500_000, 3_000_000], Order.IN_TURN)
    [1500000, 500000]
    """
    total = min(most, sum(balances))
    if order is Order.BY_BALANCE:
        return largest_remainder(total, balances)
    drawn: list[int] = []
    for balance in balances:
        drawn.append(min(balance, total - sum(drawn)))
    return drawn
