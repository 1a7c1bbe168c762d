"""Find the subsidy and the compensation of a project."""

from __future__ import annotations

from dataclasses import replace

from elevshare.errors import InputError
from elevshare.money import yuan
from elevshare.project.model import Project, SubsidyMode
from elevshare.rules.compensation import CompensationWay, payouts
from elevshare.rules.subsidy import Grant, grant


def granted(project: Project) -> Grant:
    """Return the subsidy of a project (fen): none, by the scheme's rule, or as filled in.

    Raises:
        InputError: the scheme has no rule that gives an amount.
    """
    choice, rule = project.subsidy, project.scheme.subsidy
    if choice.mode is not SubsidyMode.RULE:
        amount = choice.amount if choice.mode is SubsidyMode.MANUAL else 0
        return Grant(amount, amount, 0, ())
    if rule is None or not rule.computable:
        limit = f"，只知道最高 {yuan(rule.rule.cap)} 元" if rule and rule.rule.cap else ""
        raise InputError(
            f"方案「{project.scheme.name}」没有可计算的补贴标准{limit}",
            todo="请改为填写批复的补贴金额，如 --subsidy 200000",
        )
    eligible = sum(item.fen for item in project.costs if item.eligible)
    level = project.storeys * 2 if choice.level is None else choice.level
    return grant(
        rule.rule,
        eligible,
        project.cost,
        level,
        reserved_shaft=choice.reserved_shaft,
        other_grant=choice.other_grant,
    )


def uncounted(project: Project) -> int:
    """Return the subsidy for building in fen that the scheme's rule gives and nobody asked for.

    0 if a subsidy is counted or filled in, or if the rule gives no amount.

    >>> from elevshare.intake import project_from
    >>> from elevshare.schemes import find
    >>> uncounted(project_from(find("咸阳"), storeys="6", areas="80,100", cost="60万"))
    20000000
    """
    rule = project.scheme.subsidy
    if project.subsidy.mode is not SubsidyMode.NONE or rule is None or not rule.computable:
        return 0
    by_rule = replace(project.subsidy, mode=SubsidyMode.RULE)
    return granted(replace(project, subsidy=by_rule)).building


def compensated(project: Project) -> tuple[int, tuple[int, ...]]:
    """Return the total compensation, and that of each flat in the order of the flats; in fen.

    The flats' amounts are 0 where only a total is filled in.
    """
    paid = tuple(payouts(project.payouts, project.flats))
    return project.compensation if project.payouts.way is CompensationWay.TOTAL else sum(paid), paid
