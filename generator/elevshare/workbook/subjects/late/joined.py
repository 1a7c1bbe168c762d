"""Repay the others when somebody joins later, and repeat the split as if he had taken part."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.late import RefundBasis
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import split
from elevshare.workbook.stages import Stages, counted_weight, factor, owed
from elevshare.workbook.subjects.late import tables as late
from elevshare.workbook.subjects.ledger.places import collected
from elevshare.workbook.subjects.pools.figures import main_fen
from elevshare.workbook.subjects.pools.splits import with_pools
from elevshare.workbook.subjects.pools.tables import JOINED
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


@once
def refunds(plan: Plan) -> FormulaTable:
    """The refunds of the joiner's payment to the others, below the steps."""
    shares, joiner, s = plan.shares, late.steps(plan).index, late.steps(plan)

    def part(row: TableRow) -> str:
        by_paid = f'{plan.parameter("late_basis")}="{RefundBasis.PAID.value}"'
        # Who has left gets his own money back, and nothing of another's.
        paid = f"{_paid(plan, row)}*{shares.at('take', row.index)}"
        mine = f"IF({by_paid},{paid},{shares.at('fen', row.index)})"
        return f"IF({row.n}={joiner},0,{mine})*{shares.at('valid', row.index)}"

    return FormulaTable("二、退还各户", late.TITLE, s.last_row + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("due", "应分摊（元）", "money", lambda r: f"{shares.at('fen', r.index)}/100"),
        shown("paid", "已缴（元）", "money", lambda r: f"{_paid(plan, r)}/100"),
        shown("refund", "退还（元）", "money", lambda r: f"{r.units}/100"),
        shown("tail", "尾差", "any", lambda r: f'IF({r.extra}=1,"补1分","")'),
        *gaps("gap"),
        *split(lambda r: s.payment, part, summed("part")),
    ), lambda r: f"{shares.at('valid', r.index)}*{joiner}>0")  # fmt: skip


def _paid(plan: Plan, row: TableRow) -> str:
    """What a household has paid, before refunds."""
    if not plan.has(Topic.LEDGER):
        return plan.shares.at("paid", row.index)
    # Net of refunds, the refund itself would change what it is in proportion to.
    return collected(plan).at("received", row.index)


def adjustment(plan: Plan, index: int) -> str:
    """What a household (index from 0) pays for joining later, minus its refunds; in fen."""
    if not plan.has(Topic.LATE):
        return "0"
    s = late.steps(plan)
    joins = f"{s.index}={plan.shares.at('n', index)}"
    return f"(IF({joins},{s.payment},0)-{refunds(plan).at('units', index)})"


def _stages(plan: Plan) -> Stages:
    """The two stages of the split that includes the joiner."""
    return Stages(
        plan.figure("storeys_first"),
        plan.figure("units"),
        lambda: storey_table(plan),
        beside(plan.shares, "valid"),
        beside(plan.shares, "storey_no"),
    )


@once
def storey_table(plan: Plan) -> FormulaTable:
    """The storeys: those of 分摊, with the joiner added to his storey."""
    storeys_first, to_all, scale = (
        plan.figure(key) for key in ("storeys_first", "to_all", "scale")
    )
    s, weights, storeys = late.steps(plan), plan.storey_table, plan.shares.all("storey_no")
    less, more = f"AND({storeys_first}=1,{to_all}=1)", f"AND({storeys_first}=0,{to_all}=0)"

    def counted(row: TableRow) -> str:
        weight = weights.at("weight", row.index)
        return counted_weight(weight, scale, row.taken, (row.times, row.over))

    return FormulaTable("三、假定一起分摊：各层", late.TITLE, refunds(plan).last + 4, plan.storeys, (
        numbered("n", "楼层"),
        Column("coefficient", "计入系数", "fine", lambda r: f"{r.counted}/{scale}"),
        Column("amount", "本层金额（元）", "money",
               lambda r: f"SUMIF({storeys},{r.n},{flats(plan).area(main_fen(flats(plan)))})/100"),
        *gaps("pad1", "pad2", "pad3", "pad4", "gap"),
        Column("whole", "本层总量", "whole", beside(weights, "whole")),
        Column("taken", "参与总量", "whole",
               lambda r: f"{weights.at('taken', r.index)}+IF({r.n}={s.storey},{s.size},0)"),
        Column("times", "乘", "whole", lambda r: factor(less, more, r.taken, r.whole)[0]),
        Column("over", "除", "whole", lambda r: factor(less, more, r.taken, r.whole)[1]),
        Column("counted", "计入系数（整数）", "whole", counted),
        *_stages(plan).storey_split(lambda r: r.counted, "counted"),
    ))  # fmt: skip


@once
def flats(plan: Plan) -> FormulaTable:
    """The households, from taking part to the amount owed; shown once somebody joins."""
    f, shares, stages, s = plan.figure, plan.shares, _stages(plan), late.steps(plan)
    return FormulaTable("四、假定一起分摊：各户", late.TITLE, storey_table(plan).last + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("storey", "楼层", "any", beside(shares, "storey_no")),
        shown("coefficient", "计入系数", "fine", lambda r: f"{r.counted}/{f('scale')}"),
        shown("before", "原应分摊（元）", "money", lambda r: f"{shares.at('fen', r.index)}/100"),
        shown("after", "一起分摊（元）", "money", lambda r: f"{r.fen}/100"),
        shown("tail", "尾差", "any", lambda r: f'IF({r.extra}=1,"补1份","")'),
        *gaps("gap"),
        Column("take", "参与（1/0）", "whole",
               lambda r: f"IF({r.n}={s.index},1,{shares.at('take', r.index)})"),
        Column("size", "参与量", "whole",
               lambda r: f"IF({f('by_area')}=1,{shares.at('area_no', r.index)},1)*{r.take}"),
        stages.counted(),
        *stages.household_split(stages.weighed(lambda r: r.size), beside(shares, "group")),
        Column("payer", "应缴户", "whole", lambda r: f"IF(AND({r.part}>0,{r.counted}>0),1,0)"),
        *with_pools(plan, JOINED, owed("一起分摊（分）", lambda r: r.payer, f("unit"), s.rest_row,
                                       f("rest"))),
    ), lambda r: f"{shares.at('valid', r.index)}*{s.index}>0")  # fmt: skip
