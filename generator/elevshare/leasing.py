"""A leased lift: what each household owes a year, and whether the company's table covers it."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.errors import InputError
from elevshare.money import yuan
from elevshare.project import Outcome, OutcomeCheck, Project, SubsidyMode
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


def fee(project: Project, storey: int) -> int | None:
    """Fee of a storey in fen, of a month or a year as the scheme has it; ``None`` where missing."""
    table = table_for(rule_of(project).fee_tables, project.storeys, flats_a_storey(project.flats))
    return fee_of(table, project.lease.fees, storey)


def validate(project: Project) -> None:
    """Refuse what no book can be made of; a missing building or fee is let pass.

    Raises:
        InputError: a flat above the last storey, one on a half storey or below the first, or a period
            that the year does not have.
    """
    period, number = period_of(project), project.lease.number
    if number > PERIODS.get(period, MONTHS):
        raise InputError(
            f"{period.value}收费一年只有 {PERIODS[period]} 期，没有第 {number} 期",
            todo="请改正项目文件 [lease] 的 number 或 period",
        )
    _refuse_odd_storeys(project.flats)
    top = max((flat.storey for flat in project.flats), default=0)
    if project.storeys and top > project.storeys:
        raise InputError(
            f"有住户在第 {top} 层，而楼只有 {project.storeys} 层", todo="请改正楼层或总层数"
        )


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
    charge = rule_of(project).charge
    years = [annual(fee(project, int(flat.storey)) or 0, charge) for flat in project.flats]
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


def _checks(project: Project, whole: int, dues: tuple[int, ...]) -> list[OutcomeCheck]:
    """The checks that ``shares`` reports; the book has the same and more."""
    missing = sorted({f.storey for f in project.flats if fee(project, int(f.storey)) is None})
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
