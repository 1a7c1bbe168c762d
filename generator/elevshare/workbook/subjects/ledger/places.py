"""The tables of 收缴 and 收缴计算: the households, the sums, and 台账 as read."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.figures import Figures
from elevshare.workbook.subjects.ledger import words
from elevshare.workbook.subjects.ledger.inputs import MAX_DATES
from elevshare.workbook.subjects.ledger.payments import columns, date_columns, typed
from elevshare.workbook.table import FormulaTable, once

TITLE, WORKING = "收缴", "收缴计算"
#: The first row of every table: the heads above it stay in view.
FIRST = 5
#: The column of 收缴 with the whole numbers of the sums, right of what is printed.
_WHOLE = 15


@once
def figures(plan: Accounts) -> Figures:
    """The sums, below the households."""
    below = FIRST + plan.flats + 4
    return Figures(TITLE, below, plan.account.figures(plan), far=_WHOLE)


def total(plan: Accounts, key: str) -> str:
    """The address of a figure: a whole number, amounts in fen."""
    return figures(plan)[key]


def due_on(plan: Accounts) -> str:
    """The address of the date on which the current instalment is due, 0 if unknown."""
    return total(plan, "due_on") if plan.has(Topic.LEDGER) else plan.number("due_date")


@once
def collected(plan: Accounts) -> FormulaTable:
    """The households, in the row order of the shares; blank in rows without one."""
    return FormulaTable("各户", TITLE, FIRST, plan.flats, plan.account.columns(plan),
                 lambda r: f"{plan.shares.at('valid', r.index)}=1")  # fmt: skip


@once
def payments(plan: Accounts) -> FormulaTable:
    """The payments as read."""
    day = report_day(plan) if plan.has(Topic.REMINDERS) else ""
    listed = columns(plan, lists(plan), day)
    return FormulaTable("一、台账的读数", WORKING, FIRST, typed(plan).count, listed)


def report_day(plan: Accounts) -> str:
    """The day of 收款日报, 0 if none is chosen; part of a formula."""
    chosen = plan.number("report_on")
    return f"IF({chosen}=0,{plan.number('as_of')},{chosen})"


#: The columns of 收缴计算 on which the tables beside the payments begin, one column apart.
_LISTS, _DATES, NEXT = 12, 16, 20


@once
def lists(plan: Accounts) -> FormulaTable:
    """The ways of writing that are known, beside the payments."""
    return words.table(WORKING, FIRST, _LISTS)


@once
def dates(plan: Accounts) -> FormulaTable:
    """The instalments' dates as read, beside those."""
    listed = date_columns(plan)
    return FormulaTable("三、分期截止日期的读数", WORKING, FIRST, MAX_DATES, listed, left=_DATES)
