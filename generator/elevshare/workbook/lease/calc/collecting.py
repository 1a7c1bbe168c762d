"""收缴 of a lease book: what has fallen due until now, and what is left of the year."""

from __future__ import annotations

from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.subjects.ledger import balances
from elevshare.workbook.subjects.ledger.places import collected

HEADS = {
    **{key: head for key, head in balances.HEADS.items() if key != "until"},
    "year": ("全年使用费（元）", "money"),
    "owed": ("到本期应缴（元）", "money"),
    "over": ("预缴、多缴（元）", "money"),
    "rest": ("年内还缴（元）", "money"),
    "settled": ("已缴（分）", "whole"),
    "over_fen": ("预缴、多缴（分）", "whole"),
    "rest_fen": ("到年底还要缴（分）", "whole"),
}


def figure_formulas(plan: LeasePlan) -> dict[str, str]:
    """Whole-number formulas of the figures, by key."""
    return {
        **balances.figure_formulas(plan),
        "year": f"=SUM({plan.shares.all('annual_fen')})",
        "rest": f"=SUM({collected(plan).all('rest_fen')})",
    }


def household_formulas(plan: LeasePlan, row: int) -> dict[str, str | int]:
    """Formulas of one household's row."""
    here, index = collected(plan).on(row), row - collected(plan).first

    def of(key: str) -> str:
        return plan.shares.at(key, index)

    def shown(formula: str) -> str:
        return balances.shown(plan, index, formula)

    as_of, due = plan.number("as_of"), plan.number("due_date")
    until = f"IF({as_of}=0,0,IF(OR({due}=0,{due}<={as_of}),{of('owed')},{of('owed_before')}))"
    left = f'IF({here("overdue_fen")}>0,"逾期",IF({here("left_fen")}>0,"未缴清","已缴清"))'
    ahead = f'IF({here("net")}>{of("year_owed")},"多缴，应退","已预缴")'
    state = f'IF({here("over_fen")}>0,{ahead},IF({of("owed")}=0,"不用缴",{left}))'
    return {
        **balances.household_formulas(plan, row, until),
        "year": shown(f"{of('annual_fen')}/100"),
        "rest": shown(f"{here('rest_fen')}/100"),
        "rest_fen": f"=MAX(0,{of('year_owed')}-{here('net')})",
        "state": shown(state),
    }
