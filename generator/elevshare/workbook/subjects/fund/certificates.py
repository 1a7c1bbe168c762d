"""The formulas of 公积金证明: who gets which certificate, and the share in capital figures."""

from __future__ import annotations

from elevshare.workbook import capitals
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.fund.tables import households

HEADS = {
    "due_fen": ("应分摊（分）", "whole"),
    "issue": ("有证明（1/0）", "whole"),
    "bill": ("证明号", "whole"),
    **capitals.HEADS,
}


def formulas(plan: Plan, row: int) -> dict[str, str]:
    """Formulas of one household's row of 公积金; only who takes part and owes gets one."""
    rows, index = households(plan), row - households(plan).first
    here, issued = rows.on(row), rows.letter("issue")
    return {
        "due_fen": f"={plan.shares.at('fen', index)}",
        "issue": f"=IF({here('due_fen')}>0,{plan.shares.at('take', index)},0)",
        "bill": f"=SUM(${issued}${rows.first}:${issued}{row})*{here('issue')}",
        **capitals.capital_formulas(rows, row, "due_fen"),
    }


def deadline(plan: Plan) -> str:
    """The last day to draw, inside a formula; nothing where it is not known."""
    months, day = plan.number("fund_months"), plan.number("fund_registered")
    return f'IF({months}*{day}=0,"",TEXT(EDATE({day},{months}),"yyyy-mm-dd"))'
