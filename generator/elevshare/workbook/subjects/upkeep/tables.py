"""The tables of 运维: households, storeys, yearly items, and the columns of the splits."""

from __future__ import annotations

from elevshare.rules.upkeep import MONTHS
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.amount_text import paid_yuan, square_metres
from elevshare.workbook.capitals import capitals
from elevshare.workbook.field import MAX_YUAN, YES
from elevshare.workbook.places import Block

# Figures and tables refer to each other: each of the two modules has to import the other whole.
from elevshare.workbook.subjects.upkeep import figures as upkeep
from elevshare.workbook.subjects.upkeep.split import Splitting, UpkeepSplit
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    beside,
    gaps,
    numbered,
    once,
    shown,
)

TITLE = "运维"
#: The amount of each period of a year, in fen.
_PERIODS = tuple(f"p{number}" for number in range(1, MONTHS + 1))
#: The texts of 提示 for a yearly item, by number from 0.
ITEM_PROBLEMS = ("", "√", "← 应填数字", "← 不能是负数", "← 最多两位小数", "← 金额太大")


def typed(plan: Accounts) -> Block:
    """The yearly items as typed."""
    return plan.table("running")


@once
def flats(plan: Accounts) -> FormulaTable:
    """The households: whether each carries its part, and its bill for one period."""
    shares, s, content = plan.shares, upkeep.switches(plan), plan.running
    fund = f"ROUND({plan.number('running_fund')}*100,0)*{s.months}"

    def read(row: TableRow, key: str) -> str:
        return shares.at(key, row.index)

    def until(row: TableRow, number: str) -> str:
        return f"INT({number}*{row.fen}/{s.periods})"

    def period(number: int) -> PartialFormula:
        return lambda r: (
            f"IF({number}>{s.periods},0,{until(r, str(number))}-{until(r, str(number - 1))})"
        )

    return FormulaTable("一、各户", TITLE, upkeep.lines(plan).last_row + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("storey", "楼层", "any", beside(shares, "storey_no")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("state", "谁承担", "any",
              lambda r: f'IF({read(r, "take")}=0,"不参与",IF({r.party}=0,"{content.weightless}",'
                        f'IF({r.exempt}=1,"免运维","承担")))'),
        shown("year", "全年应缴（元）", "money", lambda r: f"{r.fen}/100"),
        shown("plain", "都不免时（元）", "money", lambda r: f"{r.plain_fen}/100"),
        shown("more", "因免运维多出（元）", "money", lambda r: f"({r.fen}-{r.plain_fen})/100"),
        shown("now", "本期应缴（元）", "money", lambda r: f"{r.now_fen}/100"),
        shown("fund", "本期基金（元）", "money", lambda r: f"{r.fund_fen}/100"),
        shown("to_pay", "本期合计（元）", "money", lambda r: f"{r.to_pay_fen}/100"),
        *gaps("gap"),
        Column("valid", "有效", "whole", beside(shares, "valid")),
        Column("exempt", "免运维（1/0）", "whole",
               lambda r: f'IF({read(r, "exempt_answer")}="{YES}",{r.valid},0)'),
        Column("weight", "本层系数×10000", "whole",
               lambda r: _weight(plan, r)),
        Column("party", "应承担（1/0）", "whole",
               lambda r: f"IF(AND({s.weighed}=1,{r.weight}=0),0,{read(r, 'take')}){_above_ground(plan, r)}"),
        Column("size", "面积或户", "whole",
               lambda r: f"IF({s.by_area}=1,{read(r, 'area_no')},1)*{r.valid}"),
        # By coefficient whoever stays out leaves a gap, as in the building cost; else he has no part.
        Column("member", "计入本层总量", "whole",
               lambda r: f"IF({s.by_coefficient}=1,1,{r.party})*{r.size}"),
        Column("fen", "全年（分）", "whole", lambda r: actual(plan).flats.at("units", r.index)),
        Column("plain_fen", "都不免（分）", "whole",
               lambda r: without(plan).flats.at("units", r.index)),
        *(Column(key, f"第{number}期（分）", "whole", period(number))
          for number, key in enumerate(_PERIODS, 1)),
        Column("year_sum", "各期合计（分）", "whole",
               lambda r: f"SUM({r[_PERIODS[0]]}:{r[_PERIODS[-1]]})"),
        Column("now_fen", "本期（分）", "whole",
               lambda r: f"{until(r, s.period)}-{until(r, f'({s.period}-1)')}"),
        Column("fund_fen", "基金（分）", "whole",
               lambda r: f"{fund}*{actual(plan).flats.at('carry', r.index)}"),
        Column("to_pay_fen", "本期合计（分）", "whole", lambda r: f"{r.now_fen}+{r.fund_fen}"),
        Column("issue", "出账单", "whole", lambda r: f"IF({r.to_pay_fen}>0,1,0)"),
        Column("bill", "第几张", "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}"),
        Column("own_words", "文字：本户", "any", lambda r: _own_words(plan, r)),
        Column("whole_words", "文字：合计", "any", lambda r: _whole_words(plan, r)),
        Column("words", "本户金额怎么来", "any", lambda r: _words(plan, r)),
        *capitals("to_pay_fen"),
    ), lambda r: f"{r.valid}=1", totals=("year", "plain", "more", "now", "fund", "to_pay"))  # fmt: skip


