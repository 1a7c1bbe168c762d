"""收缴 of a contribution book: instalments that have fallen due, and what a fund pays for."""

from __future__ import annotations

from elevshare.workbook.check import Check
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.ledger import balances
from elevshare.workbook.subjects.ledger.inputs import MAX_DATES
from elevshare.workbook.subjects.ledger.places import collected, dates, total

HEADS = {**balances.HEADS, "fund": ("公积金（元）", "money")}


def figure_formulas(plan: Plan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    fund = f"=SUM({plan.shares.all('fund')})"
    return {**balances.figure_formulas(plan), "fund": fund, **_terms(plan)}


def _terms(plan: Plan) -> dict[str, str]:
    """How many instalments have fallen due, and when the present one does."""
    day, as_of, due = dates(plan).all("day"), plan.number("as_of"), plan.number("due_date")
    period, periods = plan.figure("period"), plan.figure("periods")
    own = f"INDEX({day},MIN({MAX_DATES},{period}))"
    before = f"IF(OR({due}=0,{due}<={as_of}),{period},{period}-1)"
    past = f"MIN({periods},SUMPRODUCT(({day}>0)*({day}<={as_of})))"
    return {
        "due_periods": f"=IF({as_of}=0,0,IF(MAX({day})=0,{before},{past}))",
        "due_on": f"=IF(AND({period}<={MAX_DATES},{own}>0),{own},{due})",
    }


def household_formulas(plan: Plan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row."""
    here, index = collected(plan).on(row), row - collected(plan).first
    due, periods, owed = (
        total(plan, "due_periods"),
        plan.figure("periods"),
        plan.shares.at("owed", index),
    )
    until = f"IF({due}>={periods},{owed},INT({owed}/{periods})*{due})"
    left = f'IF({here("overdue_fen")}>0,"逾期",IF({here("left_fen")}>0,"未缴清","已缴清"))'
    state = f'IF({here("over_fen")}>0,"多缴，应退",IF({owed}=0,"不用缴",{left}))'
    return {
        **balances.household_formulas(plan, row, until),
        "fund": balances.shown(plan, index, f"{plan.shares.at('fund', index)}/100"),
        "state": balances.shown(plan, index, state),
    }


def checks(plan: Plan) -> list[Check]:
    """Whether the ledger is filled in right, and the days of the instalments."""
    late = f"SUMPRODUCT(({dates(plan).all('problem')}>1)*1)"
    return [
        *balances.checks(plan),
        Check("分期截止日期填写无误", f"{late}=0", f'"有误 "&{late}&" 期"', "按“专项”的提示改：从第一期起逐期往后，不留空"),
    ]  # fmt: skip
