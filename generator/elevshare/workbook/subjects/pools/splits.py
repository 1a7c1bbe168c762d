"""The split of each pool: as planned, of the actual costs, and with a later joiner."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from elevshare.project import Topic
from elevshare.rules.pools import MAX_POOLS, UNNAMED
from elevshare.rules.share import OptOut
from elevshare.workbook.plan import Plan
from elevshare.workbook.stages import Stages, counted_weight, factor, largest, owed
from elevshare.workbook.subjects.pools import wording
from elevshare.workbook.subjects.pools.inputs import PLACES
from elevshare.workbook.subjects.pools.tables import (
    ACTUAL,
    PLANNED,
    TITLE,
    items,
    joined_name,
    pool,
    rounds,
    weight,
    wrong_weight,
)
from elevshare.workbook.subjects.sharing.inputs import OPT_OUT
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    TableRow,
    Text,
    beside,
    gaps,
    numbered,
    once,
    shown,
)

_CALLED = {PLANNED: "", ACTUAL: "决算："}


class Split(NamedTuple):
    """The storeys and the households of the split of one pool."""

    storeys: FormulaTable
    flats: FormulaTable


class Round(NamedTuple):
    """One sharing: the amounts of the pools, and the split of each."""

    nets: FormulaTable
    splits: tuple[Split, ...]


@once
def every(plan: Plan) -> dict[str, Round]:
    """All sharings, one below the other."""
    found: dict[str, Round] = {}
    last = items(plan).last
    for name in rounds(plan):
        nets = _nets(plan, name, last + 4)
        last, splits = nets.last, []
        for place in PLACES:
            splits.append(_split(plan, name, place, nets, last + 4))
            last = splits[-1].flats.last
        found[name] = Round(nets, tuple(splits))
    return found


def split(plan: Plan, name: str, place: int) -> Split:
    """The split of the pool of a place (from 0) in one sharing."""
    return every(plan)[name].splits[place]


def net(plan: Plan, name: str, key: str, place: int) -> str:
    """A cell of the amounts of one sharing."""
    return every(plan)[name].nets.at(key, place)


def pooled(plan: Plan, name: str = PLANNED) -> str:
    """The sum of the pools in fen."""
    return f"SUM({every(plan)[name].nets.all('fen')})"


def _nets(plan: Plan, name: str, first: int) -> FormulaTable:
    """The amount of each pool in units, and who gets what is left below one."""
    unit = plan.figure("unit")

    def fen(row: TableRow) -> str:
        if name != ACTUAL:
            return pool(plan, "fen", row.index)
        # The settlement reads the pools too.
        from elevshare.workbook.subjects.settlement import items as actual
        from elevshare.workbook.subjects.settlement import places as settled

        fens = actual.items(plan).all("fen")
        return f"SUMIF({items(plan).all('pool')},{row.n},{fens})*{settled.figure(plan, 'ready')}"

    def most(row: TableRow) -> str:
        tables = split(plan, name, row.index)
        middles = (table.area(key) for table in tables for key in ("high", "middle", "low"))
        return f"MAX({','.join(middles)})"

    def rest_row(row: TableRow) -> str:
        return largest(split(plan, name, row.index).flats.area("key"))

    return FormulaTable(f"{_called(name) or '计划：'}各分项的金额", TITLE, first, MAX_POOLS, (
        numbered(),
        Column("name", "名称", "长", lambda r: pool(plan, "name", r.index)),
        *(Column(key, "", "长", lambda r: Text()) for key in ("pad1", "pad2")),
        Column("yuan", "金额（元）", "money", lambda r: f"{r.fen}/100"),
        *gaps("p1", "p2", "p3", "p4", "gap"),
        Column("fen", "金额（分）", "whole", fen),
        Column("units", "应分份数", "whole", lambda r: f"INT({r.fen}/{unit})"),
        Column("rest", "不足一个单位", "whole", lambda r: f"{r.fen}-{r.units}*{unit}"),
        Column("rest_row", "余额归入第几户", "whole", rest_row),
        Column("off", "各户合计不等（1/0）", "whole",
               lambda r: f"IF(SUM({split(plan, name, r.index).flats.area('fen')})={r.fen},0,1)"),
        Column("most", "最大的中间数", "whole", most),
    ))  # fmt: skip


def _called(name: str) -> str:
    """What a sharing is called in titles; empty for that of the plan."""
    number = name.removeprefix("joined")
    return _CALLED.get(name, f"假定第 {number} 户后加入者一起分摊：")


def _title(plan: Plan, name: str, place: int, what: str) -> str:
    """The title of a table, a formula with the pool's name."""
    return f'="{_called(name)}{UNNAMED[place]}（"&{pool(plan, "name", place)}&"）：{what}"'


