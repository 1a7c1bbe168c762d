"""The part of those who stay out, carried by chosen storeys: split once more among them.

Shares are calculated as if everybody took part; nobody else's share changes.
"""

from __future__ import annotations

from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import split
from elevshare.workbook.stages import largest
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
def table(plan: Plan) -> FormulaTable:
    """The households that carry the gap on 分摊, with the units that each carries."""
    shares = plan.shares
    title = "退出份额由指定楼层分担（先假定全部参与，再把不参与各户的份额分给指定楼层）"
    return FormulaTable(title, "分摊", plan.refunds.last + 4, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("plain", "假定全部参与（元）", "money",
              lambda r: f"{shares.at('units', r.index)}*{plan.figure('unit')}/100"),
        shown("more", "另分担（元）", "money", lambda r: f"{r.units}*{plan.figure('unit')}/100"),
        *gaps("gap"),
        Column("absent", "不参与的份数", "whole", lambda r: absent(plan, r.index)),
        *split(summed("absent"), lambda r: weight(plan, r), summed("part")),
        Column("key", "余额比较数", "whole",
               lambda r: f"IF({r.part}>0,{shares.at('units', r.index)}+{r.units}+1,0)"),
    ), lambda r: f"{shares.at('valid', r.index)}*{plan.figure('chosen')}=1")  # fmt: skip


def absent(plan: Plan, index: int) -> str:
    """The units of a household (index from 0) that does not take part."""
    shares = plan.shares
    return f"{shares.at('units', index)}*(1-{shares.at('take', index)})"


def weight(plan: Plan, row: TableRow) -> str:
    """Weight × measure of a household that carries the gap, 0 for any other."""
    shares, storeys, index = plan.shares, plan.storey_table, row.index
    level = shares.at("level" if plan.terms else plan.placing, index)
    known = f"IF({level}>0,INDEX({{}},MAX(1,{level})),0)"
    coefficient = known.format(storeys.all("weight"))
    if plan.terms:
        own = shares.at("own_no", index)
        coefficient = f"IF({own}>=0,{own},{coefficient})"
    carries = known.format(storeys.all("carries"))
    taking = f"{shares.at('take', index)}*{shares.at('size', index)}"
    return f"IF({plan.figure('chosen')}=1,{taking}*{carries}*{coefficient},0)"


def rest_row(plan: Plan) -> str:
    """The row that gets the rest: as if all took part, or else the first with most that carries."""
    first, carriers = largest(plan.shares.all("key")), largest(table(plan).area("key"))
    takes = f"INDEX({plan.shares.all('take')},MAX(1,{first}))"
    return f"IF({takes}=1,{first},{carriers})"
