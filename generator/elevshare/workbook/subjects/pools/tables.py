"""The tables above the splits of 分项: the pools, the households' parts, the costs."""

from __future__ import annotations

from elevshare.project import MAX_COSTS, Topic
from elevshare.rules.pools import MAX_POOLS, UNNAMED, PoolWay
from elevshare.rules.share import Within
from elevshare.workbook.field import MAX_COEFFICIENT
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.pools.inputs import BELONGS, PLACES, WITHIN
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    Text,
    beside,
    gaps,
    numbered,
    once,
    shown,
)

TITLE = "分项"
#: A sharing of the pools: as planned, and of the actual costs.
PLANNED, ACTUAL = "planned", "actual"


def joined_name(number: int) -> str:
    """The sharing as if the later joiner with a number (from 1) had taken part."""
    return f"joined{number}"


def rounds(plan: Plan) -> tuple[str, ...]:
    """The sharings that a book has."""
    settled = (ACTUAL,) if plan.has(Topic.SETTLEMENT) else ()
    joiners = range(1, plan.project.joining_blocks + 1) if plan.has(Topic.LATE) else ()
    return (PLANNED, *settled, *map(joined_name, joiners))


@once
def pools(plan: Plan) -> FormulaTable:
    """The pools as read: name and way, and the choices as 1/0."""

    def way(*ways: PoolWay) -> PartialFormula:
        def formula(row: TableRow) -> str:
            cell = plan.parameter(f"pool{row.index}_way")
            either = ",".join(f'{cell}="{one}"' for one in ways)
            return f"IF(OR({either}),1,0)"

        return formula

    def by_area(row: TableRow) -> str:
        within = plan.parameter(f"pool{row.index}_within")
        chosen = f'{row.weighed}*IF({within}="{WITHIN[Within.AREA]}",1,0)'
        return f"{chosen}+{way(PoolWay.AREA)(row)}"

    def cost(row: TableRow) -> str:
        return f"SUMIF({items(plan).area('pool')},{row.n},{items(plan).area('fen')})"

    return FormulaTable("一、各分项（名称、分法填在“专项”）", TITLE, 6, MAX_POOLS, (
        numbered(),
        Column("name", "名称", "长", lambda r: _name(plan, r.index)),
        Column("way", "怎么分", "any", lambda r: f'{plan.parameter(f"pool{r.index}_way")}&""'),
        Column("within", "面积还是户", "any",
               lambda r: f'IF({r.weighed}=1,{plan.parameter(f"pool{r.index}_within")}&"","")'),
        Column("cost", "费用（元）", "money", lambda r: f"{r.fen}/100"),
        *gaps("p1", "p2", "p3", "p4", "gap"),
        Column("fen", "费用（分）", "whole", cost),
        Column("floors", "先分楼层（1/0）", "whole", way(PoolWay.STOREYS)),
        Column("weighed", "用楼层系数（1/0）", "whole", way(PoolWay.STOREYS, PoolWay.WHOLE)),
        Column("by_area", "按面积（1/0）", "whole", by_area),
        Column("named", "指定住户（1/0）", "whole", way(PoolWay.ROOMS)),
        Column("scale", "系数换算倍数", "whole", lambda r: f"IF({r.floors}=1,1000000,10000)"),
        Column("told", "文字：怎么分", "any", lambda r: _told(plan, r)),
        Column("twice", "名称重复（1/0）", "whole",
               lambda r: f"IF(SUMPRODUCT(({r.column('name')}={r.name})*1)>1,1,0)"),
    ))  # fmt: skip


def _name(plan: Plan, place: int) -> str:
    """The name of a pool, usual where none is typed."""
    cell = plan.parameter(f"pool{place}_name")
    return f'IF({cell}&""="","{UNNAMED[place]}",{cell}&"")'


def every(plan: Plan) -> str:
    """A formula: all pools with a cost and how each is shared, as text."""
    told = "&".join(pools(plan).at("told", place) for place in PLACES)
    return f'IF({told}="","没有分项费用",LEFT({told},LEN({told})-1)&"。")'


