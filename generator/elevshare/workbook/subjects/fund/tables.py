"""The formulas of 公积金: each household's limit, and who of one family draws how much."""

from __future__ import annotations

from elevshare.rules.fund import Order
from elevshare.workbook.capitals import CAPITALS
from elevshare.workbook.check import Check
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.rounding import SPLIT, split_formulas

#: The figures above the tables: key → label, whether it is money, and how it comes about.
FIGURES = {
    "found": (
        "测算的是第几户",
        False,
        "按“专项”所填房号在“住户”中找到的行；0 为没有填或没有这一户",
    ),
    "gross": ("本户分摊额（补贴前）", True, "“分摊”的应分摊＋补贴分到本户的部分"),
    "granted": ("减：补贴分到本户", True, "按各户应分摊的比例分"),
    "spared": ("减：减免", True, "“住户”所填"),
    "net": ("净分摊额", True, "以上相减；已扣补贴，不含运行维护费"),
    "unit": ("取整到", True, "“专项”所填"),
    "limit": ("全家最多可提", True, "净分摊额按取整单位舍去零头"),
    "saved": ("全家余额合计", True, "“专项”所填"),
    "drawn": ("可以提取", True, "限额与余额合计中较小的"),
    "short": ("限额内提不足的", True, "余额不够的部分"),
    "cash": ("其余用现金", True, "净分摊额减去可以提取的"),
}
#: The columns of the certificates (see ``calc.certificates``).
_CERTIFICATE = ("due_fen", "issue", "bill", *CAPITALS)
#: What 提示 says of a person by the number, from 0 on.
PROBLEMS = ("", "√", "← 余额应填 0 或正数")
PERSON_HEADS = {
    "n": ("次序", "whole"),
    "relation": ("关系", "any"),
    "balance": ("余额（元）", "money"),
    "amount": ("提取（元）", "money"),
    "problem": ("填写情况", "whole"),
    "saved": ("余额（分）", "whole"),
    "before": ("前面各人已提（分）", "whole"),
    "fen": ("提取（分）", "whole"),
    "group": ("组", "whole"),
}
HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "owner": ("业主", "any"),
    "net": ("净分摊额（元）", "money"),
    "most": ("最多可提（元）", "money"),
    "used": ("已用公积金（元）", "money"),
    "rest": ("还可提（元）", "money"),
    "note": ("说明", "any"),
    "net_fen": ("净分摊额（分）", "whole"),
    "most_fen": ("最多可提（分）", "whole"),
    "used_fen": ("已用（分）", "whole"),
    "over": ("超过（分）", "whole"),
}


def figure(key: str) -> str:
    """Address of a whole-number figure (fen where it is money)."""
    return f"公积金!$E${6 + list(FIGURES).index(key)}"


def inputs(plan: Plan) -> Block:
    """The persons as they are typed."""
    return plan.table("fund")


def persons(plan: Plan) -> Block:
    """The persons of the family."""
    shown = ("n", "relation", "balance", "amount", "p1", "p2", "p3", "p4", "gap")
    columns = (*shown, "problem", "saved", "before", "fen", "group", *SPLIT)
    return Block("公积金", 6 + len(FIGURES) + 3, inputs(plan).count, columns)


def households(plan: Plan) -> Block:
    """Every household's limit."""
    columns = ("n", "room", "owner", "net", "most", "used", "rest", "note", "gap", "net_fen", "most_fen",
               "used_fen", "over", *_CERTIFICATE)  # fmt: skip
    return Block("公积金", persons(plan).last + 5, plan.flats, columns)


def _divided(plan: Plan, order: Order) -> str:
    """Whether the family divides it in this way."""
    return f'{plan.parameter("fund_order")}="{order.value}"'


def _chosen(plan: Plan) -> str:
    """Whether it is said how the family divides it."""
    return f"OR({','.join(_divided(plan, order) for order in Order)})"


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    shares, family = plan.shares, persons(plan)
    # MATCH would take the * of a room for a wildcard.
    same = f'({shares.all("room")}={plan.parameter("fund_room")}&"")'

    def own(block: Block, key: str) -> str:
        return f"=IF({figure('found')}=0,0,INDEX({block.all(key)},MAX(1,{figure('found')})))"

    return {
        "found": f"=SUMPRODUCT({same}*{shares.all('valid')}*{shares.all('n')})",
        "gross": f"{own(shares, 'fen')}+{figure('granted')}",
        "granted": own(plan.refunds, "units"),
        "spared": own(shares, "relief"),
        "net": own(households(plan), "net_fen"),
        "unit": f"=IF({plan.number('fund_unit')}<0,1,ROUND({plan.number('fund_unit')}*100,0))",
        "limit": own(households(plan), "most_fen"),
        "saved": f"=SUM({family.all('saved')})",
        "drawn": f"=MIN({figure('limit')},{figure('saved')})",
        "short": f"={figure('limit')}-{figure('drawn')}",
        "cash": f"={figure('net')}-{figure('drawn')}",
    }


