"""The numbers of the compensation that a scheme ships, except single inputs."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.rules.compensation import CompensationWay
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.workbook.origin import Origin, article_of
from elevshare.workbook.plan import Plan


def origins(plan: Plan) -> Iterator[Origin]:
    """The part of storey 1's amount that storey 2 gets, and amounts of a published case."""
    scheme, found = plan.project.scheme, plan.project.scheme.compensation
    if found is None:
        return
    article, source = article_of(scheme, found), scheme.source(found.source)
    if found.rule.way is CompensationWay.FIRST:
        cell = plan.parameter("payout_second")
        second = found.rule.second / RATE_SCALE
        yield Origin("二层补偿是一层的", second, cell, "percent", article, source)
    for room, fen in found.flats:
        yield Origin(f"案例中 {room} 的补偿（元）", fen / 100, "", "money", article, source)