def _weight(plan: Accounts, row: TableRow) -> str:
    """The weight of a household's storey, 0 below storey 1."""
    content = plan.running
    counts = f"{plan.shares.at(content.level, row.index)}>0" if content.below else f"{row.valid}=1"
    return f"IF({counts},{content.own_weight(row.index)},0)"


def _above_ground(plan: Accounts, row: TableRow) -> str:
    """A factor that spares a household below storey 1, where there may be some."""
    content = plan.running
    return f"*({plan.shares.at(content.level, row.index)}>0)" if content.below else ""


def _own_words(plan: Accounts, row: TableRow) -> str:
    """The size or weight of a household, as text."""
    s, counted = upkeep.switches(plan), actual(plan).flats.here("counted", row.line)
    size = f'IF({s.by_area}=1,{square_metres(row.size)},"1 户")'
    return (
        f"IF(OR({s.storeys_first}=1,{counted}={s.scale}),{size},"
        f'"（系数 "&{counted}/{s.scale}&"×"&{size}&"）")'
    )


def _whole_words(plan: Accounts, row: TableRow) -> str:
    """The total that it is divided by, as text."""
    s, whole = upkeep.switches(plan), actual(plan).flats.here("sum", row.line)
    plain = f'IF({s.by_area}=1,{square_metres(whole)},{whole}&" 户")'
    weighed = f"{whole}/({s.scale}*IF({s.by_area}=1,100,1))"
    return f'IF({s.storeys_first}=1,"本层承担合计 "&{plain},"全梯合计 "&{weighed})'


def _words(plan: Accounts, row: TableRow) -> str:
    """The calculation of the year's amount, as text that a reader can repeat."""
    storeys_first, split = upkeep.switches(plan).storeys_first, actual(plan).flats.on(row.line)
    base = f'IF({storeys_first}=1,"本层全年 ","全年要分 ")&{paid_yuan(split("quota"))}'
    equals = f'IF({split("remainder")}=0,"＝","≈")'
    more = f"({row.fen}-{row.plain_fen})"
    others = f'IF({more}>0,"，其中替免运维的户承担 "&{paid_yuan(more)},"")'
    return (
        f'IF({row.valid}=0,"",IF({split("carry")}=0,"本户不出运维费："&{row.state},'
        f'{base}&"×"&{row.own_words}&"÷"&{row.whole_words}&{equals}'
        f"&{paid_yuan(row.fen)}&{others}{_part(plan)}))"
    )


