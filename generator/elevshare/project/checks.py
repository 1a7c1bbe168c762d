"""The checks that ``shares`` reports; the book has the same and more."""

from __future__ import annotations

from elevshare.money import yuan
from elevshare.project.amounts import granted
from elevshare.project.model import Project, SubsidyMode
from elevshare.project.outcome import OutcomeCheck
from elevshare.rules.arrival import Billing
from elevshare.rules.compensation import breaches
from elevshare.rules.interval import feasible
from elevshare.rules.reserve import within
from elevshare.schemes import WHOLE_PERCENT


def share_checks(
    project: Project, subsidy: int, net: int, dues: tuple[int, ...]
) -> list[OutcomeCheck]:
    """Check the sum, signs, non-participants, weights and the subsidy's cap; amounts in fen."""
    missing = (
        []
        if project.by_household
        else sorted(
            {
                f.storey
                for f in project.flats
                if f.own_weight is None and not f.pays_fixed and project.weight(f.storey) is None
            }
        )
    )
    rule = project.scheme.subsidy
    cap = rule.rule.cap if rule else None
    idle = sum(due for due, flat in zip(dues, project.flats, strict=True) if not flat.taking_part)
    return [
        *_nothing_to_share(project),
        OutcomeCheck(
            "各户合计等于应分摊净额", sum(dues) == net, f"{yuan(sum(dues))} = {yuan(net)} 元"
        ),
        OutcomeCheck("没有负数", min(dues) >= 0, "每户金额都不小于 0"),
        OutcomeCheck("不参与的户不出钱", idle == 0, f"不参与各户合计 {yuan(idle)} 元"),
        OutcomeCheck(
            "楼层系数已填齐",
            not missing,
            f"{'、'.join(map(str, missing))} 层系数待填，现按 0 计；请用 --coefficients 给出"
            if missing
            else "有住户的楼层都有系数",
        ),
        OutcomeCheck(
            "补贴不超过方案上限",
            cap is None or subsidy <= cap,
            f"补贴 {yuan(subsidy)} 元，上限 {yuan(cap)} 元" if cap is not None else "方案没有上限",
        ),
    ]


def _nothing_to_share(project: Project) -> list[OutcomeCheck]:
    """Check that there is a cost; none where there is one."""
    text = "总费用是 0.00 元：请填写建设费用，账单不能按 0 元发"
    return [] if project.cost else [OutcomeCheck("已填建设费用", False, text)]


def scope_checks(project: Project) -> list[OutcomeCheck]:
    """Check that the rules in use are for buildings like this one; none for rules without limits."""
    found = []
    if text := project.scheme.sharing.law.scope:
        fits = project.scheme.sharing.law.covers(2 * project.storeys)
        said = f"总层数 {project.storeys} 层，分摊办法只用于 {text}的楼"
        found.append(OutcomeCheck("总层数在分摊办法的适用范围内", fits, said))
    rule = project.scheme.subsidy
    if rule and (text := rule.law.scope) and project.subsidy.mode is SubsidyMode.RULE:
        level = project.subsidy.level or 2 * project.storeys
        said = f"最高停靠层 {level / 2:g} 层，补贴的规定只有 {text}的标准；请核实后手工填写"
        found.append(OutcomeCheck("最高停靠层在补贴规定的适用范围内", rule.law.covers(level), said))
    return found


def fixed_checks(project: Project) -> list[OutcomeCheck]:
    """Check that whoever has a fixed sum takes part; none where nobody has one."""
    fixed = [flat for flat in project.flats if flat.fixed is not None]
    out = "、".join(flat.room for flat in fixed if not flat.taking_part)
    text = f"{out} 不参与而填了定额：请清空定额，或把参与改为 是" if out else "都参与"
    return [OutcomeCheck("填了定额的户都参与", not out, text)] if fixed else []


