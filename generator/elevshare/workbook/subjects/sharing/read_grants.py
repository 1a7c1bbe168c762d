"""Read the subsidy rule of a returned book."""

from __future__ import annotations

from dataclasses import replace

from elevshare.rules.subsidy import Subsidy, Tier
from elevshare.schemes import Scheme
from elevshare.schemes.parts.subsidy import SubsidyRule
from elevshare.workbook.reading.rows import InputRow, Typed


def with_subsidy(scheme: Scheme, typed: Typed) -> Scheme:
    """The scheme with the book's rule; the same object if the rule is unchanged."""
    rule, shipped = _rule(typed), scheme.subsidy
    if rule == (shipped.rule if shipped else Subsidy()):
        return scheme
    if shipped:
        return replace(scheme, subsidy=replace(shipped, rule=rule))
    source = scheme.document.source
    return replace(scheme, subsidy=SubsidyRule(rule, "待填", "", "由使用者填写", source))


def _rule(typed: Typed) -> Subsidy:
    """The book's rule."""
    return replace(
        typed.singles.into(Subsidy(), "scheme.subsidy.rule"),
        tiers=tuple(tier for row in typed.rows("rule") if (tier := _tier(row))),
        split=tuple(level for row in typed.rows("split") if (level := _share(row))),
    )


def _tier(row: InputRow) -> Tier | None:
    """The tier of a row; ``None`` without a storey."""
    reach = row.number("reach")
    amount, step = row.number("yuan", "分档金额"), row.number("step", "每高一层加")
    if reach.blank and not (amount.blank and step.blank):
        row.note("reach", "没有填起始层", "请填从第几层起，或清空这一档")
    readable = not reach.blank and not (reach.wrong and not reach.units)
    return Tier(reach.units, amount.units, step.units) if readable and reach.units >= 0 else None


def _share(row: InputRow) -> tuple[str, int] | None:
    """One level of government and its share; ``None`` without a share."""
    found = row.number("share", "各级分担比例")
    return (row.text("level"), found.units) if found.units > 0 else None
