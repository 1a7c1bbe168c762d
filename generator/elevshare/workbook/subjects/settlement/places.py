"""Where everything stands on 决算, and its figures: the plan against what has come about."""

from __future__ import annotations

from elevshare.project import MAX_COSTS, Topic
from elevshare.rules.arrival import Arrival
from elevshare.workbook.capitals import CAPITALS
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.rounding import SPLIT
from elevshare.workbook.subjects.cash.places import figure as figure_of_cash

TITLE = "决算"
#: Key → label, whether it is money, and how it comes about.
FIGURES = {
    "wanted": ("计划中的费用（项）", False, "“参数”里填了金额的"),
    "told": ("其中已决算（项）", False, "“专项”里填了实际金额的"),
    "ready": ("已决算齐（1/0）", False, "没有齐就不往下算"),
    "cost": ("总费用", True, "各项实际金额之和"),
    "subsidy": ("减：补贴", True, "“专项”的实际补贴；空着时取哪个数，“专项”写明"),
    "compensation": ("加：补偿支出", True, "“专项”的实际补偿；空着则按计划"),
    "raw": ("费用－补贴＋补偿", True, "小于 0 就没有可分摊的，见“校验”"),
    "net": ("应分摊净额", True, "按“分摊”同样的办法再分一次"),
    "units": ("应分份数", False, "净额含多少个整单位"),
    "rest": ("不足一个单位的余额", True, "归入应缴最多的第一户"),
    "rest_row": ("余额归入第几户", False, ""),
    "relief": ("减：减免", True, "每户最多减到 0"),
    "fund": ("减：公积金", True, ""),
    "paid": ("减：已缴", True, "已经收到的，减去已经退回的"),
    "joined": ("加：后加入", True, "后加入的户应缴，其余户应退，合计为 0"),
    "more": ("应补合计", True, ""),
    "back": ("应退合计", True, ""),
    "debtors": ("应补几户", False, ""),
    "payees": ("应退几户", False, ""),
}
#: The figures that the plan has too.
PLANNED = ("cost", "subsidy", "compensation", "net")
ITEM_HEADS = {
    "n": ("序号", "whole"),
    "item": ("费用项目", "长"),
    "pad": ("", "长"),
    "planned": ("计划（元）", "money"),
    "actual": ("实际（元）", "money"),
    "more": ("实际－计划（元）", "money"),
    "planned_fen": ("计划（分）", "whole"),
    "fen": ("实际（分）", "whole"),
    "wanted": ("计划中（1/0）", "whole"),
    "told": ("已决算（1/0）", "whole"),
    "problem": ("填写情况", "whole"),
}
#: What 提示 says of an actual amount by its number, from 0 on.
PROBLEMS = ("", "√", "← 应填 0 或正数，写到分", "← “参数”第二节没有这一项", "还没有决算")
#: The shown columns of every table; the last of a household's are what it pays and gets.
SHOWN = (
    "n",
    "room",
    "owner",
    "planned",
    "actual",
    "relief",
    "fund",
    "paid",
    "joined",
    "more",
    "back",
)
_WORK = ("number", "at", "group", *SPLIT, "key", "fen", "relief_fen", "joined_fen", "balance",
         "more_fen", "back_fen")  # fmt: skip


def typed(plan: Plan) -> Block:
    """The actual amounts as they are typed on 专项."""
    return plan.table("settlement")


def items(plan: Plan) -> Block:
    """The cost items, below three lines of words."""
    pads = tuple(f"p{n}" for n in range(5))
    columns = ("n", "item", "pad", "planned", "actual", "more", *pads, "gap", "planned_fen", "fen",
               "wanted", "told", "problem")  # fmt: skip
    return Block(TITLE, 8, MAX_COSTS, columns)


def figures(plan: Plan) -> Block:
    """The figures, below the cost items."""
    pads = tuple(f"p{n}" for n in range(4))
    columns = ("label", "pad1", "pad2", "planned", "actual", "more", "note", *pads, "gap",
               "planned_fen", "value")  # fmt: skip
    return Block(TITLE, items(plan).last + 4, len(FIGURES), columns)


def figure(plan: Plan, key: str) -> str:
    """Address of one figure (whole number, fen where it is money)."""
    return figures(plan).at("value", list(FIGURES).index(key))


def actual(plan: Plan, key: str) -> str:
    """A figure of 分摊 in fen, once all is settled the actual one."""
    if not plan.has(Topic.SETTLEMENT):
        return plan.figure(key)
    return f"IF({figure(plan, 'ready')}=1,{figure(plan, key)},{plan.figure(key)})"


def share(plan: Plan, index: int) -> str:
    """A household's share (counted from 0) in fen, once all is settled of the actual amount."""
    planned = plan.shares.at("fen", index)
    if not plan.has(Topic.SETTLEMENT):
        return planned
    return f"IF({figure(plan, 'ready')}=1,{flats(plan).at('fen', index)},{planned})"


