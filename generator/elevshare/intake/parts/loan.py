"""The ``[loan]`` of a project file."""

from __future__ import annotations

from elevshare.intake.fields import amount_of
from elevshare.rules.loan import MAX_MONTHS, Loan
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.toml_table import Table


def read(table: Table) -> Loan:
    """The section; everything in it may be missing, but a loan requires its months."""
    loan = Loan(
        amount=_amount(table, "amount", "借款"),
        rate=table.rate("rate", 0),
        months=table.number("months", 0, 0),
        first_on=table.day("first_on"),
        advance=_amount(table, "advance", "垫资"),
        fee=_amount(table, "fee", "每月收费"),
        advertising=_amount(table, "advertising", "广告收入"),
    )
    if not 0 <= loan.rate <= RATE_SCALE:
        raise table.wrong("rate", "不在 0 到 1 之间", "年利率 3% 请填 3% 或 0.03")
    if not 0 <= loan.months <= MAX_MONTHS or (loan.amount and not loan.months):
        raise table.wrong("months", f"不在 1 到 {MAX_MONTHS} 之间", "请填分几个月还")
    table.done()
    return loan


def _amount(table: Table, key: str, what: str) -> int:
    """A valid amount in fen."""
    return amount_of(table.number(key, 2, 0), table.where(key), what)
