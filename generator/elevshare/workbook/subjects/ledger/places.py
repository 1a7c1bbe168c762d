"""The tables of 收缴: the households, and the payments as read."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.figures import Figures
from elevshare.workbook.subjects.ledger.inputs import MAX_DATES
from elevshare.workbook.subjects.ledger.payments import columns, date_columns, typed
from elevshare.workbook.table import FormulaTable, once

TITLE = "收缴"


@once
def figures(plan: Accounts) -> Figures:
    """The sums above the households."""
    return Figures(TITLE, 4, plan.account.figures(plan))


def total(plan: Accounts, key: str) -> str:
    """The address of a figure: a whole number, amounts in fen."""
    return figures(plan)[key]


def due_on(plan: Accounts) -> str:
    """The address of the date on which the current instalment is due, 0 if unknown."""
    return total(plan, "due_on") if plan.has(Topic.LEDGER) else plan.number("due_date")


@once
def collected(plan: Accounts) -> FormulaTable:
    """The households, in the row order of the shares; blank in rows without one."""
    first = figures(plan).last_row + 4
    return FormulaTable("一、各户", TITLE, first, plan.flats, plan.account.columns(plan),
                 lambda r: f"{plan.shares.at('valid', r.index)}=1")  # fmt: skip


@once
def payments(plan: Accounts) -> FormulaTable:
    """The payments as read, below the households."""
    first = collected(plan).last + 4
    return FormulaTable("二、台账的读数", TITLE, first, typed(plan).count, columns(plan))


@once
def dates(plan: Accounts) -> FormulaTable:
    """The instalments' dates as read, below the payments."""
    first = payments(plan).last + 4
    return FormulaTable("三、分期截止日期的读数", TITLE, first, MAX_DATES, date_columns(plan))


def below(plan: Accounts) -> tuple[str, int]:
    """Section number and first row for a table after those; only instalments have dates."""
    if "schedule" in plan.parameters:
        return "四", dates(plan).last + 4
    return "三", payments(plan).last + 4
