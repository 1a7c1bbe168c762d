"""The number and the capital figures of each 公积金证明."""

from __future__ import annotations

from elevshare.workbook.capitals import capitals
from elevshare.workbook.plan import Plan
from elevshare.workbook.table import Column, beside


def columns(plan: Plan) -> tuple[Column, ...]:
    """The columns for certificates; only households that take part and owe have one."""
    shares = plan.shares
    return (
        Column("due_fen", "应分摊（分）", "whole", beside(shares, "fen")),
        Column("issue", "有证明（1/0）", "whole",
               lambda r: f"IF({r.due_fen}>0,{shares.at('take', r.index)},0)"),
        Column("bill", "证明号", "whole", lambda r: f"SUM({r.down_to('issue')})*{r.issue}"),
        *capitals("due_fen"),
    )  # fmt: skip


def deadline(plan: Plan) -> str:
    """The last day to draw, as part of a text formula; empty if unknown."""
    months, day = plan.number("fund_months"), plan.number("fund_registered")
    return f'IF({months}*{day}=0,"",TEXT(EDATE({day},{months}),"yyyy-mm-dd"))'