def _part(plan: Accounts) -> str:
    """How many parts the year is paid in, as the end of a text formula."""
    periods = upkeep.switches(plan).periods
    return f'&IF({periods}=1,"","；全年分 "&{periods}&" 期收")'


@once
def storey_table(plan: Accounts) -> FormulaTable:
    """The storeys."""
    rows, s, storeys = flats(plan), upkeep.switches(plan), plan.shares.all("storey_no")

    def total(row: TableRow, column: str) -> str:
        return f"SUMIF({storeys},{row.storey},{column})"

    def spared(row: TableRow) -> str:
        return f"({storeys}={row.storey})*{rows.area('exempt')}*{rows.area('party')}"

    return FormulaTable("二、各层", TITLE, rows.last + 4, plan.storeys, (
        Column("storey", "楼层", plan.running.storey_kind, beside(plan.running.storeys, "storey")),
        Column("carrying", "承担户数", "whole",
               lambda r: total(r, actual(plan).flats.area("carry"))),
        Column("spared", "免运维户数", "whole", lambda r: f"SUMPRODUCT({spared(r)})"),
        Column("amount", "本层全年（元）", "money", lambda r: f"{total(r, rows.area('fen'))}/100"),
        *gaps(*(f"pad{n}" for n in range(7)), "gap"),
        Column("weight", "系数×10000", "whole",
               lambda r: f"IF({s.by_coefficient}=1,{plan.running.weight(r.index)},10000)"),
        Column("whole", "本层总量", "whole", lambda r: total(r, rows.area("member"))),
    ), totals=("carrying", "spared", "amount"))  # fmt: skip


@once
def items(plan: Accounts) -> FormulaTable:
    """The yearly items as read; an invalid one is marked and counts as 0."""
    block = typed(plan)

    def number(row: TableRow) -> str:
        return f"IFERROR({block.at('yuan', row.index)}*1,0)"

    return FormulaTable("三、运维费用", TITLE, storey_table(plan).last + 4, block.count, (
        numbered(),
        Column("item", "运维项目", "长", lambda r: f'{block.at("item", r.index)}&""'),
        *gaps("pad"),
        shown("yuan", "金额（元）", "money", lambda r: f"{r.fen}/100"),
        Column("fen", "金额（分）", "whole",
               lambda r: f"IF({r.problem}=1,ROUND({number(r)}*100,0),0)"),
        Column("problem", "填写情况", "whole",
               lambda r: _item_problem(block.at("yuan", r.index), number(r))),
    ), lambda r: f"{r.problem}=1", totals=("yuan",))  # fmt: skip


def _item_problem(yuan: str, number: str) -> str:
    """The number of the error in an item."""
    coarse = f"ABS({number}*100-ROUND({number}*100,0))>0.0001"
    return (
        f'IF({yuan}="",0,IF(IFERROR({yuan}*1,"x")="x",2,IF({number}<0,3,'
        f"IF({number}>{MAX_YUAN},5,IF({coarse},4,1)))))"
    )


@once
def actual(plan: Accounts) -> UpkeepSplit:
    """The split with the exemptions, to the right of the tables."""
    title, left = "有免运维时的取整：按最大余数法，整数运算", len(flats(plan).columns) + 2
    return _splitting(plan).split(title, left, spares=True)


@once
def without(plan: Accounts) -> UpkeepSplit:
    """The split as if nobody were exempt, to the right of the other."""
    other = actual(plan).flats
    left = other.left + len(other.columns) + 1
    return _splitting(plan).split("都不免时的取整：用来比较每户多出多少", left, spares=False)


def _splitting(plan: Accounts) -> Splitting:
    """What both splits are made from."""
    net = upkeep.figures(plan).net
    return Splitting(
        plan.shares, flats(plan), storey_table(plan), upkeep.switches(plan), net, plan.running.level
    )
