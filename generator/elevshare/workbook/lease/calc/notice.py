"""The formulas of 公示 in a lease book: storeys, households, sentences."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.lease import MONTHS, Charge
from elevshare.workbook.figures import Figure
from elevshare.workbook.lease.fields import CHARGES
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.papers.posted import Pages
from elevshare.workbook.subjects.notice.lines import (
    Lines,
    copied,
    households_packed,
    packed,
    resident,
    seated,
)
from elevshare.workbook.subjects.notice.lines import lines as lines_below
from elevshare.workbook.subjects.notice.pages import HEAD, MONEY, THREE, TWO, pages_for
from elevshare.workbook.subjects.notice.sentences import bar, objection, period, place
from elevshare.workbook.subjects.notice.working_days import SHEET, calendar
from elevshare.workbook.table import Column, FormulaTable, TableRow, once

#: Heights in points of the rows above the list: document and calculation.
WORDS = (TWO, THREE)
#: Title, mark, building; fee table and period.
ABOVE = (*HEAD, MONEY, MONEY)


def pages_of(plan: LeasePlan) -> Pages:
    """How the notice is divided into pages."""
    flats = plan.project.flats
    used = len({flat.storey for flat in flats}) if flats else plan.storeys
    return pages_for((*ABOVE, *WORDS), plan.storeys, used, plan.flats, len(flats))


@once
def storey_table(plan: LeasePlan) -> FormulaTable:
    """The storeys with households; the period's fee is that of any flat of the storey."""
    source = plan.storey_table
    first, last = plan.figure("first"), plan.figure("last")

    by_choice = plan.has(Topic.TERMS)

    def fee(row: TableRow) -> str:
        year, known = row.year_fen, f"INDEX({source.all('known')},{row.row})=1"
        until = f"INT({last}*{year}/{MONTHS})-INT(({first}-1)*{year}/{MONTHS})"
        return f'IF({known},({until})/100,"")'

    def users(row: TableRow) -> str:
        taking, flats = (f"INDEX({source.all(key)},{row.row})" for key in ("taking", "flats"))
        return f'{taking}&"/"&{flats}'

    def year_fen(row: TableRow) -> str:
        return f"IF({row.row}=0,0,INDEX({source.all('annual_fen')},{row.row}))"

    return FormulaTable("四、有住户的楼层", SHEET, calendar(plan).last + 4, plan.storeys, (
        *packed(source, "flats"),
        copied(source, "storey", "楼层", "whole"),
        seated("users", "使用户数", "any", users),
        copied(source, "standard", "收费标准（元）", "money"),
        copied(source, "origin", "出自", "any"),
        *(() if by_choice else (seated("fee", "每户本期（元）", "money", fee),)),
        copied(source, "annual", "每户全年（元）", "money"),
        *((copied(source, "other", "另一种标准（元）", "money"),) if by_choice else ()),
        Column("year_fen", "全年（分）", "whole", year_fen),
    ))  # fmt: skip


@once
def flats(plan: LeasePlan) -> FormulaTable:
    """The households that count."""
    source = plan.shares
    return FormulaTable("五、住户", SHEET, storey_table(plan).last + 4, plan.flats, (
        *households_packed(plan),
        resident(plan),
        copied(source, "storey", "楼层", "whole"),
        copied(source, "taking", "使用电梯", "any"),
        *((copied(source, "unit", "单位", "any"),) if plan.has(Topic.TERMS) else ()),
        copied(source, "standard", "收费标准（元）", "money"),
        copied(source, "fee", "本期（元）", "money"),
        copied(source, "annual", "全年（元）", "money"),
    ))  # fmt: skip


@once
def lines(plan: LeasePlan) -> Lines:
    """The counts and the sentences."""
    return lines_below(plan, flats(plan), pages_of(plan), (storey_table(plan),), {
        "place": Figure("楼栋", None, lambda f: place(plan)),
        "table": Figure("收费表", None, lambda f: _table(plan)),
        "method": Figure("算法", None, lambda f: _method(plan)),
        "period": Figure("公示期", None, lambda f: period(plan)),
        "objection": Figure("异议", None, lambda f: objection(plan)),
        "bar": Figure("几户、几页", None, lambda f: bar(lines(plan))),
    })  # fmt: skip


def _table(plan: LeasePlan) -> str:
    """Which of the company's fee tables applies, as text."""
    table = plan.figure("table")
    size = f'{plan.figure("storeys")}&" 层、一梯 "&{plan.figure("landing")}&" 户"'
    name = plan.project.scheme.name
    return f'"{name}："&IF({table}=0,"没有 "&{size}&"的收费表",{size}&"的收费表（表 "&{table}&"）")'


def _method(plan: LeasePlan) -> str:
    """How the fee of a period is calculated, as text."""
    if plan.has(Topic.TERMS):
        return _method_by_choice(plan)
    year = f'IF({plan.figure("times")}={MONTHS},"×{MONTHS}＝全年","就是全年")'
    return (
        f'"收费标准（"&{plan.parameter("charge")}&"）"&{year}&"，按月平均；到每月末的累计数不足一分的舍去，'
        f"本期＝本期末的累计－本期以前的累计，十二个月合计正好是全年。不使用电梯的户不收费。"
        f'“自定”是协商另定的标准，优先于收费表。"'
    )


def other_unit(plan: LeasePlan) -> str:
    """The unit of the fee that households may choose instead, as text."""
    month, year = CHARGES[Charge.MONTH], CHARGES[Charge.YEAR]
    return f'IF({plan.parameter("charge")}="{month}","{year}","{month}")'


def _method_by_choice(plan: LeasePlan) -> str:
    """The same where a household chooses to be charged by the month or by the year."""
    at_once = '"年费在第一期一次收。"'
    spread = '"年费平均到各期，到每月末的累计数不足一分的舍去，十二个月合计正好是全年。"'
    return (
        f'"各户自选按月（元/月，×{MONTHS}＝全年）或按年（元/年）交，没有选的按"&{plan.parameter("charge")}&"；"'
        f'&IF({plan.figures.at_once}=1,{at_once},{spread})&"不使用电梯的户不收费。“或”一栏是公司另列的标准。"'
    )
