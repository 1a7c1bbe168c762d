"""Settle a project: from the final cost to what each household still pays or gets back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elevshare.errors import InputError
from elevshare.money import yuan
from elevshare.project.assess import assess
from elevshare.project.model import Project
from elevshare.project.sharing import divided
from elevshare.rules.settlement import HouseholdAccount, balances, net_of


@dataclass(frozen=True, slots=True)
class Settled:
    """A settlement in fen, lists in the order of the flats; a negative balance is paid back."""

    cost: int
    subsidy: int
    compensation: int
    net: int
    shares: tuple[int, ...]
    balances: tuple[int, ...]


def settle(project: Project, accounts: Sequence[HouseholdAccount]) -> Settled:
    """Return the settlement of a project whose final costs are all known.

    Args:
        project: ``project.settlement`` has the final costs, subsidy and compensation.
        accounts: what each household has paid so far, in the order of the flats.

    Raises:
        InputError: a final cost is missing, or the subsidy is above cost and compensation.
    """
    actual, planned = project.settlement, assess(project)
    if not actual.complete:
        raise InputError("费用还没有决算齐", todo="请给出每一项费用的实际金额")
    cost = sum(fen for fen in actual.costs if fen is not None)
    subsidy = planned.subsidy if actual.subsidy is None else actual.subsidy
    others = planned.others if actual.others is None else actual.others
    paid_out = planned.compensation if actual.compensation is None else actual.compensation
    try:
        net = net_of(cost, subsidy + others, paid_out)
    except ValueError:
        less = "实际补贴和其他来源" if others else "实际补贴"
        whole = (
            f"{less} {yuan(subsidy + others)} 元超过实际费用与补偿之和 {yuan(cost + paid_out)} 元"
        )
        raise InputError(whole, todo="请核对实际金额") from None
    shares = divided(project, net, _pooled(project)).dues
    return Settled(cost, subsidy, paid_out, net, shares, tuple(balances(shares, accounts)))


def _pooled(project: Project) -> list[int]:
    """What each pool has cost in the end, in fen."""
    actual = project.settlement
    names = (*(item.pool for item in project.costs), *actual.unplanned)
    found = dict.fromkeys((pool.name for pool in project.pools), 0)
    for name, fen in zip(names, actual.costs, strict=False):
        if name in found:
            found[name] += fen or 0
    return list(found.values())
