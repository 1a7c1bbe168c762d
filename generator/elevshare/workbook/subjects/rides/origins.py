"""The prepaid charge and the usage fees that a scheme ships."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple

from elevshare.workbook.origin import Origin, article_of
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.rides.inputs import FEES


def origins(plan: Plan) -> Iterator[Origin]:
    """The charge, then every tariff."""
    scheme, rule = plan.project.scheme, plan.project.scheme.rides
    if not rule or not plan.prepaid:
        return
    article = article_of(scheme, rule)
    yield Origin(f"{rule.item}（元）", rule.prepaid / 100, plan.costs.at("yuan", 0), "money",
                 article, scheme.source(rule.source))  # fmt: skip
    for index, tariff in enumerate(rule.tariffs):
        fees = zip(FEES, ("次卡", "月卡", "访客"), astuple(tariff.fees), strict=True)
        for key, label, fen in fees:
            yield Origin(f"{label}（元），{tariff.name}", fen / 100, plan.tariffs.at(key, index),
                         "money", article, scheme.source(tariff.source))  # fmt: skip
