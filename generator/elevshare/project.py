"""One stairwell and its lift: flats, costs and the owners' choices, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from elevshare.errors import InputError
from elevshare.money import MAX_FEN, UNITS, yuan
from elevshare.rules.consent import Voting
from elevshare.rules.financing import Financing
from elevshare.rules.late import Joining
from elevshare.rules.lease import Lease
from elevshare.rules.share import Flat, Method, counted_weights, share
from elevshare.rules.subsidy import Grant, grant
from elevshare.rules.upkeep import Upkeep
from elevshare.schemes import Scheme

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
    """How the subsidy is found; ``level`` is the highest one reached, in half storeys."""

    mode: SubsidyMode = SubsidyMode.NONE
    amount: int = 0
    level: int | None = None
    reserved_shaft: bool = False
    other_grant: bool = False


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
    """One project under one scheme. ``weights`` overrides the scheme's, in 1/10,000."""

    scheme: Scheme
    method: Method
    flats: tuple[Flat, ...] = ()
    storeys: int = 0
    costs: tuple[CostItem, ...] = ()
    subsidy: SubsidyChoice = SubsidyChoice()
    compensation: int = 0
    unit: str = "分"
    weights: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    papers: Papers = Papers()
    voting: Voting = field(default_factory=Voting)
    upkeep: Upkeep = field(default_factory=Upkeep)
    financing: Financing = field(default_factory=Financing)
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


@dataclass(frozen=True, slots=True)
class Check:
    """One check of an outcome, with what to do where it failed."""

    name: str
    passed: bool
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules make of a project; money in fen, ``dues`` in the order of the flats."""

    cost: int
    subsidy: int
    compensation: int
    net: int
    dues: tuple[int, ...]
    checks: tuple[Check, ...]

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
    net = cost - subsidy + project.compensation
    weights = {flat.storey: project.weight(flat.storey) or 0 for flat in project.flats}
    dues = tuple(share(net, project.flats, weights, project.method, UNITS[project.unit]))
    return Outcome(
        cost, subsidy, project.compensation, net, dues, tuple(_checks(project, subsidy, net, dues))
    )


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
    if project.cost + project.compensation > MAX_FEN:
        raise InputError(
            f"费用合计 {yuan(project.cost + project.compensation)} 元超过上限 {yuan(MAX_FEN)} 元",
            todo="一部电梯不应超过这个数，请检查是否多打了零或单位弄错",
        )
    for what, amount in (("补贴", project.subsidy.amount), ("补偿", project.compensation)):
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
