"""Who gets which 公积金证明, and the share on it in capital figures."""

from __future__ import annotations

from elevshare.workbook.capitals import capitals
from elevshare.workbook.plan import Plan
from elevshare.workbook.table import Column, beside


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns of the households that certificates read: only who takes part and owes gets one."""
    shares = plan.shares
    return (
        Column("due_fen", "应分摊（分）", "whole", beside(shares, "fen")),
        Column("issue", "有证明（1/0）", "whole",
               lambda r: f"IF({r.due_fen}>0,{shares.at('take', r.index)},0)"),
        Column("bill", "证明号", "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}"),
        *capitals("due_fen"),
    )  # fmt: skip


def deadline(plan: Plan) -> str:
    """The last day to draw, inside a formula; nothing where it is not known."""
    months, day = plan.number("fund_months"), plan.number("fund_registered")
    return f'IF({months}*{day}=0,"",TEXT(EDATE({day},{months}),"yyyy-mm-dd"))'
