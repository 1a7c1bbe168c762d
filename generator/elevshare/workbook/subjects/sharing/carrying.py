"""The part of those who stay out, carried by chosen storeys: split once more among them.

Shares are calculated as if everybody took part; nobody else's share changes.
"""

from __future__ import annotations

from collections.abc import Callable

from elevshare.workbook.places import Block
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

_TITLE = "退出份额由指定楼层分担（先假定全部参与，再把不参与各户的份额分给指定楼层）"


@once
def table(plan: Plan) -> FormulaTable:
    """The households that carry the gap on 分摊, with the units that each carries."""
    return carried(plan, _TITLE, "分摊", plan.refunds.last + 4, plan.shares)


def carried(
    plan: Plan, title: str, sheet: str, first: int, of: Block, taking: Block | None = None
) -> FormulaTable:
    """The same for any split ``of`` a net amount among the households, as if all took part.

    ``taking`` says who takes part, by default those of 分摊; it has the columns take and size.
    """
    shares, unit, taking = plan.shares, plan.figure("unit"), taking or plan.shares
    return FormulaTable(title, sheet, first, plan.flats, (
        numbered(),
        shown("room", "房号", "any", beside(shares, "room")),
        shown("plain", "假定全部参与（元）", "money", lambda r: f"{of.at('units', r.index)}*{unit}/100"),
        shown("more", "另分担（元）", "money", lambda r: f"{r.units}*{unit}/100"),
        *gaps("gap"),
        Column("absent", "不参与的份数", "whole",
               lambda r: f"{of.at('units', r.index)}*(1-{taking.at('take', r.index)})"),
        *split(summed("absent"), lambda r: weight(plan, taking, r), summed("part")),
        Column("key", "余额比较数", "whole",
               lambda r: f"IF({r.part}>0,{of.at('units', r.index)}+{r.units}+1,0)"),
    ), lambda r: f"{shares.at('valid', r.index)}*{plan.figure('chosen')}=1")  # fmt: skip


def weight(plan: Plan, taking: Block, row: TableRow) -> str:
    """Weight × measure of a household that carries the gap, 0 for any other."""
    shares, storeys, index = plan.shares, plan.storey_table, row.index
    level = shares.at(plan.level, index)
    known = f"IF({level}>0,INDEX({{}},MAX(1,{level})),0)"
    coefficient = known.format(storeys.all("weight"))
    if plan.terms:
        own = shares.at("own_no", index)
        coefficient = f"IF({own}>=0,{own},{coefficient})"
    carries = known.format(storeys.all("carries"))
    size = f"{taking.at('take', index)}*{taking.at('size', index)}"
    return f"IF({plan.figure('chosen')}=1,{size}*{carries}*{coefficient},0)"


def rest_row(of: Block, carriers: Block, taking: Block) -> str:
    """The row that gets the rest: as if all took part, or else the first with most that carries."""
    first = largest(of.all("key"))
    takes = f"INDEX({taking.all('take')},MAX(1,{first}))"
    return f"IF({takes}=1,{first},{largest(carriers.all('key'))})"


def more(
    plan: Plan, row: TableRow, carriers: Callable[[], Block], taking: Block | None = None
) -> str:
    """What is added to a household's units × unit, in fen: its fixed sum, the gap that it carries.

    The absent lose the units that they would have had. ``carriers`` is needed only where there are
    chosen storeys.
    """
    fixed = f"+{plan.shares.at('fixed_fen', row.index)}" if plan.terms else ""
    if not plan.carriers:
        return fixed
    take = (taking or plan.shares).at("take", row.index)
    units = f"{carriers().at('units', row.index)}-{row.units}*(1-{take})"
    return f"+({units})*{plan.figure('unit')}{fixed}"
