"""The subsidy rule of a book that came back."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import MAX_STOREYS
from elevshare.returned.cells import Cells, at
from elevshare.returned.singles import Singles
from elevshare.rules.subsidy import RATE_SCALE, Subsidy, Tier
from elevshare.schemes import Scheme
from elevshare.schemes.parts.subsidy import SubsidyRule
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.plan import Plan


def with_subsidy(scheme: Scheme, cells: Cells, singles: Singles, plan: Plan) -> Scheme:
    """The scheme with the rule that the book states, itself where that is its own."""
    rule, shipped = _rule(cells, singles, plan), scheme.subsidy
    if rule == (shipped.rule if shipped else Subsidy()):
        return scheme
    if shipped:
        return replace(scheme, subsidy=replace(shipped, rule=rule))
    source = scheme.document.source
    return replace(scheme, subsidy=SubsidyRule(rule, "待填", "", "由使用者填写", source))


def _rule(cells: Cells, singles: Singles, plan: Plan) -> Subsidy:
    """The rule as the book states it."""
    tiers = (_tier(cells, plan, row) for row in range(plan.tiers.count))
    split = (_share(cells, plan, row) for row in range(plan.split.count))
    return replace(
        singles.into(Subsidy(), "scheme.subsidy.rule"),
        tiers=tuple(tier for tier in tiers if tier),
        split=tuple(level for level in split if level),
    )


def _tier(cells: Cells, plan: Plan, row: int) -> Tier | None:
    """One tier, ``None`` where the row names no storey."""
    here = at(plan.tiers, row)
    reach = cells.number(here("reach"), "起始层", 2, "0", str(MAX_STOREYS))
    amount = cells.money(here("yuan"), "分档金额")
    step = cells.money(here("step"), "每高一层加", low=f"-{MAX_YUAN}")
    if reach.blank and not (amount.blank and step.blank):
        cells.note(here("reach"), "没有填起始层", "请填从第几层起，或清空这一档")
    readable = not reach.blank and not (reach.wrong and not reach.units)
    return Tier(reach.units, amount.units, step.units) if readable and reach.units >= 0 else None


def _share(cells: Cells, plan: Plan, row: int) -> tuple[str, int] | None:
    """One level of government and its share, ``None`` where it has none."""
    here = at(plan.split, row)
    found = cells.number(here("share"), "各级分担比例", RATE_SCALE, "0", "1")
    return (cells.text(here("level")), found.units) if found.units > 0 else None
