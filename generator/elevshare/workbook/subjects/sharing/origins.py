"""The rows that a scheme ships for 参数: weights, intervals, subsidy tiers, governments."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.rules.share import WEIGHT_SCALE, Storey
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes import ShareRule
from elevshare.workbook.field import day_number
from elevshare.workbook.origin import Origin, article_of
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.sharing.inputs import weight_kind_of


def origins(plan: Plan) -> Iterator[Origin]:
    """Everything except the single inputs."""
    share = plan.project.scheme.sharing
    for row, storey in enumerate(plan.stops):
        yield from _weight(plan, share, row, storey)
    yield from _table(plan, share)
    yield from _subsidy(plan)
    yield from _scopes(plan)


def _weight(plan: Plan, share: ShareRule, row: int, storey: Storey) -> Iterator[Origin]:
    """A storey's weight, and the ends of its interval."""
    scheme, weight = plan.project.scheme, share.weight(storey)
    if weight is None:
        return
    numbers = (("系数", weight.value, "weight"), ("区间下限", weight.low, "low"),
               ("区间上限", weight.high, "high"))  # fmt: skip
    for word, number, key in numbers:
        if number is not None:
            yield Origin(f"{storey} 层{word}", number / WEIGHT_SCALE,
                         plan.coefficients.at(key, row), "coef",
                         article_of(scheme, share), scheme.source(weight.source))  # fmt: skip


def _table(plan: Plan, share: ShareRule) -> Iterator[Origin]:
    """The kind of weights, how they continue upwards, and the height they are made for."""
    scheme, article = plan.project.scheme, article_of(plan.project.scheme, share)
    kind, source = plan.parameter("weight_kind"), scheme.source(share.source)
    yield Origin("楼层系数是", weight_kind_of(share), kind, "any", article, source)
    if share.onward:
        name = f"{share.onward.storey} 层起每高一层加的系数"
        step, seen = share.onward.value / WEIGHT_SCALE, scheme.source(share.onward.source)
        yield Origin(name, step, "", "coef", article, seen)
    if share.storeys:
        yield Origin("系数表适用的总层数", share.storeys, "", "whole", article, source)


def _subsidy(plan: Plan) -> Iterator[Origin]:
    """The tiers of the subsidy, and its split between governments."""
    scheme, found = plan.project.scheme, plan.project.scheme.subsidy
    if found is None:
        return
    tiers, split = plan.tiers, plan.split
    rows: list[tuple[str, Value, str, str]] = []
    if found.base:
        storey, amount = found.base
        rows.append((f"补贴：{storey} 层（元）", amount / 100, "", "money"))
    for i, tier in enumerate(found.rule.tiers):
        name = f"补贴第 {i + 1} 档"
        if tier.reach or len(found.rule.tiers) > 1:
            rows.append((f"{name}起始层", tier.reach / 2, tiers.at("reach", i), "coef"))
        rows.append((f"{name}（元）", tier.amount / 100, tiers.at("yuan", i), "money"))
        if tier.step:
            rows.append((f"{name}每高一层加（元）", tier.step / 100, tiers.at("step", i), "money"))
    for i, (level, part) in enumerate(found.rule.split):
        rows.append((f"补贴分担：{level}", part / RATE_SCALE, split.at("share", i), "percent"))
    if found.upkeep_years:
        rows.append(("补贴中的运维费用供几年", found.upkeep_years, "", "whole"))
    rows += [
        (f"另有补助，最高：{one.name}（元）", one.cap / 100, "", "money") for one in found.extras
    ]
    article, source = article_of(scheme, found), scheme.source(found.source)
    yield from (Origin(*row, article, source) for row in rows)


def _scopes(plan: Plan) -> Iterator[Origin]:
    """The buildings that sharing and subsidy are for; a table says its own number of storeys."""
    scheme, kind = plan.project.scheme, "whole"
    parts = {"分摊": scheme.sharing if not scheme.sharing.storeys else None, "补贴": scheme.subsidy}
    for name, part in parts.items():
        if part is None:
            continue
        article, source, law = article_of(scheme, part), scheme.source(part.source), part.law
        ends = (("最少", law.least_storeys), ("最多", law.most_storeys))
        for word, storeys in ends:
            if storeys is not None:
                yield Origin(f"{name}适用的楼：{word}几层", storeys, "", kind, article, source)
        if law.built_by:
            day = day_number(law.built_by)
            yield Origin(f"{name}适用的楼：最迟建成", day, "", "date", article, source)
