"""The tables of 公积金: each household's limit, and the draws of one family."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.project import Topic
from elevshare.rules.fund import Order
from elevshare.workbook.amount_text import paid_yuan
from elevshare.workbook.check import BookCheck
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.rounding import split
from elevshare.workbook.spelling.formulas import cleaned
from elevshare.workbook.spelling.steps import ROOM
from elevshare.workbook.subjects.fund import certificates
from elevshare.workbook.subjects.reserve.tables import own_fund
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

TITLE = "公积金"
#: The texts of 提示 for a person, by number from 0.
PROBLEMS = ("", "√", "← 余额应填 0 或正数")


@once
def figures(plan: Plan) -> Figures:
    """The figures above the tables: the calculation for the chosen household."""
    shares = plan.shares
    unit = plan.number("fund_unit")
    return Figures(TITLE, 6, {
        "found": Figure("测算的是第几户", "按“专项”所填房号在“住户”中找到的行；0 为没有填或没有这一户",
                        lambda f: _found(plan, f)),
        "gross": _own("本户分摊额（补贴前）", "“分摊”的应分摊（决算、后加入以后是那时的数）＋补贴分到本户的部分",
                      lambda f: f"{_of(f, households(plan), 'due_fen')}+{f.granted}"),
        "granted": _own("减：补贴分到本户", "按各户应分摊的比例分",
                        lambda f: _of(f, plan.refunds, "units")),
        "spared": _own("减：减免", "“住户”所填", lambda f: _of(f, shares, "relief")),
        **_reserve(plan),
        "net": _own("净分摊额", "以上相减；已扣补贴，不含运行维护费",
                    lambda f: _of(f, households(plan), "net_fen")),
        "unit": money("取整到", "“专项”所填", lambda f: f"IF({unit}<0,1,ROUND({unit}*100,0))"),
        "limit": _own("全家最多可提", "净分摊额按取整单位舍去零头",
                      lambda f: _of(f, households(plan), "most_fen")),
        "saved": _own("全家余额合计", "“专项”所填", lambda f: f"SUM({persons(plan).all('saved')})"),
        "drawn": _own("可以提取", "限额与余额合计中较小的", lambda f: f"MIN({f.limit},{f.saved})"),
        "short": _own("限额内提不足的", "余额不够的部分", lambda f: f"{f.limit}-{f.drawn}"),
        "cash": _own("其余用现金", "净分摊额减去可以提取的", lambda f: f"{f.net}-{f.drawn}"),
        "room": Figure("测算的房号", "“专项”所填，去掉空格",
                       lambda f: cleaned(plan.parameter("fund_room"), ROOM), kind="any"),
    })  # fmt: skip


def _reserve(plan: Plan) -> dict[str, Figure]:
    """What the chosen household pays out of the maintenance fund; nothing in a book without one."""
    if not plan.has(Topic.RESERVE):
        return {}
    note = "“住户”所填；与公积金合计不能多于应分摊"
    return {"reserve": _own("减：维修资金", note, lambda f: _of(f, plan.shares, "reserve"))}


def _found(plan: Plan, f: Figures) -> str:
    """The number of the chosen household; MATCH would take the * of a room for a wildcard."""
    shares = plan.shares
    same = f"({shares.all('room')}={f.room})"
    return f"SUMPRODUCT({same}*{shares.all('valid')}*{shares.all('n')})"


def _own(label: str, note: str, formula: Callable[[Figures], str]) -> Figure:
    """An amount of the chosen household; blank if none is found."""
    return Figure(label, note, formula, 'IF({f.found}=0,"",{}/100)')


def _of(f: Figures, block: Block, key: str) -> str:
    """The value of a column for the chosen household; 0 if none is found."""
    return f"IF({f.found}=0,0,INDEX({block.all(key)},MAX(1,{f.found})))"


def inputs(plan: Plan) -> Block:
    """The persons as typed."""
    return plan.table("fund")


@once
def persons(plan: Plan) -> FormulaTable:
    """The persons of the family: each draws what is left in turn, or a part by balance."""
    f, typed = figures(plan), inputs(plan)
    in_turn, by_balance = (_divided(plan, order) for order in (Order.IN_TURN, Order.BY_BALANCE))

    def balance(row: TableRow) -> str:
        return typed.at("balance", row.index)

    def fen(row: TableRow) -> str:
        part = f"IF({by_balance},{row.units},0)"
        return f"IF({in_turn},MIN({row.saved},{f.drawn}-{row.before}),{part})"

    return FormulaTable("一、测算的一户：家里谁提多少", TITLE, f.last_row + 4, typed.count, (
        numbered("n", "次序"),
        Column("relation", "关系", "any",
               lambda r: f'IF({f.found}>0,{typed.at("relation", r.index)}&"","")'),
        shown("balance", "余额（元）", "money", lambda r: f"{r.saved}/100"),
        shown("amount", "提取（元）", "money", lambda r: f'IF({_chosen(plan)},{r.fen}/100,"")'),
        *gaps("p1", "p2", "p3", "p4", "gap"),
        Column("problem", "填写情况", "whole",
               lambda r: f'IF({balance(r)}="",0,'
                         f"IF({wrong_number(balance(r), '0', MAX_YUAN, 100)}=1,2,1))"),
        Column("saved", "余额（分）", "whole",
               lambda r: f"IF({r.problem}=1,ROUND(IFERROR({balance(r)}*1,0)*100,0),0)"),
        Column("before", "前面各人已提（分）", "whole", _before),
        Column("fen", "提取（分）", "whole", fen),
        *split(lambda r: f.drawn, lambda r: r.saved, summed("saved")),
    ), lambda r: f"AND({f.found}>0,{r.problem}=1)")  # fmt: skip


def _before(row: TableRow) -> str:
    """What the persons above have drawn, in fen; the summed range starts at the head."""
    letter = row.table.letter("fen")
    return f"SUM(${letter}${row.table.first - 1}:${letter}{row.line - 1})"


def _divided(plan: Plan, order: Order) -> str:
    """Whether this order of drawing is chosen."""
    return f'{plan.parameter("fund_order")}="{order.value}"'


def _chosen(plan: Plan) -> str:
    """Whether any order of drawing is chosen."""
    return f"OR({','.join(_divided(plan, order) for order in Order)})"


def totals(plan: Plan) -> dict[str, str]:
    """Column key → formula: the family's total balance and total drawn."""
    f, fen = figures(plan), persons(plan).area("fen")
    return {
        "balance": f'IF({f.found}>0,{f.saved}/100,"")',
        "amount": f'IF(AND({f.found}>0,{_chosen(plan)}),SUM({fen})/100,"")',
    }


