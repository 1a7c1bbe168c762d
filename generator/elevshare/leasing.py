"""A leased lift: what each household owes a year, and whether the company's table covers it."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.errors import InputError
from elevshare.money import yuan
from elevshare.project import Outcome, OutcomeCheck, Project, SubsidyMode, Topic
from elevshare.rules.lease import (
    MONTHS,
    PERIODS,
    Charge,
    LeasePeriod,
    annual,
    fee_of,
    flats_a_storey,
    table_for,
)
from elevshare.rules.share import Flat, Method, OptOut
from elevshare.rules.upkeep import Sharing
from elevshare.schemes.parts.lease import LeaseRule
from elevshare.text import storey_text


def rule_of(project: Project) -> LeaseRule:
    """The lease of a project's scheme.

    Raises:
        InputError: the scheme has none.
    """
    if project.scheme.lease is None:
        raise InputError(f"方案「{project.scheme.name}」不是租赁方案", todo="请换一个租赁方案")
    return project.scheme.lease


def period_of(project: Project) -> LeasePeriod:
    """How often bills go out: as chosen, else as often as the scheme's fee is stated."""
    stated = LeasePeriod.MONTH if rule_of(project).charge is Charge.MONTH else LeasePeriod.YEAR
    return project.lease.period or stated


def fee(project: Project, storey: int, charge: Charge | None = None) -> int | None:
    """Fee of a storey in fen; ``None`` where missing.

    It is the fee of a month or a year as the scheme has it, or the one that is stated beside it
    where that is the ``charge``.
    """
    if charge is not None and charge is not rule_of(project).charge:
        return fee_of(None, project.lease.other_fees, storey)
    table = table_for(rule_of(project).fee_tables, project.storeys, flats_a_storey(project.flats))
    return fee_of(table, project.lease.fees, storey)


def charge_of(project: Project, flat: Flat) -> Charge:
    """Whether a household is charged by the month or by the year: as it chose, else as usual."""
    return Charge(flat.term) if flat.term else rule_of(project).charge


def year_of(project: Project, flat: Flat) -> int:
    """A household's charge of a year in fen, whether it uses the lift or not; 0 where unknown."""
    charge = charge_of(project, flat)
    return annual(fee(project, int(flat.storey), charge) or 0, charge)


def at_once(project: Project, flat: Flat) -> bool:
    """Whether a household pays the whole year in the first period.

    Only where both charges are to be chosen from: a company that states a year's fee alone may
    well collect it by the month.
    """
    if not project.has(Topic.TERMS) or project.lease.spread:
        return False
    return charge_of(project, flat) is Charge.YEAR


def validate(project: Project) -> None:
    """Refuse what no book can be made of; a missing building or fee is let pass.

    Raises:
        InputError: a flat above the last storey, one on a half storey or below the first, a period
            that the year does not have, or a running cost by coefficients.
    """
    period, number = period_of(project), project.lease.number
    if number > PERIODS.get(period, MONTHS):
        raise InputError(
            f"{period.value}收费一年只有 {PERIODS[period]} 期，没有第 {number} 期",
            todo="请改正项目文件 [lease] 的 number 或 period",
        )
    if _by_coefficient(project):
        raise InputError(
            "租赁没有建设系数，运行维护费不能同建设系数分",
            todo='请在项目文件 [upkeep] 写 sharing = "equal" 或 "area"',
        )
    _refuse_odd_storeys(project.flats)
    top = max((flat.storey for flat in project.flats), default=0)
    if project.storeys and top > project.storeys:
        raise InputError(
            f"有住户在第 {top} 层，而楼只有 {project.storeys} 层", todo="请改正楼层或总层数"
        )


def _by_coefficient(project: Project) -> bool:
    """Whether the running cost is to be shared by coefficients, which no lease has."""
    found = project.scheme.upkeep
    stated = project.upkeep.sharing or (found.rule if found else None)
    return stated is Sharing.COEFFICIENT


def _refuse_odd_storeys(flats: Sequence[Flat]) -> None:
    """Refuse households on storeys that no fee table has: half ones, and those below 1."""
    odd = next((flat for flat in flats if flat.storey % 1 or flat.storey < 1), None)
    if odd:
        raise InputError(
            f"租赁按整层收费，没有 {odd.room} 所在的楼层（{storey_text(odd.storey)}）的标准",
            todo="半层请按协议填上一层或下一层的整数；一层以下的，参与填 否",
        )


def assess(project: Project) -> Outcome:
    """Every household's charge of a year; the net amount is what the stairwell pays a year.

    Raises:
        InputError: there are no flats, or the scheme has no lease.
    """
    if not project.flats:
        raise InputError("没有住户，无法计算", todo="请给出住户")
    validate(project)
    years = [year_of(project, flat) for flat in project.flats]
    dues = tuple(year * flat.taking_part for year, flat in zip(years, project.flats, strict=True))
    return Outcome(0, 0, 0, sum(dues), dues, tuple(_checks(project, sum(years), dues)))


def unused(project: Project) -> tuple[str, ...]:
    """What a project states that a lease has no use for.

    >>> from elevshare.schemes import find
    >>> unused(Project(find("beijing-yanyuan"), Method(), unit="元"))
    ('计算单位',)
    """
    stated = {
        "费用": bool(project.costs),
        "补贴": project.subsidy.mode is not SubsidyMode.NONE,
        "补偿": bool(project.compensation),
        "计算单位": project.unit != "分",
        "分摊方式": project.method != Method(opt_out=OptOut.ALL),
        "楼层系数": bool(project.weights),
        "个别系数、定额": any(
            flat.own_weight is not None or flat.fixed is not None for flat in project.flats
        ),
    }
    return tuple(what for what, found in stated.items() if found)


def _unknown(project: Project, flat: Flat) -> bool:
    """Whether there is no fee of the charge that a household has."""
    return fee(project, int(flat.storey), charge_of(project, flat)) is None


def _checks(project: Project, whole: int, dues: tuple[int, ...]) -> list[OutcomeCheck]:
    """The checks that ``shares`` reports; the book has the same and more."""
    missing = sorted({f.storey for f in project.flats if _unknown(project, f)})
    size = f"{project.storeys} 层、每层 {flats_a_storey(project.flats)} 户"
    idle = sum(due for due, flat in zip(dues, project.flats, strict=True) if not flat.taking_part)
    return [
        OutcomeCheck(
            "收费标准已填齐",
            not missing,
            f"{'、'.join(map(str, missing))} 层没有收费标准（方案没有 {size}的收费表），现按 0 计；"
            "请在项目文件 [lease] 的 fees 或簿子的“自定”一栏给出"
            if missing
            else f"{size}，有住户的楼层都有收费标准",
        ),
        OutcomeCheck("有人交费", sum(dues) > 0, f"本单元全年 {yuan(sum(dues))} 元"),
        OutcomeCheck("不使用电梯的户不收费", idle == 0, f"不使用电梯各户合计 {yuan(idle)} 元"),
        OutcomeCheck(
            "全年收入不超过全部住户都使用时的收入",
            sum(dues) <= whole,
            f"全部住户都使用时全年 {yuan(whole)} 元，平均每月 {yuan(whole // 12)} 元",
        ),
    ]
