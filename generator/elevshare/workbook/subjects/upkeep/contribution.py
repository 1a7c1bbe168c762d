"""What the running cost is shared on in a book that shares a building cost."""

from __future__ import annotations

from elevshare.project import SubsidyMode
from elevshare.rules.share import OptOut
from elevshare.rules.upkeep import Payers
from elevshare.workbook.accounts import RunningContent
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.sharing.inputs import OPT_OUT
from elevshare.workbook.subjects.upkeep.inputs import PAYERS, SECTIONS
from elevshare.workbook.table import once


@once
def running(plan: Plan) -> RunningContent:
    """The coefficients, the form of 分摊, and the subsidy."""
    weights, shares = plan.storey_table, plan.shares

    def own_weight(row: int) -> str:
        return f"INDEX({weights.all('weight')},{shares.at(plan.level, row)})"

    return RunningContent(
        sections=SECTIONS,
        storeys=plan.coefficients,
        weight=lambda row: weights.at("weight", row),
        own_weight=own_weight,
        level=plan.level,
        below=plan.terms,
        storey_kind="any" if plan.half_stops else "whole",
        to_all=plan.figure("to_all"),
        storeys_first=plan.figure("storeys_first"),
        by_area=plan.figure("by_area"),
        by_neighbours=f'{plan.parameter("opt_out")}="{OPT_OUT[OptOut.FLOOR]}"',
        kept=_kept(plan),
        weighing=PAYERS[Payers.WEIGHING],
        weightless="系数为 0",
        advice="至少一户参与、不免运维；同建设系数时还要系数大于 0",
    )


def _kept(plan: Plan) -> str:
    """The part of the subsidy kept for upkeep, in fen: by the rule, or as typed."""
    mode, typed = plan.parameter("subsidy_mode"), f"ROUND({plan.number('running_kept')}*100,0)"
    by_hand = f'IF({mode}="{SubsidyMode.MANUAL.value}",{typed},0)'
    return f'IF({mode}="{SubsidyMode.RULE.value}",{plan.grant("upkeep")},{by_hand})'
