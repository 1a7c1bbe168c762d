"""Repay the others when somebody joins later, and repeat the split as if he had taken part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.project import Topic
from elevshare.rules.late import RefundBasis
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import split
from elevshare.workbook.stages import Stages, counted_among, counted_weight, factor, largest, owed

# Who advanced money stands below the last joiner, whose refunds depend on it.
from elevshare.workbook.subjects.late import advances
from elevshare.workbook.subjects.late.inputs import TITLE
from elevshare.workbook.subjects.ledger.places import collected
from elevshare.workbook.subjects.pools.figures import main_fen
from elevshare.workbook.subjects.pools.splits import with_pools
from elevshare.workbook.subjects.pools.tables import joined_name
from elevshare.workbook.subjects.sharing import carrying, groups
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    TableRow,
    beside,
    gaps,
    numbered,
    shown,
    summed,
)

if TYPE_CHECKING:
    from elevshare.workbook.subjects.late.joiner import Joiner


def refunds(joiner: Joiner) -> FormulaTable:
    """The refunds of the joiner's payment to the others, below the steps."""
    plan, s = joiner.plan, joiner.steps
    shares = plan.shares

    def part(row: TableRow) -> str:
        return f"IF({row.n}={s.index},0,{_weight(joiner, row)})*{shares.at('valid', row.index)}"

    due = "应分摊（元）" if joiner.number == 1 else "此前应分摊（元）"
    return FormulaTable(joiner.called("二、退还各户"), TITLE, s.last_row + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("owner", "业主", "any", beside(shares, "owner")),
        shown("due", due, "money", lambda r: f"{_owed(joiner, r)}/100"),
        shown("paid", "已缴（元）", "money", lambda r: f"{_paid(plan, r)}/100"),
        shown("refund", "退还（元）", "money", lambda r: f"{r.units}/100"),
        shown("tail", "尾差", "any", lambda r: f'IF({r.extra}=1,"补1分","")'),
        *gaps("gap"),
        *_earlier(joiner),
        Column("advanced", "垫付权数", "whole", lambda r: advances.weight(joiner, r)),
        *split(lambda r: s.payment, part, summed("part")),
    ), lambda r: f"{shares.at('valid', r.index)}*{s.index}>0", totals=("due", "paid", "refund"))  # fmt: skip


def _weight(joiner: Joiner, row: TableRow) -> str:
    """What a household's refund is in proportion to, in fen: by what it owes, paid, or advanced.

    By what it paid, earlier refunds are taken off.
    """
    basis = joiner.typed("late_basis")
    # Who has left gets his own money back, and nothing of another's.
    paid, due = f"{_paid(joiner.plan, row)}*{joiner.took_part(row)}", _owed(joiner, row)
    if joiner.before:
        paid, due = f"MAX(0,{paid}-{row.refunded})", f"MAX(0,{due})"
    others = f'IF({basis}="{RefundBasis.PAID.value}",{paid},{due})'
    carried = carrying.table(joiner.plan).at("part", row.index) if joiner.plan.carriers else "0"
    others = f'IF({basis}="{RefundBasis.CARRIED.value}",{carried},{others})'
    return f"IF({advances.by_advance(joiner)},{row.advanced},{others})"


def _owed(joiner: Joiner, row: TableRow) -> str:
    """What a household owes before the joiner joins, in fen."""
    return row.owed if joiner.before else joiner.plan.shares.at("fen", row.index)


def _earlier(joiner: Joiner) -> tuple[Column, ...]:
    """What each household owes and got back before the joiner; nothing to add for the first."""
    before = joiner.before
    if not before:
        return ()
    first, s = before.before is None, before.steps

    def now(row: TableRow) -> str:
        shares = joiner.plan.shares
        then = shares.at("fen", row.index) if first else before.refunds.at("owed", row.index)
        joins = f"IF({row.n}={s.index},{s.payment},0)"
        return f"{then}+{joins}-{before.refunds.at('units', row.index)}"

    def back(row: TableRow) -> str:
        then = "" if first else f"{before.refunds.at('refunded', row.index)}+"
        return f"{then}{before.refunds.at('units', row.index)}"

    return (
        Column("owed", "此前应分摊（分）", "whole", now),
        Column("refunded", "此前退还（分）", "whole", back),
    )