def _split(plan: Plan, name: str, place: int, nets: FormulaTable, first: int) -> Split:
    """The tables of the split of one pool."""
    stages = Stages(pool(plan, "floors", place), nets.at("units", place),
                    lambda: split(plan, name, place).storeys,
                    lambda r: r.counts, lambda r: r.level)  # fmt: skip
    storeys = _storeys(plan, name, place, first, stages)
    return Split(storeys, _flats(plan, name, place, nets, storeys.last + 4, stages))


def _storeys(plan: Plan, name: str, place: int, first: int, stages: Stages) -> FormulaTable:
    """The storeys: typed and counted weights, units where storeys share first."""
    floors, weighed, scale = (pool(plan, key, place) for key in ("floors", "weighed", "scale"))
    near = f'{plan.parameter("opt_out")}="{OPT_OUT[OptOut.FLOOR]}"'
    less, more = f"AND({floors}=1,NOT({near}))", f"AND({floors}=0,{near})"
    typed, storeys = plan.table("pools"), plan.shares.all("storey_no")

    def total(key: str, row: TableRow) -> str:
        return f"SUMIF({storeys},{row.storey},{split(plan, name, place).flats.area(key)})"

    def counted(row: TableRow) -> str:
        found = counted_weight(row.weight, scale, row.taken, (row.times, row.over))
        return f"IF({weighed}=1,{found},1)"

    return FormulaTable(_title(plan, name, place, "各层"), TITLE, first, plan.storeys, (
        numbered(head="行号"),
        Column("storey", "楼层", "any", lambda r: plan.coefficients.at("storey", r.index)),
        Column("coefficient", "系数", "coef", lambda r: f"{r.weight}/10000*{weighed}"),
        Column("counted_coefficient", "计入系数", "fine",
               lambda r: f"IF({weighed}=1,{r.counted}/{scale},0)"),
        Column("amount", "本层金额（元）", "money", lambda r: f"{total('fen', r)}/100"),
        *gaps("p1", "p2", "p3", "p4", "gap"),
        Column("weight", "系数×10000", "whole", lambda r: weight(typed.at(f"w{place}", r.index))),
        Column("whole", "本层总量", "whole", lambda r: total("measure", r)),
        Column("taken", "参与总量", "whole", lambda r: total("size", r)),
        Column("times", "乘", "whole", lambda r: factor(less, more, r.taken, r.whole)[0]),
        Column("over", "除", "whole", lambda r: factor(less, more, r.taken, r.whole)[1]),
        Column("counted", "计入系数（整数）", "whole", counted),
        *stages.storey_split(lambda r: r.counted, "counted"),
        Column("flaw", "系数有误（1/0）", "whole",
               lambda r: wrong_weight(typed.at(f"w{place}", r.index))),
        Column("told", "文字：系数", "any",
               lambda r: f'IF({r.weight}>0," "&{r.storey}&"层"&{r.coefficient},"")'),
    ))  # fmt: skip