def _told(plan: Plan, row: TableRow) -> str:
    """The cost of a pool and how it is shared, as text; empty without a cost."""
    from elevshare.workbook.subjects.pools.splits import split

    storeys = split(plan, PLANNED, row.index).storeys
    weights = "&".join(f"${storeys.letter('told')}${line}" for line in storeys.rows)
    how = f'IF({row.weighed}=1,"（系数"&{weights}&"）","")'
    return f'IF({row.fen}=0,"",{row.name}&" "&FIXED({row.cost},2)&" 元，"&{row.way}&{how}&"；")'


def pool(plan: Plan, key: str, place: int) -> str:
    """The cell of a pool as read."""
    return pools(plan).at(key, place)


@once
def households(plan: Plan) -> FormulaTable:
    """What each household pays of the main cost and of every pool, for neighbours to read."""
    from elevshare.workbook.subjects.pools.splits import split  # which stands below

    shares = plan.shares

    def part(place: int) -> Column:
        def formula(row: TableRow) -> str:
            return f"{split(plan, PLANNED, place).flats.at('fen', row.index)}/100"

        return shown(f"yuan{place}", f'={pool(plan, "name", place)}&"（元）"', "money", formula)

    def fens(row: TableRow) -> list[str]:
        return [split(plan, PLANNED, place).flats.at("fen", row.index) for place in PLACES]

    def words(row: TableRow) -> str:
        each = [split(plan, PLANNED, place).flats.at("words", row.index) for place in PLACES]
        every = "&".join(f'IF({one}="","",{one}&"；")' for one in each)
        return f'IF({row.pooled}=0,"本户不分摊分项",LEFT({every},LEN({every})-1))'

    return FormulaTable("二、各户：主项加各分项", TITLE, pools(plan).last + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("storey", "楼层", "any", beside(shares, "storey_no")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("main", "主项（元）", "money", lambda r: f"{shares.at('main_fen', r.index)}/100"),
        *map(part, PLACES),
        shown("sum", "应分摊合计（元）", "money", lambda r: f"{shares.at('fen', r.index)}/100"),
        *gaps("gap"),
        Column("pooled", "分项合计（分）", "whole", lambda r: "+".join(fens(r))),
        shown("words", "分项怎么算", "any", words),
    ), lambda r: f"{shares.at('valid', r.index)}=1", totals=("main", *(f"yuan{place}" for place in PLACES), "sum"))  # fmt: skip


@once
def items(plan: Plan) -> FormulaTable:
    """The costs with the pool that each belongs to: 0 for the main cost."""
    typed, read = plan.costs, plan.items

    def belongs(row: TableRow) -> str:
        cell, found = typed.at("pool", row.index), "0"
        for number in range(MAX_POOLS, 0, -1):
            found = f'IF({cell}="{BELONGS[number]}",{number},{found})'
        return found

    def flaw(row: TableRow) -> str:
        cell = typed.at("pool", row.index)
        return f'IF(OR({cell}="",{row.pool}>0,{cell}="{BELONGS[0]}"),0,1)'

    return FormulaTable("三、费用归入哪里", TITLE, households(plan).last + 4, MAX_COSTS, (
        numbered(),
        Column("item", "费用项目", "长", beside(read, "item")),
        Column("pad", "", "长", lambda r: Text()),
        Column("into", "归入", "any", lambda r: f'IF({read.at("item", r.index)}&{read.at("yuan", r.index)}="","",'
               f'IF({r.pool}=0,"{BELONGS[0]}",INDEX({pools(plan).area("name")},MAX(1,{r.pool}))))'),
        Column("yuan", "金额（元）", "money", beside(read, "yuan")),
        *gaps("p1", "p2", "p3", "p4", "gap"),
        Column("fen", "金额（分）", "whole", beside(read, "fen")),
        Column("pool", "第几分项", "whole", belongs),
        Column("flaw", "有误（1/0）", "whole", flaw),
    ), totals=("yuan",))  # fmt: skip


def weight(cell: str) -> str:
    """A typed weight in 1/10,000; an invalid one counts as 0 or as the largest."""
    return f"MIN({MAX_COEFFICIENT}*10000,MAX(0,IFERROR(ROUND({cell}*10000,0),0)))"


def wrong_weight(cell: str) -> str:
    """1 if a typed weight is invalid."""
    return wrong_number(cell, "0", MAX_COEFFICIENT, 10_000)