def _paid(plan: Plan, row: TableRow) -> str:
    """What a household has paid, before refunds."""
    if not plan.has(Topic.LEDGER):
        return plan.shares.at("paid", row.index)
    # Net of refunds, the refund itself would change what it is in proportion to.
    return collected(plan).at("received", row.index)


def _stages(joiner: Joiner) -> Stages:
    """The two stages of the split that includes the joiner."""
    plan = joiner.plan
    return Stages(
        plan.figure("storeys_first"),
        plan.figure("units"),
        lambda: joiner.groups,
        beside(plan.shares, plan.counting),
        beside(plan.shares, plan.placing),
    )


def _main(joiner: Joiner) -> str:
    """What the households of the split owe by the main rule, in fen."""
    return joiner.flats.area(main_fen(joiner.flats))


def storey_table(joiner: Joiner) -> FormulaTable:
    """The storeys: those before, with the joiner added to his storey."""
    if joiner.plan.terms or joiner.plan.carriers or joiner.plan.half_stops:
        return _storeys_of_terms(joiner)
    plan, s, before = joiner.plan, joiner.steps, joiner.before
    storeys_first, to_all, scale = (
        plan.figure(key) for key in ("storeys_first", "to_all", "scale")
    )
    weights, storeys = plan.storey_table, plan.shares.all("storey_no")
    less, more = f"AND({storeys_first}=1,{to_all}=1)", f"AND({storeys_first}=0,{to_all}=0)"

    def counted(row: TableRow) -> str:
        weight = weights.at("weight", row.index)
        return counted_weight(weight, scale, row.taken, (row.times, row.over))

    def taken(row: TableRow) -> str:
        joins = f"IF({row.n}={s.storey},{s.size},0)"
        if not before:
            return f"{weights.at('taken', row.index)}+{joins}"
        then = before.steps
        nobody = f"IF({row.n}={then.storey},{then.size}*(1-{then.ready}),0)"
        return f"{before.storeys.at('taken', row.index)}-{nobody}+{joins}"

    title = joiner.called("三、假定一起分摊：各层")
    return FormulaTable(title, TITLE, joiner.refunds.last + 4, plan.storeys, (
        numbered("n", "楼层"),
        Column("coefficient", "计入系数", "fine", lambda r: f"{r.counted}/{scale}"),
        Column("amount", "本层金额（元）", "money",
               lambda r: f"SUMIF({storeys},{r.n},{_main(joiner)})/100"),
        *gaps("pad1", "pad2", "pad3", "pad4", "gap"),
        Column("whole", "本层总量", "whole", beside(weights, "whole")),
        Column("taken", "参与总量", "whole", taken),
        Column("times", "乘", "whole", lambda r: factor(less, more, r.taken, r.whole)[0]),
        Column("over", "除", "whole", lambda r: factor(less, more, r.taken, r.whole)[1]),
        Column("counted", "计入系数（整数）", "whole", counted),
        *_stages(joiner).storey_split(lambda r: r.counted, "counted"),
    ), totals=("amount",))  # fmt: skip


def _storeys_of_terms(joiner: Joiner) -> FormulaTable:
    """The same where storeys do not tell all: measures are added up from the households."""
    plan, weights = joiner.plan, joiner.plan.storey_table
    storeys, scale = plan.shares.all("storey_no"), plan.figure("scale")
    by, at = ("by_storey", "storey") if plan.terms else (plan.placing, "n")

    def counted(row: TableRow) -> str:
        full = weights.at("full" if plan.terms else "whole", row.index)
        whole, weight = (weights.at(key, row.index) for key in ("whole", "weight"))
        return counted_among(plan.figure, weight, full, whole, row.taken)

    split = () if plan.terms else _stages(joiner).storey_split(lambda r: r.counted, "counted")
    title = joiner.called("三、假定一起分摊：各层")
    return FormulaTable(title, TITLE, joiner.refunds.last + 4, plan.storeys, (
        Column("storey", "楼层", "any", beside(weights, "storey")),
        Column("coefficient", "计入系数", "fine", lambda r: f"{r.counted}/{scale}"),
        Column("amount", "本层金额（元）", "money",
               lambda r: f"SUMIF({storeys},{r.storey},{_main(joiner)})/100"),
        *gaps("pad1", "pad2", "pad3", "pad4", "gap"),
        numbered(head="行号"),
        Column("taken", "参与总量", "whole",
               lambda r: f"SUMIF({plan.shares.all(by)},{r[at]},{joiner.flats.area('size')})"),
        Column("counted", "计入系数（整数）", "whole", counted),
        *split,
    ), totals=("amount",))  # fmt: skip


