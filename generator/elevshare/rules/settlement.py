"""The final settlement: what the lift has cost in the end, and who pays more or gets back.

The actual net amount (cost less subsidy plus compensation) is shared anew by the very rule of
the plan. Against its share every household has its relief, what its provident fund has paid and
what it has paid itself; one that joined later owes what it pays for that, and the others have
their refunds of it to come. What is left is asked for, or paid back; nothing is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actual:
    """What has come about in place of the plan, in fen.

    ``costs`` has one amount a cost item, ``None`` where it is not settled yet; a ``subsidy``,
    ``compensation`` or money of ``others`` of ``None`` is as planned; ``day`` is yyyy-mm-dd or empty. ``unplanned`` are the
    pools of costs that were not planned (the last of ``costs``), empty for the main one.
    """

    day: str = ""
    costs: tuple[int | None, ...] = ()
    subsidy: int | None = None
    compensation: int | None = None
    others: int | None = None
    unplanned: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every cost item has its amount, so that the settlement counts.

        >>> Actual(costs=(1, 0)).complete, Actual(costs=(1, None)).complete, Actual().complete
        (True, False, False)
        """
        return bool(self.costs) and None not in self.costs


@dataclass(frozen=True, slots=True)
class HouseholdAccount:
    """What one household has done so far, in fen.

    ``paid`` is what it has paid less what it has had back; ``joined`` what it owes for joining
    later, below 0 what it gets of another's payment.
    """

    relief: int = 0
    fund: int = 0
    paid: int = 0
    joined: int = 0


def net_of(cost: int, subsidy: int, compensation: int) -> int:
    """What there is to share in the end.

    Raises:
        ValueError: the subsidy is above all that was spent.

    >>> net_of(48_800_000, 20_000_000, 1_000_000)
    29800000
    """
    net = cost - subsidy + compensation
    if net < 0:
        raise ValueError("the subsidy is above cost and compensation")
    return net


def counted_relief(share: int, account: HouseholdAccount) -> int:
    """The relief that counts: a household is spared its share, it is never paid for relief.

    >>> counted_relief(3_000, HouseholdAccount(relief=5_000)), counted_relief(3_000, HouseholdAccount(relief=100))
    (3000, 100)
    """
    return min(share, account.relief)


def balance(share: int, account: HouseholdAccount) -> int:
    """What a household has still to pay, below 0 what it gets back.

    >>> balance(2_000_000, HouseholdAccount(relief=100_000, fund=500_000, paid=1_500_000))
    -100000

    One that has left after paying owes nothing and gets all back:

    >>> balance(0, HouseholdAccount(paid=1_500_000))
    -1500000
    """
    relief = counted_relief(share, account)
    return share - relief - account.fund - account.paid + account.joined


def balances(shares: Sequence[int], accounts: Sequence[HouseholdAccount]) -> list[int]:
    """``balance`` of every household.

    The sum is the net amount less relief, provident fund and payments: nobody's fen is lost.

    >>> balances([700, 300], [HouseholdAccount(paid=600), HouseholdAccount(paid=500)])
    [100, -200]
    """
    return [balance(*pair) for pair in zip(shares, accounts, strict=True)]
