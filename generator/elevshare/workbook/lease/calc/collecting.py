"""收缴 of a lease book: what is due until now, and what is left of the lease year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elevshare.workbook.accounts import LedgerContent
from elevshare.workbook.figures import Figure, money
from elevshare.workbook.subjects.ledger import balances
from elevshare.workbook.table import Column, TableRow, beside, gaps

if TYPE_CHECKING:
    from elevshare.workbook.lease.plan import LeasePlan


def figures(plan: LeasePlan) -> dict[str, Figure]:
    """The sums of the lease year and until now."""
    return {
        "year": money("全年使用费合计", "使用电梯各户的全年使用费之和",
                      lambda f: f"SUM({plan.shares.all('annual_fen')})"),
        "owed": balances.owed(plan, "到本期应缴合计", "上年欠费＋本年到本期末的使用费－减免"),
        **balances.moved(plan, "预缴和多缴合计", "已缴超过到本期应缴的"),
        "rest": balances.of_households(plan, "到年底还要缴合计", "上年欠费＋全年使用费－减免－已缴",
                                       "rest_fen"),
        **balances.banked(plan),
    }  # fmt: skip


def columns(plan: LeasePlan) -> tuple[Column, ...]:
    """The columns of the households."""
    owed, before, year = (beside(plan.shares, key) for key in ("owed", "owed_before", "year_owed"))
    as_of, due = plan.number("as_of"), plan.number("due_date")

    def until(row: TableRow) -> str:
        passed = f"IF(OR({due}=0,{due}<={as_of}),{owed(row)},{before(row)})"
        return f"IF({as_of}=0,0,{passed})"

    def state(row: TableRow) -> str:
        left = f'IF({row.overdue_fen}>0,"逾期",IF({row.left_fen}>0,"未缴清","已缴清"))'
        ahead = f'IF({row.net}>{year(row)},"多缴，应退","已预缴")'
        return f'IF({row.over_fen}>0,{ahead},IF({owed(row)}=0,"不用缴",{left}))'

    return (
        *balances.named(plan),
        balances.yuan("year", "全年使用费（元）", beside(plan.shares, "annual_fen")),
        balances.yuan("owed", "到本期应缴（元）", owed),
        *balances.paid(),
        balances.yuan("over", "预缴、多缴（元）", lambda r: r.over_fen),
        balances.overdue(),
        balances.yuan("rest", "年内还缴（元）", lambda r: r.rest_fen),
        *balances.last(state),
        *gaps("gap"),
        *balances.working(plan, until, "已缴（分）", "预缴、多缴（分）"),
        *balances.reminded(plan, lambda r: f"IF({before(r)}>{r.settled},0,{due})"),
        Column("rest_fen", "到年底还要缴（分）", "whole", lambda r: f"MAX(0,{year(r)}-{r.net})"),
    )


ACCOUNT = LedgerContent(figures, columns, item="电梯使用费")