def person_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one person's row: in turn what is left, or by balance a part."""
    block, typed = persons(plan), inputs(plan)
    index = row - block.first
    here, balance = block.on(row), typed.at("balance", index)
    wrong = wrong_number(balance, "0", MAX_YUAN, 100)
    above = f"SUM(${block.letter('fen')}${block.first - 1}:${block.letter('fen')}{row - 1})"

    def shown(formula: str) -> str:
        return f'=IF(AND({figure("found")}>0,{here("problem")}=1),{formula},"")'

    in_turn = f"MIN({here('saved')},{figure('drawn')}-{here('before')})"
    by_balance = f"IF({_divided(plan, Order.BY_BALANCE)},{here('units')},0)"
    return {
        "n": index + 1,
        "relation": f'=IF({figure("found")}>0,{typed.at("relation", index)}&"","")',
        "balance": shown(f"{here('saved')}/100"),
        "amount": shown(f'IF({_chosen(plan)},{here("fen")}/100,"")'),
        "problem": f'=IF({balance}="",0,IF({wrong}=1,2,1))',
        "saved": f"=IF({here('problem')}=1,ROUND(IFERROR({balance}*1,0)*100,0),0)",
        "before": f"={above}",
        "fen": f"=IF({_divided(plan, Order.IN_TURN)},{in_turn},{by_balance})",
        "group": 1,
        "quota": f"={figure('drawn')}",
        "part": f"={here('saved')}",
        "sum": f"=SUM({block.area('saved')})",
        **split_formulas(block, row),
    }


def total_formulas(plan: Plan) -> dict[str, str]:
    """What the family has and draws together, below its persons."""
    block, found = persons(plan), f"{figure('found')}>0"
    return {
        "balance": f'=IF({found},{figure("saved")}/100,"")',
        "amount": f'=IF(AND({found},{_chosen(plan)}),SUM({block.area("fen")})/100,"")',
    }


def household_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row: its limit, and what it has used of it."""
    block, shares, index = households(plan), plan.shares, row - households(plan).first
    here, valid = block.on(row), f"{plan.shares.at('valid', index)}=1"
    unit = f"MAX(1,{figure('unit')})"

    def shown(formula: str) -> str:
        return f'=IF({valid},{formula},"")'

    over = f'TEXT({here("over")}/100,"0.00")'
    return {
        "n": index + 1,
        "room": shown(shares.at("room", index)),
        "owner": shown(shares.at("owner", index)),
        "net": shown(f"{here('net_fen')}/100"),
        "most": shown(f"{here('most_fen')}/100"),
        "used": shown(f"{here('used_fen')}/100"),
        "rest": shown(f"MAX(0,{here('most_fen')}-{here('used_fen')})/100"),
        "note": f'=IF({here("over")}>0,"超过最多可提 "&{over}&" 元","")',
        "net_fen": f"=MAX(0,{shares.at('fen', index)}-{shares.at('relief', index)})",
        "most_fen": f"=INT({here('net_fen')}/{unit})*{unit}",
        "used_fen": f"={shares.at('fund', index)}",
        "over": f"=MAX(0,{here('used_fen')}-{here('most_fen')})",
    }


def rule_words(plan: Plan) -> str:
    """The rule in force in one sentence, with the last day to draw."""
    months, day = plan.number("fund_months"), plan.number("fund_registered")
    deadline = f'TEXT(EDATE({day},{months}),"yyyy-mm-dd")'
    return (
        f'="每户最多可提净分摊额；家里人怎么分："&{plan.parameter("fund_order")}&"；"&IF({months}=0,"没有填期限",'
        f'IF({day}=0,"登记后 "&{months}&" 个月内可提（登记日期待填）","最迟 "&{deadline}&"（含当日）提取"))'
    )


def family_words(plan: Plan) -> str:
    """The worked household in one sentence."""
    room = plan.parameter("fund_room")
    yuan = {key: f'TEXT({figure(key)}/100,"0.00")&" 元"' for key in ("limit", "drawn", "cash")}
    short = f'IF({figure("short")}>0,"（余额不够）","")'
    drawn = f'"可以提取 "&{yuan["drawn"]}&{short}&"，其余 "&{yuan["cash"]}&"用现金"'
    said = f'IF({_chosen(plan)},{drawn},"还没有选家里人怎么分（“专项”的公积金一节）")'
    return (
        f'=IF({room}="","没有填测算的房号（“专项”的公积金一节）",IF({figure("found")}=0,"“住户”中没有房号 "&'
        f'{room},{room}&"：全家最多可提 "&{yuan["limit"]}&"，"&{said}))'
    )


def checks(plan: Plan) -> list[Check]:
    """Whether nobody has used more than may be drawn, and what is typed can be meant."""
    over = households(plan).all("over")
    count, wrong = f"SUMPRODUCT(({over}>0)*1)", f"SUMPRODUCT(({persons(plan).all('problem')}=2)*1)"
    room = f"INDEX({plan.shares.all('room')},MATCH(MAX({over}),{over},0))"
    known = f'OR({plan.parameter("fund_room")}="",{figure("found")}>0)'
    return [
        Check("公积金不超过最多可提", f"{count}=0",
              f'IF({count}=0,"没有超过","超过 "&{count}&" 户，最多的是 "&{room}&"，超 "&TEXT(MAX({over})/100,"0.00")&" 元")',
              "改正“住户”的公积金，不能多于净分摊额（按取整单位舍去零头）"),
        Check("公积金测算填写无误", f"AND({wrong}=0,{known})",
              f'IF({known},"余额有误 "&{wrong}&" 人","“住户”中没有所填的房号")',
              "“专项”的公积金一节：房号要与“住户”相同，余额填 0 或正数"),
    ]  # fmt: skip
