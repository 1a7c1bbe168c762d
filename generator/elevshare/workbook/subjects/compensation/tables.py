"""The tables of 补偿: what each low flat is paid, and the limits."""

from __future__ import annotations

from elevshare.rules.compensation import CompensationWay
from elevshare.workbook.amount_text import grouped_fen, paid_yuan
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import YES
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import split
from elevshare.workbook.subjects.compensation import vouchers
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    TableRow,
    beside,
    gaps,
    numbered,
    once,
    shown,
    summed,
)

TITLE = "补偿"


@once
def figures(plan: Plan) -> Figures:
    """The figures above the table."""
    n, cost = plan.number, plan.figure("cost")
    second = f"ROUND({n('payout_second')}*10000,0)"
    manual = f'{plan.parameter("payout_way")}="{CompensationWay.TOTAL.value}"'
    share = n("payout_total_cap")
    return Figures(TITLE, 4, {
        "first": money("一层每户补偿", "选“一层定额”时有效",
                       lambda f: f"ROUND({n('payout_first')}*100,0)"),
        "second": money("二层每户补偿", "一层每户补偿×二层所占比例，四舍五入到分",
                        lambda f: f"ROUND({f.first}*{second}/10000,0)"),
        "pool": money("分配总额", "选“按面积分配”时：每户计×一层户数",
                      lambda f: f"ROUND({n('payout_pool')}*100,0)*SUM({households(plan).all('ground')})"),
        "households": Figure("本梯总户数", "“住户”中填写的户数",
                             lambda f: f"SUM({plan.shares.all('valid')})"),
        "first_cap": money("一层每户上限", "总费用÷本梯总户数，舍去不足一分的部分",
                           lambda f: f"IF({f.households}>0,INT({cost}/MAX(1,{f.households})),0)"),
        "second_cap": money("二层每户上限", "一层每户上限×二层所占比例",
                            lambda f: f"ROUND({f.first_cap}*{second}/10000,0)"),
        "listed": money("各户补偿合计", "下表各户之和", lambda f: f"SUM({households(plan).all('fen')})"),
        "total": money("补偿支出合计", "计入应分摊净额；选“手工合计”时用“参数”所填",
                       lambda f: f"IF({manual},ROUND({n('compensation')}*100,0),{f.listed})"),
        "total_cap": money("合计上限", "总费用×所定比例；没有规定则为 0",
                           lambda f: f"IF({share}<0,0,INT({cost}*ROUND({share}*10000,0)/10000))"),
    })  # fmt: skip


@once
def households(plan: Plan) -> FormulaTable:
    """The households: what each is paid, its limit, and its voucher."""
    f, shares = figures(plan), plan.shares

    def read(row: TableRow, key: str) -> str:
        return shares.at(key, row.index)

    return FormulaTable("各户补偿", TITLE, f.last_row + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("storey", "楼层", "any", beside(shares, "storey_no")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("area", "建筑面积（㎡）", "area", lambda r: f"{read(r, 'area_no')}/100"),
        shown("amount", "补偿（元）", "money", lambda r: f"{r.fen}/100"),
        Column("limit", "每户上限（元）", "money", lambda r: f'IF({r.cap}>0,{r.cap}/100,"")'),
        Column("state", "说明", "any", _state),
        *gaps("gap"),
        Column("level", "楼层（一、二层）", "whole",
               lambda r: f"IF({read(r, 'storey_no')}<=2,{read(r, 'storey_no')},0)*{read(r, 'valid')}"),
        Column("ground", "一层（1/0）", "whole", lambda r: f"IF({r.level}=1,1,0)"),
        *split(lambda r: f.pool, lambda r: f"{read(r, 'area_no')}*{r.ground}", summed("part")),
        Column("fen", "补偿（分）", "whole", lambda r: _fen(plan, r)),
        Column("cap", "上限（分）", "whole",
               lambda r: f'IF({plan.parameter("payout_household_cap")}="{YES}",'
                         f"{_by_storey(r, f.first_cap, f.second_cap)},0)"),
        Column("over", "超过（分）", "whole", lambda r: f"IF({r.cap}>0,MAX(0,{r.fen}-{r.cap}),0)"),
        *vouchers.columns(plan, f),
    ), lambda r: f"{read(r, 'valid')}=1", totals=("area", "amount"))  # fmt: skip


def _state(row: TableRow) -> str:
    """Whether a household is paid more than its limit, and how much, as text."""
    over = f'"超过上限 "&{paid_yuan(row.over)}'
    within = f'IF({row.cap}>0,"没有超过上限","")'
    return f'IF({row.fen}=0,"",IF({row.over}>0,{over},{within}))'


def _fen(plan: Plan, row: TableRow) -> str:
    """What a household is paid in fen, by the chosen way."""
    f, way, index = figures(plan), plan.parameter("payout_way"), row.index
    listed = f"MAX(0,ROUND({plan.shares.at('payout_yuan', index)}*100,0))"
    return (
        f'IF({way}="{CompensationWay.FIRST.value}",{_by_storey(row, f.first, f.second)},'
        f'IF({way}="{CompensationWay.POOL.value}",{row.units},'
        f'IF({way}="{CompensationWay.TABLE.value}",{listed}*{plan.shares.at("valid", index)},0)))'
    )


def _by_storey(row: TableRow, first: str, second: str) -> str:
    """``first`` for a household of storey 1, ``second`` for storey 2, else 0."""
    return f"IF({row.level}=1,{first},IF({row.level}=2,{second},0))"


def checks(plan: Plan) -> list[BookCheck]:
    """The checks that the limits are kept."""
    f, over, cap = figures(plan), households(plan).all("over"), plan.number("payout_total_cap")
    count = f"SUMPRODUCT(({over}>0)*1)"
    return [
        BookCheck("每户补偿不超过上限", f"{count}=0",
              f'IF({count}=0,"没有超过，或没有规定","超过 "&{count}&" 户，最多超 "&{paid_yuan(f"MAX({over})")})',
              "按“补偿”各行的说明减少补偿；确经协商一致的，在“专项”把每户上限改为否"),
        BookCheck("补偿合计不超过规定比例", f"OR({cap}<0,{f.total}<={f.total_cap})",
              f'IF({cap}<0,"没有规定","合计 "&{grouped_fen(f.total)}&" 元，上限 "&'
              f'{paid_yuan(f.total_cap)})',
              "减少补偿；或核对“专项”的比例和“参数”的费用"),
    ]  # fmt: skip
