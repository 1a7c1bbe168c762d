"""One stairwell and its lift: flats, costs and the owners' choices, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from elevshare.errors import InputError
from elevshare.money import MAX_FEN, UNITS, yuan
from elevshare.rules.arrival import Arrival, Billing, refunds
from elevshare.rules.budget import Budget
from elevshare.rules.compensation import Compensation, Way, breaches, payouts
from elevshare.rules.consent import Voting
from elevshare.rules.fund import Fund
from elevshare.rules.late import Joining
from elevshare.rules.lease import Lease
from elevshare.rules.loan import Loan
from elevshare.rules.share import Flat, Method, counted_weights, share
from elevshare.rules.subsidy import Grant, grant
from elevshare.rules.upkeep import Upkeep
from elevshare.schemes import WHOLE_PERCENT, Scheme

#: What one book can hold. A lift serves one stairwell, so these are generous.
MAX_FLATS = 200
MAX_STOREYS = 40
#: What one book can hold of cost items.
MAX_COSTS = 10
#: The largest area of one flat, in 0.01 m².
MAX_AREA = 999_999


class SubsidyMode(StrEnum):
    """Where the subsidy comes from: none, the scheme's rule, or an amount filled in."""

    NONE = "不计补贴"
    RULE = "按规则计算"
    MANUAL = "手工填写"


@dataclass(frozen=True, slots=True)
class CostItem:
    """One item of the cost, in fen; ``eligible`` where a subsidy rate applies to it."""

    name: str
    fen: int
    eligible: bool = True


@dataclass(frozen=True, slots=True)
class SubsidyChoice:
    """How the subsidy is found; ``level`` is the highest one reached, in half storeys.

    ``billing`` is what bills ask for until the subsidy has arrived; dates are yyyy-mm-dd or empty.
    """

    mode: SubsidyMode = SubsidyMode.NONE
    amount: int = 0
    level: int | None = None
    reserved_shaft: bool = False
    other_grant: bool = False
    billing: Billing = Billing.NET
    arrival: Arrival = Arrival.EXPECTED
    expected_on: str = ""
    received_on: str = ""


@dataclass(frozen=True, slots=True)
class Papers:
    """What the bills say beside the figures; all of it may be filled in later, in the book."""

    estate: str = ""
    building: str = ""
    entrance: str = ""
    payee: str = ""
    bank: str = ""
    account: str = ""
    due_date: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """One project under one scheme. ``weights`` and ``intervals`` override the scheme's.

    ``compensation`` is a total in fen, which counts where ``payouts`` has no way of its own.
    """

    scheme: Scheme
    method: Method
    flats: tuple[Flat, ...] = ()
    storeys: int = 0
    costs: tuple[CostItem, ...] = ()
    subsidy: SubsidyChoice = SubsidyChoice()
    compensation: int = 0
    payouts: Compensation = field(default_factory=Compensation)
    unit: str = "分"
    weights: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    intervals: Mapping[int, tuple[int, int]] = field(default_factory=lambda: MappingProxyType({}))
    papers: Papers = Papers()
    voting: Voting = field(default_factory=Voting)
    upkeep: Upkeep = field(default_factory=Upkeep)
    budget: Budget = field(default_factory=Budget)
    fund: Fund = field(default_factory=Fund)
    loan: Loan = field(default_factory=Loan)
    joining: Joining = field(default_factory=Joining)
    lease: Lease = field(default_factory=Lease)

    @property
    def cost(self) -> int:
        """Whole cost in fen."""
        return sum(item.fen for item in self.costs)

    def weight(self, storey: int) -> int | None:
        """Weight of a storey in 1/10,000, or ``None`` where neither user nor scheme has one."""
        if storey in self.weights:
            return self.weights[storey]
        weight = self.scheme.sharing.weight(storey)
        return weight.value if weight else None

    def interval(self, storey: int) -> tuple[int, int] | None:
        """Lowest and highest percentage of a storey, in 1/10,000 of a percent, where there are any."""
        if storey in self.intervals:
            return self.intervals[storey]
        weight = self.scheme.sharing.weight(storey)
        if weight is None or weight.low is None or weight.high is None:
            return None
        return weight.low, weight.high


