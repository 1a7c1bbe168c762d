"""The households on 分摊: which rows count, the weight of each, what each owes."""

from __future__ import annotations

from elevshare.workbook.field import NO
from elevshare.workbook.household import LOWEST
from elevshare.workbook.plan import Plan
from elevshare.workbook.protocols import SplitPlan
from elevshare.workbook.spelling.formulas import BLANK
from elevshare.workbook.stages import Stages, owed
from elevshare.workbook.subjects.pools.splits import with_pools
from elevshare.workbook.subjects.pools.tables import PLANNED
from elevshare.workbook.subjects.sharing import carrying, payments, placing, wording
from elevshare.workbook.subjects.sharing.inputs import CONFIRMED
from elevshare.workbook.subjects.sharing.roster import RosterReading, owner, room, taking_storey
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    gaps,
    numbered,
    shown,
)


def table(plan: Plan, stages: Stages) -> FormulaTable:
    """The households of a contribution book; blank in rows that do not count."""
    return FormulaTable("二、各户", "分摊", plan.storey_table.last + 4, plan.flats, (
        *_shown(plan),
        *gaps("gap"),
        *reading(plan).columns(),
        taking_storey(),
        *placing.columns(plan),
        *weighing(plan, stages, lambda r: placing.size(plan, r)),
        *with_pools(plan, PLANNED, owing(
            plan, lambda r: carrying.more(plan, r, lambda: carrying.table(plan)))),
        *payments.columns(plan),
        Column("idle", "不用缴款（1/0）", "whole",
               lambda r: f"IF(AND({r.owed}=0,{r.fund}=0,{r.paid}=0),1,0)"),
        Column("issue", "出账单", "whole", lambda r: _issued(plan, r)),
        bill("账单页"),
        *wording.columns(plan),
    ), lambda r: f"{r.valid}=1", totals=("area", "due"))  # fmt: skip


def reading(plan: Plan) -> RosterReading:
    """How 住户 is read: no area is needed for whoever stays out, or lives where the weight is 0."""

    def spared(row: TableRow) -> str:
        free = f'{_weight(plan, row)}="0"'
        if plan.terms:
            free = f'{row.fixed_text}<>"{BLANK}",AND({free},{row.own_text}="{BLANK}")'
        return f'OR({row.taking_answer}="{NO}",{free})'

    names = {one.key: one.called for one in plan.household_columns}
    stops = plan.coefficients.all("storey") if plan.half_stops else ""
    return RosterReading(plan, spared, names, stops=stops, lowest=LOWEST if plan.terms else 1)


def _weight(plan: Plan, row: TableRow) -> str:
    """The weight of a household's storey as typed, as text; empty where the storey is wrong."""
    weights, place = plan.coefficients.all("weight"), row.storey_no
    if plan.half_stops:
        place = f"MATCH({row.storey_no},{plan.coefficients.all('storey')},0)"
    weight = f'INDEX({weights},{place})&""'
    if plan.terms:  # below storey 1 there is no weight
        weight = f'IF({row.storey_no}<1,"0",{weight})'
    return f'IF({row.storey_flaw}="",{weight},"")'


def stages(plan: Plan) -> Stages:
    """The split of the net amount: storeys first, or the whole stairwell at once."""
    return Stages(plan.figure("storeys_first"), plan.figure("units"), lambda: plan.groups,
                  lambda r: r[plan.counting], lambda r: r[plan.placing])  # fmt: skip


def weighing(plan: SplitPlan, stages: Stages, size: PartialFormula) -> tuple[Column, ...]:
    """The columns of a household's weight and its units; ``size`` is its measure."""
    return (
        Column("size", "参与量", "whole", size),
        stages.counted(),
        *stages.household_split(stages.weighed(lambda r: r.size)),
    )


def owing(plan: SplitPlan, more: PartialFormula) -> tuple[Column, ...]:
    """The columns from units to fen, with the rest below one unit; ``more`` is added to the fen."""
    unit, rest_row, rest = (plan.figure(key) for key in ("unit", "rest_row", "rest"))
    return (
        Column("payer", "应缴户", "whole",
               lambda r: f"IF(AND({r.part}>0,{r.counted}>0),1,0)"),
        *owed("应分摊（分）", lambda r: r.payer, unit, rest_row, rest, more),
    )  # fmt: skip


def _coefficient(plan: Plan, row: TableRow) -> str:
    """The counted coefficient; blank for a household with a fixed sum."""
    counted = f"{row.counted}/{plan.switches.scale}"
    return f'IF({row.fixed_in}=1,"",{counted})' if plan.terms else counted


def _taking(plan: Plan, row: TableRow) -> str:
    """Whether and how a household takes part, as text."""
    plain = f'IF({row.take}=1,"是","否")'
    if not plan.terms:
        return plain
    fixed = f'IF({row.fixed_fen}=0,"免交","定额")'
    return f'IF({row.fixed_in}=1,{fixed},IF(AND({row.take}=1,{row.own_no}>=0),"个别",{plain}))'


def _issued(plan: Plan, row: TableRow) -> str:
    """1 for a household that gets a bill."""
    everybody = f'{plan.parameter("bill_scope")}="{CONFIRMED}"'
    return f"IF(OR({everybody},{row.idle}=0),{row.valid},0)"


def bill(head: str) -> Column:
    """The number of the household's paper among those issued."""
    return Column("bill", head, "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}")


def _shown(plan: Plan) -> tuple[Column, ...]:
    """The columns for neighbours to read."""
    figures, switches = plan.figures, plan.switches
    return (
        numbered(),
        room(plan),
        shown("storey", "楼层", "any", lambda r: r.storey_no),
        owner(plan),
        shown("area", "建筑面积（㎡）", "area", lambda r: f"{r.area_no}/100"),
        shown("taking", "参与", "any", lambda r: _taking(plan, r)),
        shown("coefficient", "计入系数", "fine", lambda r: _coefficient(plan, r)),
        shown("base", "分摊基数（元）", "money", lambda r: f"{r.quota}*{figures.unit}/100"),
        shown("portion", "占基数", "share", lambda r: f"IF({r.sum}>0,{r.part}/{r.sum},0)"),
        shown("due", "应分摊（元）", "money", lambda r: f"{r.fen}/100"),
        shown("tail", "尾差", "any",
              lambda r: f'IF({r.extra}=1,"补1份","")&IF(AND({figures.rest}>0,'
                        f'{r.n}={switches.rest_row}),"＋余额","")'),
    )  # fmt: skip
