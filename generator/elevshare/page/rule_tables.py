"""The rules of a scheme as small tables for people: coefficients, percentages, amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypedDict

from elevshare.money import yuan
from elevshare.rules.compensation import CompensationWay
from elevshare.rules.lease import Charge
from elevshare.rules.share import WEIGHT_SCALE, SplitForm, Within
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.rules.upkeep import Sharing
from elevshare.schemes.known import UNKNOWN
from elevshare.schemes.parts.compensation import CompensationRule
from elevshare.schemes.parts.consent import ConsentRule
from elevshare.schemes.parts.fund import FundRule
from elevshare.schemes.parts.lease import LeaseRule
from elevshare.schemes.parts.rides import RideRule
from elevshare.schemes.parts.share import ShareRule, Weight
from elevshare.schemes.parts.subsidy import SubsidyRule
from elevshare.schemes.parts.upkeep import UpkeepRule

_FORMS = {SplitForm.FLOORS: "先分到各层，层内", SplitForm.WHOLE: "全楼一起算，"}
_WITHIN = {Within.AREA: "按建筑面积分", Within.EQUAL: "按户平均分"}
_UPKEEP = {
    Sharing.COEFFICIENT: "按建设费的系数分",
    Sharing.EQUAL: "按户平均分",
    Sharing.AREA: "按建筑面积分",
}


class RuleTable(TypedDict):
    """A table of texts with its caption and heads."""

    caption: str
    heads: list[str]
    rows: list[list[str]]


def tables_of(part: str, rule: Any) -> list[RuleTable]:
    """The tables of a part of a scheme (a key of ``CONTENTS``); those without rows are left out."""
    return [one for one in _TABLES[part](rule) if one["rows"]]


def missing_storeys(rule: ShareRule) -> list[int] | None:
    """The storeys whose coefficient the source does not give; ``None`` where it gives none at all.

    >>> from elevshare.schemes import find
    >>> missing_storeys(find("shanghai-6-level").share)
    [2, 3, 4, 5, 6]
    >>> missing_storeys(find("nanjing").share), missing_storeys(find("wuxi").share)
    ([], None)
    """
    if not rule.weights:
        return None
    return [storey for storey in range(1, (rule.storeys or 0) + 1) if rule.weight(storey) is None]


def _table(caption: str, heads: list[str], rows: list[list[str]]) -> RuleTable:
    """One table."""
    return {"caption": caption, "heads": heads, "rows": rows}


def _share(rule: ShareRule) -> Iterator[RuleTable]:
    """What every storey weighs, and the pools beside."""
    what = "百分比" if rule.percent else "系数"
    heads = ["楼层", f"本层{what}", *(["可选的区间"] if rule.intervals else [])]
    rows = [_weight(one, rule) for one in rule.weights]
    gaps = missing_storeys(rule) or []
    rows += [[f"{storey} 层", UNKNOWN, *([UNKNOWN] * rule.intervals)] for storey in gaps]
    if rule.onward:
        step = f"每高一层加 {_number(rule.onward.value)}" if rule.onward.value else "各层一样"
        rows.append([f"{rule.onward.storey:g} 层起", step, *([""] * rule.intervals)])
    elif rule.weights and not rule.storeys:
        rows.append([f"{len(rule.weights) + 1} 层起", UNKNOWN, *([""] * rule.intervals)])
    yield _table(f"{_FORMS[rule.form]}{_WITHIN[rule.within]}", heads, rows)
    for shared in rule.pools:
        pool = shared.pool
        rows = [[f"{storey:g} 层", _number(value)] for storey, value in pool.weights.items()]
        yield _table(f"另行分摊：{pool.name}（{pool.way.value}）", ["楼层", "系数"], rows)


def _weight(one: Weight, rule: ShareRule) -> list[str]:
    """The row of a storey."""
    sign = "%" if rule.percent else ""
    row = [f"{one.storey:g} 层", f"{_number(one.value)}{sign}"]
    if rule.intervals:
        known = one.low is not None and one.high is not None
        row.append(f"{_number(one.low or 0)}–{_number(one.high or 0)}{sign}" if known else UNKNOWN)
    return row


def _subsidy(rule: SubsidyRule) -> Iterator[RuleTable]:
    """What is granted for one lift, and under which limits."""
    given = rule.rule
    rows = []
    for tier in given.tiers:
        reach = f"最高停靠 {tier.reach / 2:g} 层起" if tier.reach else "每台"
        more = f"，每高一层加 {yuan(tier.step)} 元" if tier.step else ""
        rows.append([reach, f"{yuan(tier.amount)} 元{more}"])
    if given.rate is not None:
        rows.append(["按费用的比例", _rate(given.rate)])
    if given.cap is not None:
        rows.append(["最多", f"{yuan(given.cap)} 元"])
    if given.reserved_shaft != RATE_SCALE:
        rows.append(["已预留井道的", f"按 {_rate(given.reserved_shaft)} 给"])
    if given.owners_minimum:
        rows.append(["业主至少承担", _rate(given.owners_minimum)])
    if given.exclusive:
        rows.append(["已得别的补贴的", "不再给"])
    if given.upkeep:
        years = f"，用 {rule.upkeep_years} 年" if rule.upkeep_years else ""
        rows.append(["其中用于运行维护", f"{_rate(given.upkeep)}{years}"])
    rows += [[f"由{level}出", _rate(share)] for level, share in given.split]
    rows += [[f"另给：{one.name}", f"最多 {yuan(one.cap)} 元，不计入"] for one in rule.extras]
    if rule.law.built_by:
        rows.append(["只限", f"{rule.law.built_by} 以前建成的楼"])
    yield _table("补贴", ["条件", "金额或比例"], rows)


def _compensation(rule: CompensationRule) -> Iterator[RuleTable]:
    """What low storeys are paid."""
    way, rows = rule.rule, []
    if way.way is CompensationWay.FIRST:
        rows.append(["一层每户", "由业主商定"])
        rows.append(["二层每户", f"一层的 {_rate(way.second)}"])
    if way.way is CompensationWay.POOL:
        rows.append(["一层每户计入", f"{yuan(way.pool)} 元，再按面积分给一层各户"])
    rows += [[room, f"{yuan(fen)} 元"] for room, fen in rule.flats]
    if way.household_cap:
        rows.append(["每户最多", "总费用除以户数"])
    if way.total_cap is not None:
        rows.append(["合计最多", f"总费用的 {_rate(way.total_cap)}"])
    yield _table("低层补偿", ["项目", "金额或比例"], rows or [["方式", way.way.value]])


def _lease(rule: LeaseRule) -> Iterator[RuleTable]:
    """Usage fees by storey."""
    unit = "元/月" if rule.charge is Charge.MONTH else "元/年"
    for one in rule.tables:
        fees = enumerate(one.table.fees, 1)
        rows = [[f"{storey} 层", yuan(fee)] for storey, fee in fees]
        caption = f"{one.table.storeys} 层楼、每层 {one.table.flats} 户"
        yield _table(caption, ["楼层", f"使用费（{unit}）"], rows)


def _rides(rule: RideRule) -> Iterator[RuleTable]:
    """What is paid in advance, and for rides."""
    yield _table("预交", ["项目", "金额"], [[rule.item, f"{yuan(rule.prepaid)} 元"]])
    rows = [[one.name, *map(yuan, (one.fees.ride, one.fees.month_card, one.fees.visitor))]
            for one in rule.tariffs]  # fmt: skip
    yield _table("刷卡", ["标准", "每次（元）", "月卡（元）", "访客每次（元）"], rows)


def _upkeep(rule: UpkeepRule) -> Iterator[RuleTable]:
    """How the running cost is shared."""
    yield _table("运行维护费", ["项目", "办法"], [["各户", _UPKEEP[rule.rule]]])


def _fund(rule: FundRule) -> Iterator[RuleTable]:
    """How much of the provident fund may be drawn."""
    rows = [["夫妻之间", rule.order.value]] if rule.order else []
    if rule.months is not None:
        rows.append(["电梯登记后", f"{rule.months} 个月内提取"])
    if rule.unit > 1:
        rows.append(["额度取整到", f"{yuan(rule.unit)} 元"])
    yield _table("提取公积金", ["项目", "规定"], rows)


def _consent(rule: ConsentRule) -> Iterator[RuleTable]:
    """Which majority must agree."""
    asked = rule.rule
    what = "人数和面积" if asked.by_area else "人数"
    rows = [["参与表决", f"{what}达到 {asked.quorum}"]] if asked.quorum else []
    of = "全体业主" if asked.of_all else "参与表决者"
    sign = "超过" if asked.strict else "达到"
    rows.append(["同意", f"占{of}{what}{sign} {asked.approval}"])
    if asked.exclusive_part:
        rows.append(["占用专有部分的", "要那一户同意"])
    if asked.no_objection:
        rows.append(["受影响的邻居", "没有异议"])
    yield _table("表决", ["项目", "规定"], rows)


def _number(value: int) -> str:
    """A weight as a number."""
    return f"{value / WEIGHT_SCALE:g}"


def _rate(value: int) -> str:
    """A rate as a percentage."""
    return f"{100 * value / RATE_SCALE:g}%"


_TABLES: dict[str, Callable[[Any], Iterator[RuleTable]]] = {
    "share": _share,
    "subsidy": _subsidy,
    "compensation": _compensation,
    "lease": _lease,
    "rides": _rides,
    "upkeep": _upkeep,
    "fund": _fund,
    "consent": _consent,
}
