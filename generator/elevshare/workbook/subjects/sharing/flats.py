"""The households on 分摊: which rows count, the weight of each, what each owes."""

from __future__ import annotations

from elevshare.workbook.field import NO
from elevshare.workbook.plan import Plan
from elevshare.workbook.protocols import SplitPlan
from elevshare.workbook.stages import Stages, owed
from elevshare.workbook.subjects.pools.splits import with_pools
from elevshare.workbook.subjects.pools.tables import PLANNED
from elevshare.workbook.subjects.sharing import payments, wording
from elevshare.workbook.subjects.sharing.inputs import EVERYBODY
from elevshare.workbook.subjects.sharing.roster import RosterReading, owner, room, taking_storey
from elevshare.workbook.table import Column, FormulaTable, TableRow, gaps, numbered, shown


def table(plan: Plan, stages: Stages) -> FormulaTable:
    """The households of a contribution book; blank in rows that do not count."""
    return FormulaTable("二、各户", "分摊", plan.storey_table.last + 4, plan.flats, (
        *_shown(plan),
        *gaps("gap"),
        *reading(plan).columns(),
        taking_storey(),
        *weighing(plan, stages),
        *with_pools(plan, PLANNED, owing(plan)),
        Column("issue", "出账单", "whole", lambda r: _issued(plan, r)),
        bill("账单页"),
        *payments.columns(plan),
        *wording.columns(plan),
    ), lambda r: f"{r.valid}=1")  # fmt: skip


def reading(plan: Plan) -> RosterReading:
    """How 住户 is read: no area is needed for whoever stays out, or lives where the weight is 0."""

    def spared(row: TableRow) -> str:
        weights = plan.coefficients.all("weight")
        weight = f'IF({row.storey_flaw}="",INDEX({weights},{row.storey_no})&"","")'
        return f'OR({row.taking_answer}="{NO}",{weight}="0")'

    return RosterReading(plan, spared, {one.key: one.called for one in plan.household_columns})


def stages(plan: SplitPlan) -> Stages:
    """The split of the net amount: storeys first, or the whole stairwell at once."""
    return Stages(plan.figure("storeys_first"), plan.figure("units"), lambda: plan.storey_table,
                  lambda r: r.valid, lambda r: r.storey_no)  # fmt: skip


def weighing(plan: SplitPlan, stages: Stages) -> tuple[Column, ...]:
    """The columns of a household's weight and its units."""
    by_area = plan.figure("by_area")
    return (
        Column("size", "参与量", "whole", lambda r: f"IF({by_area}=1,{r.area_no},1)*{r.take}"),
        stages.counted(),
        *stages.household_split(stages.weighed(lambda r: r.size)),
    )


def owing(plan: SplitPlan) -> tuple[Column, ...]:
    """The columns from units to fen, with the rest below one unit."""
    unit, rest_row, rest = (plan.figure(key) for key in ("unit", "rest_row", "rest"))
    return (
        Column("payer", "应缴户", "whole",
               lambda r: f"IF(AND({r.part}>0,{r.counted}>0),1,0)"),
        *owed("应分摊（分）", lambda r: r.payer, unit, rest_row, rest),
    )  # fmt: skip


def _issued(plan: Plan, row: TableRow) -> str:
    """1 for a household that gets a bill."""
    everybody = f'{plan.parameter("bill_scope")}="{EVERYBODY}"'
    return f"IF(OR({everybody},{row.fen}>0),{row.valid},0)"


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
        shown("taking", "参与", "any", lambda r: f'IF({r.take}=1,"是","否")'),
        shown("coefficient", "计入系数", "fine", lambda r: f"{r.counted}/{switches.scale}"),
        shown("base", "分摊基数（元）", "money", lambda r: f"{r.quota}*{figures.unit}/100"),
        shown("portion", "占基数", "share", lambda r: f"IF({r.sum}>0,{r.part}/{r.sum},0)"),
        shown("due", "应分摊（元）", "money", lambda r: f"{r.fen}/100"),
        shown("tail", "尾差", "any",
              lambda r: f'IF({r.extra}=1,"补1份","")&IF(AND({figures.rest}>0,'
                        f'{r.n}={switches.rest_row}),"＋余额","")'),
    )  # fmt: skip
