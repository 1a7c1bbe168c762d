"""Money that is asked for after the instalments: that of joining, and what a settlement adds.

It is due by a date of its own: one before the joining or the settlement is none of it.
"""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.ledger import places as ledger
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.table import Column, FormulaTable, TableRow

#: What a paper says in place of a date.
UNTIL = "以通知为准"


def used(plan: Plan) -> bool:
    """Whether a book can have such money."""
    return plan.has(Topic.LATE) or plan.has(Topic.SETTLEMENT)


def columns(plan: Plan) -> tuple[Column, ...]:
    """Who has joined, and what of a household's debt has no date yet, in fen."""
    if not used(plan):
        return ()
    joined = (Column("at_once", "后加入，一次缴清（1/0）", "whole", lambda r: _joined(plan, r)),)
    return (
        *(joined if plan.has(Topic.LATE) else ()),
        Column("later", "日期另定的款（分）", "whole", lambda r: _later(plan, r)),
    )


def open_date(later: str, unpaid: str) -> str:
    """Whether all that a household still owes has no date yet."""
    return f"AND({later}>0,{later}>={unpaid})"


def _joined(plan: Plan, row: TableRow) -> str:
    """Whether (1/0) a household has joined."""
    return f"IF({_accounts(plan).at('joined', row.index)}>0,{row.valid},0)"


def _later(plan: Plan, row: TableRow) -> str:
    """All of a joiner's debt, or what the settlement adds to another's, until a date is given."""
    due, added, owed = ledger.due_on(plan), "0", f"MAX(0,{row.owed})"
    if plan.has(Topic.SETTLEMENT):
        more = f"MIN({owed},MAX(0,{settled.share(plan, row.index)}-{row.fen}))"
        added = f"IF({_not_after(due, plan.number('settled_on'))},{more},0)"
    if not plan.has(Topic.LATE):
        return added
    day = _accounts(plan).at("day", row.index)
    return f"IF({row.at_once}=1,IF({_not_after(due, day)},{owed},0),{added})"


def _accounts(plan: Plan) -> FormulaTable:
    """What joining changes for each household; its module needs sheets, and they need bills."""
    from elevshare.workbook.subjects.late.accounts import accounts

    return accounts(plan)


def _not_after(due: str, day: str) -> str:
    """Whether a date is unknown, or the one until which to pay is not after it."""
    return f"OR({day}=0,{due}<={day})"