@once
def households(plan: Plan) -> FormulaTable:
    """Every household's limit, what it has used of it, and its certificate."""
    shares, unit = plan.shares, f"MAX(1,{figures(plan).unit})"
    return FormulaTable("二、各户限额", TITLE, persons(plan).last + 5, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("net", "净分摊额（元）", "money", lambda r: f"{r.net_fen}/100"),
        shown("most", "最多可提（元）", "money", lambda r: f"{r.most_fen}/100"),
        shown("used", "已用公积金（元）", "money", lambda r: f"{r.used_fen}/100"),
        shown("rest", "还可提（元）", "money", lambda r: f"MAX(0,{r.most_fen}-{r.used_fen})/100"),
        Column("note", "说明", "any",
               lambda r: f'IF({r.over}>0,"超过最多可提 "&{paid_yuan(r.over)},"")'),
        *gaps("gap"),
        Column("net_fen", "净分摊额（分）", "whole", lambda r: certificates.net(plan, r)),
        Column("most_fen", "最多可提（分）", "whole", lambda r: f"INT({r.net_fen}/{unit})*{unit}"),
        Column("used_fen", "已用（分）", "whole", beside(shares, own_fund(plan))),
        Column("over", "超过（分）", "whole", lambda r: f"MAX(0,{r.used_fen}-{r.most_fen})"),
        *certificates.columns(plan),
    ), lambda r: f"{shares.at('valid', r.index)}=1", totals=("net", "most", "used", "rest"))  # fmt: skip


def rule_words(plan: Plan) -> str:
    """The applied rule and the last day to draw, as a sentence."""
    months, day = plan.number("fund_months"), plan.number("fund_registered")
    deadline = f'TEXT(EDATE({day},{months}),"yyyy-mm-dd")'
    return (
        f'="每户最多可提净分摊额；家里人怎么分："&{plan.parameter("fund_order")}&"；"&IF({months}=0,"没有填期限",'
        f'IF({day}=0,"登记后 "&{months}&" 个月内可提（登记日期待填）","最迟 "&{deadline}&"（含当日）提取"))'
    )


def family_words(plan: Plan) -> str:
    """The result for the chosen household, as a sentence."""
    f, room = figures(plan), plan.parameter("fund_room")
    limit, drawn, cash = (paid_yuan(fen) for fen in (f.limit, f.drawn, f.cash))
    short = f'IF({f.short}>0,"（余额不够）","")'
    drawn = f'"可以提取 "&{drawn}&{short}&"，其余 "&{cash}&"用现金"'
    result = f'IF({_chosen(plan)},{drawn},"还没有选家里人怎么分（“专项”的公积金一节）")'
    return (
        f'=IF({room}="","没有填测算的房号（“专项”的公积金一节）",IF({f.found}=0,"“住户”中没有房号 "&'
        f'{room},{room}&"：全家最多可提 "&{limit}&"，"&{result}))'
    )


def checks(plan: Plan) -> list[BookCheck]:
    """The checks: nobody exceeds the limit, and the inputs are valid."""
    f, over = figures(plan), households(plan).all("over")
    count, wrong = f"SUMPRODUCT(({over}>0)*1)", f"SUMPRODUCT(({persons(plan).all('problem')}=2)*1)"
    room = f"INDEX({plan.shares.all('room')},MATCH(MAX({over}),{over},0))"
    known = f'OR({plan.parameter("fund_room")}="",{f.found}>0)'
    return [
        BookCheck("公积金不超过最多可提", f"{count}=0",
              f'IF({count}=0,"没有超过","超过 "&{count}&" 户，最多的是 "&{room}&"，超 "&{paid_yuan(f"MAX({over})")})',
              "改正“住户”的公积金，不能多于净分摊额（按取整单位舍去零头）"),
        BookCheck("公积金测算填写无误", f"AND({wrong}=0,{known})",
              f'IF({known},"余额有误 "&{wrong}&" 人","“住户”中没有所填的房号")',
              "“专项”的公积金一节：房号要与“住户”相同，余额填 0 或正数"),
    ]  # fmt: skip
