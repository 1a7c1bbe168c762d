"""A subsidy that arrives late: who pays it first, and who gets it back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from elevshare.money import largest_remainder


class Billing(StrEnum):
    """What the bills ask for while the subsidy has not arrived."""

    NET = "按净额收"
    GROSS = "先收全额，到账后退"


class SubsidyArrival(StrEnum):
    """Whether the subsidy has arrived."""

    EXPECTED = "预计"
    RECEIVED = "已到账"


def refunds(subsidy: int, dues: Sequence[int]) -> list[int]:
    """Part of the subsidy in fen that each household stands in for, in proportion to its due.

    Billed gross, a household pays its due and this; once the subsidy has arrived this goes back.
    Where nobody owes anything there is nothing to go by, and everybody gets 0.

    >>> refunds(1_000, [3_000, 0, 1_500])
    [667, 0, 333]
    """
    return largest_remainder(subsidy, dues) if any(dues) else [0] * len(dues)