def percentage_checks(project: Project) -> list[OutcomeCheck]:
    """Check that percentages sum to 100 and are within their intervals; none for other schemes."""
    rule, storeys = project.scheme.sharing, project.stops
    if project.by_household:
        return [_households_percent(project)]
    if not rule.percent:
        return []
    weights = {storey: project.weight(storey) or 0 for storey in storeys}
    total = sum(weights.values())
    apart = [storey for storey in storeys if _apart(weights[storey], project.interval(storey))]
    text = f"{'、'.join(map(str, apart))} 层在区间外或区间待填" if apart else "都在区间之内"
    summed = f"合计 {total / 10_000:g}%{_hopeless(project)}"
    found = [OutcomeCheck("各层百分比合计 100%", total == WHOLE_PERCENT, summed)]
    if rule.intervals:
        found.append(OutcomeCheck("各层百分比在区间之内", not apart, text))
    return found


def reserve_checks(project: Project, dues: tuple[int, ...]) -> list[OutcomeCheck]:
    """Check what households pay out of the maintenance fund; none where nobody does."""
    paying = [(flat, due) for flat, due in zip(project.flats, dues, strict=True) if flat.reserve]
    if not paying:
        return []
    rate = project.reserve_rate
    beyond = [f.room for f, _ in paying if not within(f.reserve, f.reserve_left, rate)]
    above = [f.room for f, due in paying if f.reserve > due]
    part = f"余额的 {rate / 100:g}%" if rate is not None else "余额"
    return [
        OutcomeCheck(
            "维修资金不超过可用的余额",
            not beyond,
            f"{'、'.join(beyond)} 超过{part}" if beyond else f"都不超过{part}",
        ),
        OutcomeCheck(
            "维修资金不超过应分摊",
            not above,
            f"{'、'.join(above)} 超过本户应分摊" if above else "都不超过本户应分摊",
        ),
    ]


def _households_percent(project: Project) -> OutcomeCheck:
    """Check that the percentages of the households that share by the rule sum to 100."""
    ruled = [flat for flat in project.flats if flat.taking_part and not flat.pays_fixed]
    total = sum(flat.own_weight or 0 for flat in ruled)
    blank = [flat.room for flat in ruled if flat.own_weight is None]
    rooms = f"；{'、'.join(blank[:5])}没有填，按 0 计" if blank else ""
    return OutcomeCheck(
        "各户百分比合计 100%",
        total == WHOLE_PERCENT and not blank,
        f"合计 {total / 10_000:g}%{rooms}",
    )


def _hopeless(project: Project) -> str:
    """Return the addition to a message if no choice within the intervals can sum to 100%."""
    pairs = [project.interval(storey) for storey in project.stops]
    known = [pair for pair in pairs if pair]
    if len(known) < len(pairs) or feasible(known, WHOLE_PERCENT):
        return ""
    lows, highs = (sum(ends) / 10_000 for ends in zip(*known, strict=True))
    return f"；区间合计为 {lows:g}% 到 {highs:g}%，怎样选都凑不成 100%，须先改区间"


def _apart(weight: int, interval: tuple[int, int] | None) -> bool:
    """Return whether a percentage is outside its interval; without one only 0 is inside."""
    return not interval[0] <= weight <= interval[1] if interval else weight > 0


def limit_checks(
    project: Project, compensation: int, paid: tuple[int, ...], back: tuple[int, ...]
) -> list[OutcomeCheck]:
    """Check the limits of the compensation, and that a subsidy billed first can be refunded.

    ``paid`` is each flat's compensation, ``back`` its refund, both in fen.
    """
    broken = breaches(project.payouts, compensation, project.cost, project.flats, paid)
    subsidy = granted(project).building
    gross = project.subsidy.billing is Billing.GROSS
    return [
        OutcomeCheck("补偿不超过规定", not broken, "；".join(broken) or "没有超过，或没有规定上限"),
        OutcomeCheck(
            "先收的补贴能退到各户",
            not gross or sum(back) == subsidy,
            f"待退 {yuan(sum(back))} 元，补贴 {yuan(subsidy)} 元" if gross else "没有先收的补贴",
        ),
    ]