def groups_of(joiner: Joiner) -> FormulaTable:
    """The storeys, and the households with a weight of their own."""
    title = joiner.called("五、各层与有个别系数的各户一起分")
    return groups.table(
        joiner.plan, title, TITLE, joiner.flats.last + 4, _stages(joiner),
        lambda r: joiner.storeys.at("counted", r.index),
        lambda r: groups.own_weight(joiner.plan, r, joiner.flats),
    )  # fmt: skip


def carriers_of(joiner: Joiner) -> FormulaTable:
    """The households that carry the gap, where chosen storeys do."""
    above = joiner.groups if joiner.plan.terms else joiner.flats
    title = joiner.called("六、退出份额由指定楼层分担")
    return carrying.carried(joiner.plan, title, TITLE, above.last + 4, joiner.flats, joiner.flats)


def rest_row(joiner: Joiner) -> str:
    """The household that gets what is left below one unit."""
    if joiner.plan.carriers:
        return carrying.rest_row(joiner.flats, joiner.carriers, joiner.flats)
    return largest(joiner.flats.area("key"))


def _size(joiner: Joiner, row: TableRow) -> str:
    """A household's measure in the split; 0 for whoever has no part in it."""
    plan, take = joiner.plan, row.take
    if plan.carriers:
        take = f"IF({plan.figure('chosen')}=1,{plan.shares.at('valid', row.index)},{row.take})"
    if plan.terms:
        measure, fixed = (plan.shares.at(key, row.index) for key in ("measure", "fixed_in"))
        return f"{measure}*{take}*(1-{fixed})"
    return f"IF({plan.figure('by_area')}=1,{plan.shares.at('area_no', row.index)},1)*{take}"


def flats(joiner: Joiner) -> FormulaTable:
    """The households, from taking part to the amount owed; shown once somebody joins."""
    plan, stages, s = joiner.plan, _stages(joiner), joiner.steps
    f, shares = plan.figure, plan.shares
    title = joiner.called("四、假定一起分摊：各户")
    return FormulaTable(title, TITLE, joiner.storeys.last + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("storey", "楼层", "any", beside(shares, "storey_no")),
        shown("coefficient", "计入系数", "fine", lambda r: f"{r.counted}/{f('scale')}"),
        shown("before", "原应分摊（元）", "money", lambda r: f"{shares.at('fen', r.index)}/100"),
        shown("after", "一起分摊（元）", "money", lambda r: f"{r.fen}/100"),
        shown("tail", "尾差", "any", lambda r: f'IF({r.extra}=1,"补1份","")'),
        *gaps("gap"),
        Column("take", "参与（1/0）", "whole",
               lambda r: f"IF({r.n}={s.index},1,{joiner.took_part(r)})"),
        Column("size", "参与量", "whole", lambda r: _size(joiner, r)),
        stages.counted(),
        *stages.household_split(stages.weighed(lambda r: r.size), beside(shares, "group")),
        Column("payer", "应缴户", "whole", lambda r: f"IF(AND({r.part}>0,{r.counted}>0),1,0)"),
        *with_pools(plan, joined_name(joiner.number), owed(
            "一起分摊（分）", lambda r: r.payer, f("unit"), s.rest_row, f("rest"),
            lambda r: carrying.more(plan, r, lambda: joiner.carriers, joiner.flats))),
    ), lambda r: f"{shares.at('valid', r.index)}*{s.index}>0", totals=("before", "after"))  # fmt: skip
