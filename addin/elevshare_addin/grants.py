"""SUBSIDY, ELEVNET, ELEVCOMP: from the whole cost to what is shared, and what low floors get."""

from __future__ import annotations

from dataclasses import replace

from elevshare.money import MAX_FEN, yuan
from elevshare.rules.compensation import Compensation, CompensationWay, breaches, caps, payouts
from elevshare.rules.subsidy import Subsidy, grant
from elevshare.schemes import Scheme
from elevshare_addin.blocks import Block, Result, one, one_number
from elevshare_addin.cells import MAX_STOREYS, MONEY, NumberKind, empty, yes
from elevshare_addin.descriptions import label
from elevshare_addin.households import Households, households
from elevshare_addin.lookup import part_of, scheme_of
from elevshare_addin.refusal import NA, NUM, VALUE, RefusalError

#: A level reached, where half storeys are told (5.5), in tenths.
_LEVEL = NumberKind(1, 10, 10 * MAX_STOREYS, "请填层数，错层可填 5.5 这样的半层")


def subsidy(
    scheme: Block | None,
    cost: Block | None,
    top_storey: Block | None = None,
    reserved_shaft: Block | None = None,
    other_grant: Block | None = None,
    eligible_cost: Block | None = None,
) -> Result:
    """What a scheme grants for building one lift, in yuan; what is kept for upkeep is not in it.

    >>> subsidy([["上海"]], [[600000.0]], [[6.0]]), subsidy([["武汉@2025"]], [[600000.0]])
    (240000.0, 100000.0)
    """
    found = scheme_of(scheme, "补贴")
    rule = _computable(found)
    whole = one_number(cost, "cost", MONEY)
    eligible = one_number(eligible_cost, "eligible_cost", MONEY, whole)
    if eligible > whole:
        raise RefusalError(NUM, "大于总费用", where=label("eligible_cost"), todo="请核对两个金额")
    granted = grant(
        rule,
        eligible,
        whole,
        _level(rule, top_storey),
        reserved_shaft=yes(
            one(reserved_shaft, "reserved_shaft"), label("reserved_shaft"), blank=False
        ),
        other_grant=yes(one(other_grant, "other_grant"), label("other_grant"), blank=False),
    )
    if granted.building > whole:
        raise _above(granted.building, whole)
    return granted.building / 100


def _computable(scheme: Scheme) -> Subsidy:
    """The rule of a scheme, where it gives an amount and not only a limit."""
    found = part_of(scheme, scheme.subsidy, "补贴")
    if not found.computable:
        most = f"，只知道最高 {yuan(found.rule.cap)} 元" if found.rule.cap else ""
        raise RefusalError(
            NA,
            f"方案「{scheme.name}」没有可计算的补贴标准{most}",
            where=label("scheme"),
            todo="请直接填批复的补贴金额",
        )
    return found.rule


def _level(rule: Subsidy, top_storey: Block | None) -> int:
    """The highest level in half storeys; it may be left out where nothing depends on it."""
    matters = any(tier.reach for tier in rule.tiers)
    tenths = one_number(top_storey, "top_storey", _LEVEL, None if matters else _LEVEL.low)
    level, odd = divmod(tenths, 5)
    if odd:
        raise RefusalError(NUM, "只能是整层或半层", where=label("top_storey"), todo=_LEVEL.todo)
    return level


def _above(amount: int, cost: int) -> RefusalError:
    """A subsidy above the cost."""
    return RefusalError(
        NUM, f"补贴 {yuan(amount)} 元超过总费用 {yuan(cost)} 元", todo="请核对补贴和费用"
    )


def elevnet(
    cost: Block | None, subsidy: Block | None = None, compensation: Block | None = None
) -> Result:
    """The net amount to share in yuan: cost − subsidy + compensation.

    >>> elevnet([["60万"]], [[200000.0]], [[10000.0]])
    410000.0
    """
    whole = one_number(cost, "cost", MONEY)
    granted = one_number(subsidy, "subsidy", MONEY, 0)
    paid = one_number(compensation, "compensation", MONEY, 0)
    if granted > whole:
        raise _above(granted, whole)
    if whole + paid > MAX_FEN:
        raise RefusalError(
            NUM,
            f"费用合计 {yuan(whole + paid)} 元超过上限 {yuan(MAX_FEN)} 元",
            todo="请检查是否多打了零",
        )
    return (whole - granted + paid) / 100


def elevcomp(
    scheme: Block | None,
    cost: Block | None,
    storeys: Block | None,
    areas: Block | None = None,
    first: Block | None = None,
) -> Result:
    """Each household's compensation in yuan, in the shape of ``storeys``; limits are kept to.

    >>> elevcomp([["厦门"]], [[600000.0]], [[1.0], [2.0], [3.0]], [[80.0]], [[30000.0]])
    [[30000.0], [15000.0], [0.0]]
    """
    found = scheme_of(scheme, "补偿")
    rule = part_of(found, found.compensation, "补偿").rule
    if rule.way not in (CompensationWay.FIRST, CompensationWay.POOL):
        raise RefusalError(
            NA,
            f"方案「{found.name}」的每户补偿由业主协商，没有算法",
            where=label("scheme"),
            todo="请直接填协商好的金额",
        )
    whole = one_number(cost, "cost", MONEY)
    homes = households(storeys, areas, measured=rule.way is CompensationWay.POOL)
    rule = _agreed(rule, first, whole, len(homes.flats))
    return homes.answer(_within_limits(rule, whole, homes))


def _agreed(rule: Compensation, first: Block | None, cost: int, count: int) -> Compensation:
    """The rule with what the owners agreed for each household of storey 1."""
    given = not empty(one(first, "first"))
    if rule.way is CompensationWay.POOL:
        if given:
            raise RefusalError(
                VALUE, "用不上：方案按面积分配", where=label("first"), todo="请不要填这个参数"
            )
        return rule
    if not given:
        most = f"，最高 {yuan(caps(rule, cost, count)[0])} 元" if rule.household_cap else ""
        raise RefusalError(
            VALUE, "没有填写", where=label("first"), todo=f"请填业主协商的一层每户补偿{most}"
        )
    return replace(rule, first=one_number(first, "first", MONEY))


def _within_limits(rule: Compensation, cost: int, homes: Households) -> list[int]:
    """Every payout in fen, refused where one breaks a limit."""
    flats = [replace(flat, room=f"第 {n} 户") for n, flat in enumerate(homes.flats, 1)]
    paid = payouts(rule, flats)
    if broken := breaches(rule, sum(paid), cost, flats, paid):
        raise RefusalError(NUM, "；".join(broken[:3]), todo="请减少补偿")
    return paid