def _flats(
    plan: Plan, name: str, place: int, nets: FormulaTable, first: int, stages: Stages
) -> FormulaTable:
    """The households: who shares, with what measure, and what each pays."""
    shares = plan.shares
    by_area, named, floors, weighed = (
        pool(plan, key, place) for key in ("by_area", "named", "floors", "weighed")
    )
    rest_row, rest = (nets.at(key, place) for key in ("rest_row", "rest"))

    def measure(row: TableRow) -> str:
        area, valid = (shares.at(key, row.index) for key in ("area_no", "valid"))
        own = weight(plan.households.at(f"pool{place}", row.index))
        return f"IF({named}=1,{own},IF({by_area}=1,{area},1))*{valid}"

    def counted(row: TableRow) -> str:
        cells = split(plan, name, place).storeys.area("counted")
        known = f"IF({row.level}>0,INDEX({cells},MAX(1,{row.level})),0)"
        return f"IF({weighed}=1,{known},1)*{row.counts}"

    return FormulaTable(_title(plan, name, place, "各户"), TITLE, first, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("storey", "楼层", "any", beside(shares, "storey_no")),
        shown("taking", "分摊", "any", lambda r: f'IF({r.payer}=1,"是","否")'),
        shown("base", "分摊基数（元）", "money", lambda r: f"{r.quota}*{plan.figure('unit')}/100"),
        shown("portion", "占基数", "share", lambda r: f"IF({r.sum}>0,{r.part}/{r.sum},0)"),
        shown("due", "本户（元）", "money", lambda r: f"{r.fen}/100"),
        shown("tail", "尾差", "any",
              lambda r: f'IF({r.extra}=1,"补1份","")&IF(AND({rest}>0,{r.n}={rest_row}),"＋余额","")'),
        *gaps("p1", "gap"),
        Column("take", "参与（1/0）", "whole", lambda r: _take(plan, name, named, r)),
        Column("measure", "本户的量", "whole", measure),
        Column("size", "参与量", "whole", lambda r: f"{r.measure}*{r.take}"),
        Column("level", "第几行楼层", "whole",
               beside(shares, "level" if plan.terms else plan.placing)),
        # Below storey 1 there is no row of a storey: such a household shares where none is needed.
        Column("counts", "算入（1/0）", "whole",
               lambda r: f"IF(OR({floors}=0,{r.level}>0),{shares.at('valid', r.index)},0)"),
        Column("counted", "本层计入系数", "whole", counted),
        *stages.household_split(stages.weighed(lambda r: r.size)),
        Column("payer", "应缴户", "whole", lambda r: f"IF(AND({r.part}>0,{r.counted}>0),1,0)"),
        *owed("应分摊（分）", lambda r: r.payer, plan.figure("unit"), rest_row, rest),
        Column("flaw", "权数有误（1/0）", "whole",
               lambda r: wrong_weight(plan.households.at(f"pool{place}", r.index))),
        *wording.columns(plan, nets, place),
    ), lambda r: f"{shares.at('valid', r.index)}=1")  # fmt: skip


def _take(plan: Plan, name: str, named: str, row: TableRow) -> str:
    """1 for a household that shares in a pool: it takes part, and pays no fixed sum instead.

    ``named`` says (1/0) whether the pool names its households, also one with a fixed sum.
    """
    taking = plan.shares.at("take", row.index)
    if name not in _CALLED:
        from elevshare.workbook.subjects.late.joiner import joiners  # who read the pools too

        one = next(one for one in joiners(plan) if joined_name(one.number) == name)
        taking = one.flats.at("take", row.index)
    if not plan.terms:
        return taking
    none = f"{plan.shares.at('fixed_in', row.index)}=0"
    return f"IF(OR({named}=1,{none}),{taking},0)"


def with_pools(plan: Plan, name: str, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of what a household owes, the last of which is the sum in fen, with its pools.

    Without pools they stay as they are; else what was the sum is the main part, ``main_fen``.
    """
    if not plan.has(Topic.POOLS):
        return columns
    *others, main = columns

    def total(row: TableRow) -> str:
        parts = (split(plan, name, place).flats.at("fen", row.index) for place in PLACES)
        return "+".join((row.main_fen, *parts))

    return (
        *others,
        replace(main, key="main_fen", head="其中主项（分）"),
        replace(main, formula=total),
    )
