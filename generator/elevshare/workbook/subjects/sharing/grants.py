"""The subsidy on 分摊: the steps of its rule, its split between governments, its tiers."""

from __future__ import annotations

from elevshare.project import MAX_STOREYS
from elevshare.schemes.parts.subsidy import MAX_LEVELS, MAX_TIERS
from elevshare.workbook.field import MAX_YUAN, YES
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.rounding import split
from elevshare.workbook.subjects.pools.figures import main_fen
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

#: Empty columns, so that the working columns of all tables begin in the same one.
_PADS = gaps(*(f"p{number}" for number in range(7)), "gap")


def steps(plan: Plan) -> Figures:
    """The steps of the rule, below the households."""
    p, n = plan.parameter, plan.number
    return Figures("分摊", plan.shares.last + 4, {
        "eligible": money("计入补贴基数的费用", "参数第二节“计入补贴基数”选 是 的项目",
                          lambda f: f"SUM({plan.items.all('eligible')})"),
        "level": Figure("最高停靠层", "一层计 2，半层计 1",
                        lambda f: f"ROUND(IF({n('level')}=0,{plan.switches.top},{n('level')})*2,0)"),
        "reached": Figure("达到第几档", "停靠层不低于该档起始层",
                          lambda f: _reached(tiers(plan).all("hit"))),
        "by_tier": money("按分档的金额", "该档金额＋高出的层数×每高一层加", lambda f: _by_tier(plan, f)),
        "by_rule": money("按规则的金额", "有比例按比例，没有比例按分档",
                         lambda f: f"IF({n('rate')}<0,{f.by_tier},{_part(f.eligible, n('rate'))})"),
        "capped": money("不超过上限", "没有上限则不变",
                        lambda f: f"IF({n('cap')}<0,{f.by_rule},"
                                  f"MIN({f.by_rule},ROUND({n('cap')}*100,0)))"),
        "shafted": money("预留井道调整后", "没有预留井道则不变",
                         lambda f: f'IF({p("reserved_shaft")}="{YES}",'
                                   f"{_part(f.capped, n('shaft_factor'))},{f.capped})"),
        "exclusive": money("互斥调整后", "已享受互斥的补助则为 0",
                           lambda f: f'IF(AND({p("exclusive")}="{YES}",'
                                     f'{p("other_grant")}="{YES}"),0,{f.shafted})'),
        "limited": money("业主最低承担后", "补贴不使业主承担低于规定比例", lambda f: _limited(plan, f)),
        "upkeep": money("其中留作运维", "不抵减建设费用", lambda f: _part(f.limited, n("upkeep"))),
        "building": money("其中用于建设", "补贴－留作运维", lambda f: f"{f.limited}-{f.upkeep}"),
    })  # fmt: skip


def _reached(hit: str) -> str:
    """The number of the highest tier that is reached, 0 for none."""
    return f"IF(MAX({hit})<0,0,MATCH(MAX({hit}),{hit},0))"


def _by_tier(plan: Plan, f: Figures) -> str:
    """The amount by tiers in fen; halves are rounded up, even if a step is negative."""
    amount, step, reach = (
        f"INDEX({tiers(plan).all(key)},{f.reached})" for key in ("amount", "step", "reach")
    )
    return f"IF({f.reached}=0,0,MAX(0,{amount}+INT(({f.level}-{reach})*{step}/2+0.5)))"


def _part(of: str, rate: str) -> str:
    """A part of an amount, by a rate in units of 0.01%."""
    return f"ROUND({of}*ROUND({rate}*10000,0)/10000,0)"


def _limited(plan: Plan, f: Figures) -> str:
    """The subsidy, limited so that the owners carry their minimum."""
    least = plan.number("owners_minimum")
    most = f"INT({plan.figures.cost}*(10000-ROUND({least}*10000,0))/10000)"
    return f"IF({least}>0,MIN({f.exclusive},{most}),{f.exclusive})"


@once
def government(plan: Plan) -> FormulaTable:
    """The levels of government; their amounts sum to the whole subsidy."""
    typed = plan.split

    def share(row: TableRow) -> str:
        return typed.at("share", row.index)

    return FormulaTable("四、各级补贴", "分摊", plan.grants.last_row + 4, MAX_LEVELS, (
        Column("level", "级别", "any", lambda r: f'{typed.at("level", r.index)}&""'),
        *gaps("pad"),
        Column("share", "比例", "share", lambda r: f'IF({r.weight}>0,{r.weight}/10000,"")'),
        Column("amount", "补贴（元）", "money", lambda r: f'IF({r.weight}>0,{r.units}/100,"")'),
        *_PADS,
        numbered(head="行号"),
        Column("weight", "比例×10000", "whole",
               lambda r: f"MAX(0,IFERROR(ROUND({share(r)}*10000,0),0))"),
        *split(lambda r: plan.grants.limited, lambda r: r.weight, summed("weight")),
        Column("flaw", "有误（1/0）", "whole", lambda r: wrong_number(share(r), "0", "1", 10_000)),
    ), totals=("share", "amount"))  # fmt: skip


@once
def tiers(plan: Plan) -> FormulaTable:
    """The tiers as read; ``reach`` is in half storeys, -1 for a blank row."""
    typed = plan.tiers

    def fen(key: str) -> Column:
        head = {"amount": "金额（分）", "step": "每层加（分）"}[key]
        of = "yuan" if key == "amount" else key
        return Column(key, head, "whole",
                      lambda r: f"IFERROR(ROUND({typed.at(of, r.index)}*100,0),0)")  # fmt: skip

    def reach(row: TableRow) -> str:
        cell = typed.at("reach", row.index)
        return f'IF({cell}="",-1,IFERROR(ROUND({cell}*2,0),-1))'

    return FormulaTable("六、补贴分档的读数", "分摊", plan.items.last + 4, MAX_TIERS, (
        numbered(head="档"),
        *gaps("pad1", "pad2"),
        fen("amount"),
        fen("step"),
        Column("reach", "起始半层数", "whole", reach),
        Column("hit", "已达到", "whole", lambda r: f"IF({r.reach}<={plan.grants.level},{r.reach},-1)"),
        Column("problem", "有误（1/0）", "whole", lambda r: _wrong_tier(plan, r)),
    ))  # fmt: skip


def _wrong_tier(plan: Plan, row: TableRow) -> str:
    """1 if a tier is invalid or starts where another does."""
    reach, yuan, step = (plan.tiers.at(key, row.index) for key in ("reach", "yuan", "step"))
    wrong = "+".join(
        (
            wrong_number(reach, "0", str(MAX_STOREYS), 2),
            wrong_number(yuan, "0", MAX_YUAN, 100),
            wrong_number(step, f"-{MAX_YUAN}", MAX_YUAN, 100),
        )
    )
    twice = f"SUMPRODUCT(({row.column('reach')}={row.reach})*1)>1"
    return f'IF({reach}="",IF({yuan}&{step}="",0,1),IF(OR({wrong}>0,{twice}),1,0))'


def refunds(plan: Plan) -> FormulaTable:
    """The subsidy split among households in proportion to their dues: each one's refund."""
    shares = plan.shares
    return FormulaTable("七、补贴分到各户（按应分摊的比例）", "分摊", tiers(plan).last + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        *gaps("pad"),
        shown("amount", "补贴分到本户（元）", "money", lambda r: f"{r.units}/100"),
        *_PADS,
        *split(lambda r: plan.figures.subsidy, beside(shares, main_fen(shares)), summed("part")),
    ), lambda r: f"{shares.at('valid', r.index)}=1", totals=("amount",))  # fmt: skip
