"""The subsidy split to the households in proportion to their dues: who gets back how much."""

from __future__ import annotations

from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import split_formulas

HEADS = {
    "n": ("序号", "whole"),
    "room": ("房号", "any"),
    "due": ("应分摊（元）", "money"),
    "amount": ("补贴分到本户（元）", "money"),
    "group": ("组", "whole"),
}


def refund_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row."""
    block, shares, index = plan.refunds, plan.shares, row - plan.refunds.first
    here, valid = block.on(row), shares.at("valid", index)
    return {
        "n": index + 1,
        "room": f'=IF({valid}=1,{shares.at("room", index)},"")',
        "due": f'=IF({valid}=1,{here("part")}/100,"")',
        "amount": f'=IF({valid}=1,{here("units")}/100,"")',
        "group": 1,
        "quota": f"={plan.figure('subsidy')}",
        "part": f"={shares.at('fen', index)}",
        "sum": f"=SUM({block.area('part')})",
        **split_formulas(block, row),
    }
