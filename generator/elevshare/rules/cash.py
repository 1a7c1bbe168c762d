"""The cash position of a lift's account: what came in and went out, what is in hand, what is to come.

What is left once all has come in and all is paid is 0 where everything went as planned: the
households bring what the cost and the compensation take, less the subsidy. Where it is not 0
there are reasons, and their sum says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Spending(StrEnum):
    """What a payment is for."""

    ENGINEERING = "工程款"
    COMPENSATION = "补偿"
    OTHER = "其他支出"


@dataclass(frozen=True, slots=True)
class CashPayment:
    """One payment in fen; ``item`` is the cost item that it is for, empty where none is named."""

    spending: Spending
    fen: int
    item: str = ""


@dataclass(frozen=True, slots=True)
class CashAccount:
    """One household in fen: what it owes in all after relief, and what has come from it.

    ``due`` is its share, ``ahead`` what it is asked for until the subsidy has arrived.
    """

    due: int
    relief: int = 0
    ahead: int = 0
    fund: int = 0
    received: int = 0
    refunded: int = 0

    @property
    def open(self) -> int:
        """What it still has to pay; negative where it has paid too much."""
        owed = max(0, self.due + self.ahead - self.relief)
        return owed - self.fund - self.received + self.refunded


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is planned, in fen: cost items by name, compensation, subsidy.

    ``subsidy`` pays for building; ``upkeep`` arrives with it and is kept for running the lift.
    """

    costs: Mapping[str, int]
    compensation: int = 0
    subsidy: int = 0
    upkeep: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """What has come in and gone out besides the households, in fen."""

    opening: int = 0
    arrived: int = 0
    other: int = 0
    payments: Sequence[CashPayment] = ()

    def spent(self, spending: Spending) -> int:
        """All payments of one kind."""
        return sum(one.fen for one in self.payments if one.spending is spending)


@dataclass(frozen=True, slots=True)
class Position:
    """The position in fen; ``left`` is what remains in the end, and the sum of ``reasons``."""

    income: int
    outgo: int
    hand: int
    due: int
    overpaid: int
    grant_due: int
    cost_left: int
    payout_left: int
    left: int
    reasons: Mapping[str, int]


def position(agreed: Agreed, households: Sequence[CashAccount], moved: Moved) -> Position:
    """Where the account stands, and where it will stand in the end.

    A subsidy of 300 yuan that the households stand in for, a lift of 1,000 yuan that cost 20 more:

    >>> agreed = Agreed({"设备": 80_000, "安装": 20_000}, subsidy=30_000)
    >>> paid = CashPayment(Spending.ENGINEERING, 82_000, "设备")
    >>> found = position(agreed, [CashAccount(70_000, ahead=30_000, received=90_000)], Moved(payments=[paid]))
    >>> found.hand, found.due, found.grant_due, found.cost_left, found.left
    (8000, 10000, 30000, 20000, -2000)
    >>> {name: fen for name, fen in found.reasons.items() if fen}
    {'cost_over': -2000}
    """
    income = moved.arrived + moved.other + sum(a.received + a.fund for a in households)
    outgo = sum(p.fen for p in moved.payments) + sum(a.refunded for a in households)
    hand = moved.opening + income - outgo
    due = sum(max(0, one.open) for one in households)
    overpaid = sum(max(0, -one.open) for one in households)
    grant_due = max(0, agreed.subsidy + agreed.upkeep - moved.arrived)
    cost_left = _cost_left(agreed.costs, moved.payments)
    payout_left = max(0, agreed.compensation - moved.spent(Spending.COMPENSATION))
    ahead = sum(one.ahead for one in households)
    coming, going = due + grant_due, overpaid + ahead + agreed.upkeep + cost_left + payout_left
    return Position(
        income, outgo, hand, due, overpaid, grant_due, cost_left, payout_left,
        hand + coming - going, _reasons(agreed, households, moved),
    )  # fmt: skip


def paid_of(name: str, payments: Sequence[CashPayment]) -> int:
    """What was paid for one cost item; for no named one where ``name`` is empty."""
    engineering = (one for one in payments if one.spending is Spending.ENGINEERING)
    return sum(one.fen for one in engineering if one.item == name)


def _cost_left(costs: Mapping[str, int], payments: Sequence[CashPayment]) -> int:
    """What the items still need: one that cost more than planned takes nothing from another."""
    named = sum(max(0, fen - paid_of(name, payments)) for name, fen in costs.items() if name)
    return max(0, named + costs.get("", 0) - paid_of("", payments))


def _reasons(agreed: Agreed, households: Sequence[CashAccount], moved: Moved) -> dict[str, int]:
    """Why something is left in the end, or lacking (negative)."""
    cost = sum(agreed.costs.values())
    built = moved.spent(Spending.ENGINEERING)
    paid_out = moved.spent(Spending.COMPENSATION)
    owed = sum(max(0, one.due + one.ahead - one.relief) for one in households)
    asked = sum(one.due + one.ahead for one in households)
    shared = sum(one.due for one in households)
    return {
        "opening": moved.opening,
        "other": moved.other,
        "others": -moved.spent(Spending.OTHER),
        "relief": owed - asked,
        "grant_over": max(0, moved.arrived - agreed.subsidy - agreed.upkeep),
        "cost_over": -(_cost_left(agreed.costs, moved.payments) - cost + built),
        "payout_over": -max(0, paid_out - agreed.compensation),
        "apart": shared + agreed.subsidy - cost - agreed.compensation,
    }
