"""Where a household stands in the split: its storey, a weight of its own, or a fixed sum.

Only books in which there are such households, or half stops, have these columns.
"""

from __future__ import annotations

from elevshare.workbook.plan import Plan
from elevshare.workbook.protocols import SplitPlan
from elevshare.workbook.spelling.formulas import BLANK
from elevshare.workbook.subjects.sharing import roster
from elevshare.workbook.subjects.sharing.inputs import HOUSEHOLDS
from elevshare.workbook.table import Column, TableRow


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns from the household's storey to its row among the groups that share first."""
    if plan.terms:
        return (*_terms(plan), *_placed(plan), *_as_if(plan))
    place = Column("place", "第几行楼层", "whole", lambda r: _level(plan, r))
    return (*((place,) if plan.half_stops else ()), *_as_if(plan))


def _level(plan: Plan, row: TableRow) -> str:
    """The row of the household's storey among the storeys; 0 for none."""
    number = row.storey_no
    if plan.half_stops:
        number = f"IFERROR(MATCH({row.storey_no},{plan.coefficients.all('storey')},0),0)"
    return f"IF({row.valid}=1,MAX(0,{number}),0)"


def _terms(plan: Plan) -> tuple[Column, ...]:
    """The household's fixed sum and its own weight (-1: none)."""
    by_household = f'{plan.parameter("weight_kind")}="{HOUSEHOLDS}"'

    def own(row: TableRow) -> str:
        typed = f"ROUND({row.own_as}*10000,0)"
        none = f'IF(OR({row.own_text}="{BLANK}",{row.own_as}<0),IF({by_household},0,-1),{typed})'
        return f"IF({row.valid}=1,{none},-1)"

    return (
        Column("fixed_in", "定额户（1/0）", "whole",
               lambda r: f'IF(AND({r.take}=1,{r.fixed_text}<>"{BLANK}"),1,0)'),
        Column("fixed_fen", "定额（分）", "whole", lambda r: f"{roster.fen(r, 'fixed')}*{r.fixed_in}"),
        Column("own_no", "个别系数×10000", "whole", own),
        Column("by_storey", "按本层系数的楼层", "any",
               lambda r: f'IF(AND({r.valid}=1,{r.own_no}<0,{r.fixed_in}=0),{r.storey_no},"")'),
        Column("level", "第几行楼层", "whole", lambda r: _level(plan, r)),
        Column("measure", "本户量", "whole",
               lambda r: f"IF({plan.figure('by_area')}=1,{r.area_no},1)*{r.valid}"),
    )  # fmt: skip


def _placed(plan: Plan) -> tuple[Column, ...]:
    """The household's row among the groups: its storey's, its own, or none."""
    own = f"{plan.storeys}+"
    return (
        Column("place", "第几组", "whole",
               lambda r: f"IF({r.valid}*(1-{r.fixed_in})=0,0,IF({r.own_no}>=0,{own}{r.n},{r.level}))"),
        Column("placed", "有组（1/0）", "whole", lambda r: f"IF({r.place}>0,1,0)"),
    )  # fmt: skip


def _as_if(plan: Plan) -> tuple[Column, ...]:
    """Who counts as taking part: everybody where chosen storeys carry the gap."""
    if not plan.carriers:
        return ()
    return (
        Column("as_if", "计算时参与（1/0）", "whole",
               lambda r: f"IF({plan.figure('chosen')}=1,{r.valid},{r.take})"),
    )  # fmt: skip


def size(plan: Plan, row: TableRow) -> str:
    """The household's measure in the split; 0 for whoever has no part in it."""
    take = row["as_if"] if plan.carriers else row.take
    if plan.terms:
        return f"{row.measure}*{take}*(1-{row.fixed_in})"
    return plain_size(plan, row, take)


def plain_size(plan: SplitPlan, row: TableRow, take: str = "") -> str:
    """A household's area or 1, times ``take`` (1/0), by default whether it takes part."""
    return f"IF({plan.figure('by_area')}=1,{row.area_no},1)*{take or row.take}"
