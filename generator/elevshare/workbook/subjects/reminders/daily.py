"""The payments of a chosen day, on 收缴计算: one in each row, and sums by method."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.subjects.ledger.inputs import Side
from elevshare.workbook.subjects.ledger.payments import typed
from elevshare.workbook.subjects.ledger.places import FIRST, NEXT, WORKING, payments, report_day
from elevshare.workbook.subjects.ledger.slips import refunds
from elevshare.workbook.table import Column, FormulaTable, TableRow, numbered, once, shown

#: Payments that the report lists.
LISTED = 20


@once
def listed(plan: Accounts) -> FormulaTable:
    """The day's payments in the order of their numbers."""
    source, paid = typed(plan), payments(plan)
    left = NEXT
    if plan.has(Topic.RECEIPTS):
        left = refunds(plan).left + len(refunds(plan).columns) + 1
    days = paid.all("of_day")

    def serial(row: TableRow) -> str:
        before = row.previous("serial") if row.index else "0"
        found = f'IFERROR(SMALL({days},COUNTIF({days},"<="&{before})+1),0)'
        return found if not row.index else f"IF({before}=0,0,{found})"

    def of(column: str, row: TableRow) -> str:
        return f"INDEX({column},{row.row})"

    def payer(row: TableRow) -> str:
        typed_name = of(source.all("payer"), row)
        owner = f"INDEX({plan.shares.all('owner')},{of(paid.all('household'), row)})"
        return f'IF({typed_name}&""="",{owner},{typed_name}&"")'

    def side(row: TableRow) -> str:
        return f'IF({row.amount}<0,"{Side.REFUNDED}","{Side.RECEIVED}")'

    return FormulaTable("六、当天的收款和退款", WORKING, FIRST, min(LISTED, source.count), (
        numbered(),
        Column("serial", "登记序号", "whole", serial),
        Column("row", "台账第几行", "whole", lambda r: f"IF({r.serial}=0,0,MATCH({r.serial},{paid.all('n')},0))"),
        Column("at", "第几笔", "whole", lambda r: f"IF({r.row}>0,{r.n},0)"),
        shown("number", "收据号", "whole", lambda r: f"{plan.number('receipts_from')}+{r.serial}-1"),
        shown("room", "房号", "any", lambda r: of(paid.all("room"), r)),
        shown("payer", "交款人或领款人", "any", payer),
        shown("side", "收款或退款", "any", side),
        shown("method", "方式", "any", lambda r: of(paid.all("method"), r)),
        shown("amount", "金额（元，退款为负）", "money", lambda r: f"{of(paid.all('fen'), r)}/100"),
        shown("handler", "经手", "any", lambda r: f'{of(source.all("handler"), r)}&""'),
        shown("remark", "备注", "any", lambda r: f'{of(source.all("remark"), r)}&""'),
    ), lambda r: f"{r.row}>0", left)  # fmt: skip


def day(plan: Accounts) -> str:
    """The day of the report, 0 if none is chosen."""
    return report_day(plan)


def of_method(plan: Accounts, method: str) -> str:
    """What came in on the day by one method, refunds taken off, in yuan."""
    paid = payments(plan)
    chosen = f'({paid.all("of_day")}>0)*({paid.all("method")}="{method}")'
    return f"SUMPRODUCT({chosen}*{paid.all('fen')})/100"


def total(plan: Accounts) -> str:
    """What came in on the day, refunds taken off, in yuan."""
    paid = payments(plan)
    return f"SUMPRODUCT(({paid.all('of_day')}>0)*{paid.all('fen')})/100"


def count(plan: Accounts) -> str:
    """The number of the day's payments and refunds."""
    return f"SUMPRODUCT(({payments(plan).all('of_day')}>0)*1)"