def shares(plan: Plan) -> str:
    """The sum of the households' shares in fen, once all is settled of the actual ones."""
    planned = f"SUM({plan.shares.all('fen')})"
    if not plan.has(Topic.SETTLEMENT):
        return planned
    return f"IF({figure(plan, 'ready')}=1,SUM({flats(plan).all('fen')}),{planned})"


def sums(plan: Plan) -> Block:
    """What is paid and paid back in all, in capital figures."""
    pads = tuple(f"p{n}" for n in range(7))
    columns = ("label", "pad1", "pad2", "yuan", *pads, "gap", "fen", *CAPITALS)
    return Block(TITLE, figures(plan).last + 4, 2, columns)


def flats(plan: Plan) -> Block:
    """The households."""
    return Block(TITLE, sums(plan).last + 4, plan.flats, (*SHOWN, "gap", *_WORK))


def floors(plan: Plan) -> Block:
    """The storeys' part of the actual net amount."""
    pads = tuple(f"p{n}" for n in range(9))
    return Block(
        TITLE, flats(plan).last + 4, plan.storeys, ("n", "amount", *pads, "gap", "group", *SPLIT)
    )


def item_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one cost item's row."""
    block, index = items(plan), row - items(plan).first
    here, cell = block.on(row), typed(plan).at("yuan", index)
    item, planned = plan.items.at("item", index), plan.items.at("problem", index)
    stray = f'AND({item}="",{here("wanted")}=0)'
    wrong = wrong_number(cell, "0", MAX_YUAN, 100)
    return {
        "n": index + 1,
        "item": f"={item}",
        "pad": "",
        "planned": f"={plan.items.at('yuan', index)}",
        "actual": f'=IF({here("told")}=1,{here("fen")}/100,"")',
        "more": f'=IF({here("told")}=1,({here("fen")}-{here("planned_fen")})/100,"")',
        "planned_fen": f"={plan.items.at('fen', index)}",
        "fen": f"=IF({here('told')}=1,ROUND({cell}*100,0),0)",
        "wanted": f"=IF({planned}=0,0,1)",
        "told": f"=IF({here('problem')}=1,1,0)",
        "problem": f'=IF({cell}="",IF({here("wanted")}=1,4,0),IF({wrong}=1,2,IF({stray},3,1)))',
    }


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    rows, keys = flats(plan), flats(plan).area("key")
    block, given = items(plan), plan.number("actual_compensation")

    def f(key: str) -> str:
        return figure(plan, key)

    def total(column: str) -> str:
        return f"=SUM({rows.area(column)})*{f('ready')}"

    def all_of(column: str) -> str:
        return f"=SUM({plan.shares.all(column)})*{f('ready')}"

    return {
        "wanted": f"=SUM({block.area('wanted')})",
        "told": f"=SUMPRODUCT({block.area('wanted')}*{block.area('told')})",
        "ready": f"=IF(AND({f('wanted')}>0,{f('told')}={f('wanted')}),1,0)",
        "cost": f"=SUM({block.area('fen')})",
        "subsidy": f"={_subsidy(plan)}",
        "compensation": f"=IF({given}<0,{plan.figure('compensation')},ROUND({given}*100,0))",
        "raw": f"={f('cost')}-{f('subsidy')}+{f('compensation')}",
        "net": f"=MAX(0,{f('raw')})*{f('ready')}",
        "units": f"=INT({f('net')}/{plan.figure('unit')})",
        "rest": f"={f('net')}-{f('units')}*{plan.figure('unit')}",
        "rest_row": f"=IF(MAX({keys})>0,MATCH(MAX({keys}),{keys},0),0)",
        "relief": total("relief_fen"),
        "fund": all_of("fund"),
        "paid": all_of("paid"),
        "joined": total("joined_fen"),
        "more": total("more_fen"),
        "back": total("back_fen"),
        "debtors": f"=SUMPRODUCT(({rows.area('more_fen')}>0)*1)",
        "payees": f"=SUMPRODUCT(({rows.area('back_fen')}>0)*1)",
    }


def _subsidy(plan: Plan) -> str:
    """The actual subsidy: as typed, else what is known of it."""
    given = plan.number("actual_subsidy")
    return f"IF({given}<0,{_expected(plan)},ROUND({given}*100,0))"


def _expected(plan: Plan) -> str:
    """What counts as the actual subsidy where none is typed: what has arrived for building."""
    if not plan.has(Topic.CASH):
        return plan.figure("subsidy")
    received = f'{plan.parameter("arrival")}="{Arrival.RECEIVED.value}"'
    arrived = f"MAX(0,{figure_of_cash('arrived')}-{figure_of_cash('upkeep')})"
    return f"IF({received},{arrived},{plan.figure('subsidy')})"