@dataclass(frozen=True, slots=True)
class Check:
    """One check of an outcome, with what to do where it failed."""

    name: str
    passed: bool
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules make of a project; money in fen, lists in the order of the flats.

    ``payouts`` is what low floors are paid, ``refunds`` the part of the subsidy that each
    household stands in for while it has not arrived.
    """

    cost: int
    subsidy: int
    compensation: int
    net: int
    dues: tuple[int, ...]
    checks: tuple[Check, ...]
    payouts: tuple[int, ...] = ()
    refunds: tuple[int, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(check.passed for check in self.checks)


def granted(project: Project) -> Grant:
    """The subsidy of a project, by rule or as filled in.

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


def assess(project: Project) -> Outcome:
    """Every household's amount due, from the rules.

    Raises:
        InputError: the cost is missing, negative or absurd; the subsidy is above the cost;
            nobody takes part; every weight is 0.
    """
    if not project.flats or not project.costs:
        raise InputError("没有住户或没有费用，无法计算", todo="请给出住户和费用")
    validate(project)
    cost, subsidy = project.cost, granted(project).building
    compensation, paid = compensated(project)
    net = cost - subsidy + compensation
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}
    dues = tuple(share(net, project.flats, weights, project.method, UNITS[project.unit]))
    back = tuple(refunds(subsidy, dues))
    checks = (
        *_checks(project, subsidy, net, dues),
        *percentages(project),
        *_limits(project, compensation, paid, back),
    )
    return Outcome(cost, subsidy, compensation, net, dues, checks, paid, back)


def compensated(project: Project) -> tuple[int, tuple[int, ...]]:
    """The whole compensation in fen, and each flat's where it is known."""
    paid = tuple(payouts(project.payouts, project.flats))
    return project.compensation if project.payouts.way is Way.TOTAL else sum(paid), paid


def joined_share(project: Project, room: str) -> int:
    """What a flat that stayed out would owe of the same net, in fen, had it taken part.

    Raises:
        InputError: there is no such flat, it takes part already, or ``assess`` refuses.
    """
    rows = [row for row, flat in enumerate(project.flats) if flat.room == room]
    if not rows or project.flats[rows[0]].taking_part:
        what = "已经参与分摊" if rows else "不在住户之中"
        raise InputError(f"后加入的「{room}」{what}", todo="请填一户原来没有参与的房号")
    flats = list(project.flats)
    flats[rows[0]] = replace(flats[rows[0]], taking_part=True)
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in flats}
    net = assess(project).net
    return share(net, flats, weights, project.method, UNITS[project.unit])[rows[0]]


def validate(project: Project) -> None:
    """Refuse what no amount can be worked out of; a missing building or cost is let pass."""
    check_cost(project)
    if project.flats:
        _check_payers(project)


def check_cost(project: Project) -> None:
    """Refuse amounts that cannot be meant."""
    if len(project.costs) > MAX_COSTS:
        raise InputError(f"费用超过 {MAX_COSTS} 项", todo="请把小项合并")
    for item in project.costs:
        if item.fen < 0:
            raise InputError(f"费用「{item.name}」是负数", todo="请填 0 或正数")
    compensation, _ = compensated(project)
    if project.cost + compensation > MAX_FEN:
        raise InputError(
            f"费用合计 {yuan(project.cost + compensation)} 元超过上限 {yuan(MAX_FEN)} 元",
            todo="一部电梯不应超过这个数，请检查是否多打了零或单位弄错",
        )
    for what, amount in (("补贴", project.subsidy.amount), ("补偿", compensation)):
        if amount < 0:
            raise InputError(f"{what}是负数", todo="请填 0 或正数")
    subsidy = granted(project).building
    if project.costs and subsidy > project.cost:
        raise InputError(
            f"补贴 {yuan(subsidy)} 元超过总费用 {yuan(project.cost)} 元",
            todo="请核对补贴和费用",
        )


