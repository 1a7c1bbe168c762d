"""The tables of 收缴: household by household, and the payments as they are read."""

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
    """Address of a figure (whole number, fen where it is money)."""
    return figures(plan)[key]


def due_on(plan: Accounts) -> str:
    """Address of the day by which the present instalment is due, 0 where none is told."""
    return total(plan, "due_on") if plan.has(Topic.LEDGER) else plan.number("due_date")


@once
def collected(plan: Accounts) -> FormulaTable:
    """The households, in step with the shares; rows without one show nothing."""
    first = figures(plan).last_row + 4
    return FormulaTable("一、各户", TITLE, first, plan.flats, plan.account.columns(plan),
                 lambda r: f"{plan.shares.at('valid', r.index)}=1")  # fmt: skip


@once
def payments(plan: Accounts) -> FormulaTable:
    """The payments as they are read, below the households."""
    first = collected(plan).last + 4
    return FormulaTable("二、台账的读数", TITLE, first, typed(plan).count, columns(plan))


@once
def dates(plan: Accounts) -> FormulaTable:
    """The days of the instalments as they are read, below the payments."""
    first = payments(plan).last + 4
    return FormulaTable("三、分期截止日期的读数", TITLE, first, MAX_DATES, date_columns(plan))


def below(plan: Accounts) -> tuple[str, int]:
    """Number and first row of a table below all that; only instalments have days of their own."""
    if "schedule" in plan.parameters:
        return "四", dates(plan).last + 4
    return "三", payments(plan).last + 4
