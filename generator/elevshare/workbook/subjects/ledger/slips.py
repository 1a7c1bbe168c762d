"""The receipts printed at a time, on 收缴: payments of 台账 from a chosen number on."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.capitals import capitals
from elevshare.workbook.subjects.ledger.payments import typed
from elevshare.workbook.subjects.ledger.places import TITLE, below, collected, payments
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    gaps,
    numbered,
    once,
    shown,
)

#: Receipts that are printed at a time.
AT_A_TIME = 15


@once
def slips(plan: Accounts) -> FormulaTable:
    """The receipts, after all other tables; blank and invalid rows of 台账 have none."""
    source, paid = typed(plan), payments(plan)
    number, first = below(plan)

    def of(column: str) -> PartialFormula:
        return lambda r: f"INDEX({column},{r.row})"

    def yuan(key: str, head: str, fen: PartialFormula) -> Column:
        return shown(key, head, "money", lambda r: f"{fen(r)}/100")

    def known(key: str, head: str, formula: PartialFormula) -> Column:
        return Column(key, head, "whole", lambda r: f"IF({r.row}>0,{formula(r)},0)")

    def of_shares(row: TableRow, key: str) -> str:
        return f"INDEX({plan.shares.all(key)},{row.household})"

    return FormulaTable(f"{number}、一次打印的收据", TITLE, first, min(AT_A_TIME, source.count), (
        numbered(),
        Column("number", "收据号", "whole", lambda r: f"{_start(plan)}+{r.n}-1"),
        Column("row", "台账第几行", "whole", lambda r: _row(plan, r)),
        shown("room", "房号", "any", of(paid.all("room"))),
        shown("owner", "业主", "any",
              lambda r: f"INDEX({collected(plan).all('owner')},{r.household})"),
        shown("day", "日期", "date", of(paid.all("day"))),
        shown("side", "收款或退款", "any", of(source.all("side"))),
        shown("method", "方式", "any", of(paid.all("method"))),
        yuan("amount", "金额（元）", lambda r: r.fen),
        yuan("paid", "至此已缴（元）", lambda r: r.so_far),
        yuan("left", "至此还欠（元）", lambda r: f"MAX(0,{r.owed}-{r.so_far})"),
        yuan("over", "至此多缴（元）", lambda r: f"MAX(0,{r.so_far}-{r.owed})"),
        shown("words", "说明", "any", lambda r: _words(plan, r.owed, r.so_far)),
        shown("remark", "备注", "any", lambda r: f'{of(source.all("remark"))(r)}&""'),
        *gaps("gap"),
        known("fen", "金额（分）", of(paid.all("fen"))),
        known("household", "第几户", of(paid.all("household"))),
        known("so_far", "至此已缴含公积金（分）", lambda r: _so_far(plan, r)),
        known("owed", "应缴（分）", lambda r: of_shares(r, plan.account.against)),
        *capitals("fen"),
    ), lambda r: f"{r.row}>0")  # fmt: skip


def _start(plan: Accounts) -> str:
    """The number of the first receipt to print."""
    chosen = plan.number("print_from")
    return f"IF({chosen}=0,{plan.number('receipts_from')},{chosen})"


def _row(plan: Accounts, row: TableRow) -> str:
    """The row of 台账 with the receipt's number, 0 if that row is blank or invalid."""
    last, problems = payments(plan).count, payments(plan).all("problem")
    place = f"{row.number}-{plan.number('receipts_from')}+1"
    problem = f"INDEX({problems},MAX(1,MIN({last},{place})))"
    return f"IF(OR({place}<1,{place}>{last}),0,IF({problem}=1,{place},0))"


def _so_far(plan: Accounts, row: TableRow) -> str:
    """What the household has paid up to this payment, in fen."""
    paid = payments(plan)
    mine = f"({paid.all('household')}={row.household})*({paid.all('n')}<={row.row})"
    net = f"SUMPRODUCT({mine}*({paid.all('received')}-{paid.all('refunded')}))"
    if "fund" not in plan.shares.columns:
        return net
    return f"{net}+INDEX({plan.shares.all('fund')},{row.household})"


def _words(plan: Accounts, owed: str, so_far: str) -> str:
    """What the household owes, has paid, and has left to pay, as text."""

    def yuan(fen: str) -> str:
        return f'TEXT({fen}/100,"0.00")&" 元'

    due, already, rest = plan.account.words
    left = f'IF({so_far}>{owed},"多缴 "&{yuan(f"({so_far}-{owed})")}","{rest} "&{yuan(f"({owed}-{so_far})")}")'
    return f'"{due} "&{yuan(owed)}；{already} "&{yuan(so_far)}；"&{left}&"。"'