def _check_payers(project: Project) -> None:
    """Somebody must take part, on a storey that has a weight."""
    top = max(flat.storey for flat in project.flats)
    if project.storeys and top > project.storeys:
        raise InputError(
            f"有住户在第 {top} 层，而楼只有 {project.storeys} 层", todo="请改正楼层或总层数"
        )
    if not any(flat.taking_part for flat in project.flats):
        raise InputError("没有任何一户参与分摊", todo="请在「参与」一栏至少填一户 是")
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}
    if not any(counted_weights(project.flats, weights, project.method).values()):
        raise InputError(
            "参与各户所在楼层的系数全是 0 或没有填写，金额无处分摊",
            todo="请检查楼层，或用 --coefficients 给出系数",
        )


def _checks(project: Project, subsidy: int, net: int, dues: tuple[int, ...]) -> list[Check]:
    """The checks that ``shares`` reports; the book has the same and more."""
    missing = sorted({f.storey for f in project.flats if project.weight(f.storey) is None})
    rule = project.scheme.subsidy
    cap = rule.rule.cap if rule else None
    idle = sum(due for due, flat in zip(dues, project.flats, strict=True) if not flat.taking_part)
    return [
        Check("各户合计等于应分摊净额", sum(dues) == net, f"{yuan(sum(dues))} = {yuan(net)} 元"),
        Check("没有负数", min(dues) >= 0, "每户金额都不小于 0"),
        Check("不参与的户不出钱", idle == 0, f"不参与各户合计 {yuan(idle)} 元"),
        Check(
            "楼层系数已填齐",
            not missing,
            f"{'、'.join(map(str, missing))} 层系数待填，现按 0 计；请用 --coefficients 给出"
            if missing
            else "有住户的楼层都有系数",
        ),
        Check(
            "补贴不超过方案上限",
            cap is None or subsidy <= cap,
            f"补贴 {yuan(subsidy)} 元，上限 {yuan(cap)} 元" if cap is not None else "方案没有上限",
        ),
    ]


def percentages(project: Project) -> list[Check]:
    """Whether percentages sum to 100, and lie in their intervals where the scheme has any."""
    rule, storeys = project.scheme.sharing, range(1, project.storeys + 1)
    if not rule.percent:
        return []
    weights = {storey: project.weight(storey) or 0 for storey in storeys}
    total = sum(weights.values())
    apart = [storey for storey in storeys if _apart(weights[storey], project.interval(storey))]
    said = f"{'、'.join(map(str, apart))} 层在区间外或区间待填" if apart else "都在区间之内"
    found = [Check("各层百分比合计 100%", total == WHOLE_PERCENT, f"合计 {total / 10_000:g}%")]
    return [*found, Check("各层百分比在区间之内", not apart, said)] if rule.intervals else found


def _apart(weight: int, interval: tuple[int, int] | None) -> bool:
    """Whether a percentage lies outside its interval; only 0 needs none."""
    return not interval[0] <= weight <= interval[1] if interval else weight > 0


def _limits(
    project: Project, compensation: int, paid: tuple[int, ...], back: tuple[int, ...]
) -> list[Check]:
    """Whether the compensation keeps to its limits and a subsidy billed first can be refunded."""
    broken = breaches(project.payouts, compensation, project.cost, project.flats, paid)
    subsidy = granted(project).building
    gross = project.subsidy.billing is Billing.GROSS
    return [
        Check("补偿不超过规定", not broken, "；".join(broken) or "没有超过，或没有规定上限"),
        Check(
            "先收的补贴能退到各户",
            not gross or sum(back) == subsidy,
            f"待退 {yuan(sum(back))} 元，补贴 {yuan(subsidy)} 元",
        ),
    ]
