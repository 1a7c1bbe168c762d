"""The receipts and the vouchers of refunds printed at a time: payments of 台账 from a number on.

What a receipt says comes from 台账 up to its own payment and from amounts that were published
before, so that it says the same whenever it is printed again.
"""

from __future__ import annotations

from collections.abc import Callable

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.capitals import capitals
from elevshare.workbook.subjects.ledger.inputs import RECEIPTS, REFUNDS
from elevshare.workbook.subjects.ledger.payments import typed
from elevshare.workbook.subjects.ledger.places import FIRST, NEXT, WORKING, payments
from elevshare.workbook.subjects.ledger.published import published
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    numbered,
    once,
    shown,
)


@once
def receipts(plan: Accounts) -> FormulaTable:
    """The receipts, without gaps; only valid rows of 台账 have one."""
    count = min(RECEIPTS, typed(plan).count)
    listed = (*_columns(plan, "print_from", _after), *_paid(plan), *capitals("fen"))
    return FormulaTable("四、要印的收据", WORKING, FIRST, count, listed, _exists, NEXT)


@once
def refunds(plan: Accounts) -> FormulaTable:
    """The vouchers of refunds, beside the receipts."""
    count, before = min(REFUNDS, typed(plan).count), receipts(plan)
    listed = (*_columns(plan, "refunds_from", _below), *capitals("fen"))
    left = before.left + len(before.columns) + 1
    return FormulaTable("五、要印的退款凭证", WORKING, FIRST, count, listed, _exists, left)


def _exists(row: TableRow) -> str:
    return f"{row.row}>0"


#: Plan, serial number of the slip before → formula of the next one.
_Next = Callable[[Accounts, str], str]


def _columns(plan: Accounts, start: str, following: _Next) -> tuple[Column, ...]:
    """The columns of a paper; ``start`` is the input with the number of the first."""
    source, paid = typed(plan), payments(plan)
    first = plan.number("receipts_from")

    def serial(row: TableRow) -> str:
        before = f"MAX(0,{plan.number(start)}-{first})" if not row.index else row.previous("serial")
        found = following(plan, before)
        return found if not row.index else f"IF({before}=0,0,{found})"

    def of(column: str) -> PartialFormula:
        return lambda r: f"INDEX({column},{r.row})"

    def text(key: str) -> PartialFormula:
        return lambda r: f'{of(source.all(key))(r)}&""'

    def payer(row: TableRow) -> str:
        owner = f"INDEX({plan.shares.all('owner')},{row.household})"
        return f'IF({text("payer")(row)}="",{owner},{text("payer")(row)})'

    def known(key: str, head: str, column: str) -> Column:
        return Column(key, head, "whole", lambda r: f"IF({r.row}>0,{of(column)(r)},0)")

    return (
        numbered(),
        Column("serial", "登记序号", "whole", serial),
        Column("row", "台账第几行", "whole", lambda r: f"IF({r.serial}=0,0,MATCH({r.serial},{paid.all('n')},0))"),
        shown("number", "收据号", "whole", lambda r: f"{first}+{r.serial}-1"),
        shown("room", "房号", "any", of(paid.all("room"))),
        shown("payer", "交款人或领款人", "any", payer),
        shown("day", "日期", "date", of(paid.all("day"))),
        shown("method", "方式", "any", of(paid.all("method"))),
        shown("amount", "金额（元）", "money", lambda r: f"{r.fen}/100"),
        shown("period", "期次", "any", lambda r: _period(of(source.all("period"))(r))),
        shown("handler", "经手", "any", text("handler")),
        shown("remark", "备注", "any", text("remark")),
        Column("fen", "金额（分）", "whole",
               lambda r: f"IF({r.row}>0,ABS({of(paid.all('fen'))(r)}),0)"),
        known("household", "第几户", paid.all("household")),
    )  # fmt: skip


def _after(plan: Accounts, serial: str) -> str:
    """The next serial number of a payment received, 0 for none."""
    slip = payments(plan).all("slip")
    return f'IFERROR(SMALL({slip},COUNTIF({slip},"<="&{serial})+1),0)'


def _below(plan: Accounts, serial: str) -> str:
    """The next serial number of a refund, 0 for none."""
    slip = payments(plan).all("slip")
    return f'MAX(0,-IFERROR(LARGE({slip},COUNTIF({slip},">="&(0-{serial}))+1),0))'


def _period(cell: str) -> str:
    """The instalment as typed; a number alone becomes 第 2 期."""
    numbered = f'IFERROR("第 "&{cell}*1&" 期",{cell}&"")'
    return f'IF(LEN({cell})=0,"",IF(LEN({cell})>2,{cell},{numbered}))'


def _paid(plan: Accounts) -> tuple[Column, ...]:
    """What the household had paid when the receipt was issued, and what was published by then."""
    paid = payments(plan)

    def so_far(row: TableRow) -> str:
        mine = f"({paid.all('household')}={row.household})*({paid.all('n')}<={row.serial})"
        net = f"SUMPRODUCT({mine}*{paid.all('fen')})"
        return f"IF({row.row}>0,{net},0)"

    def words(row: TableRow) -> str:
        said = f'"至本笔共缴（减去退款） "&FIXED({row.so_far}/100,2)&" 元"'
        return f'{said}{published(plan, row)}&"。"'

    return (
        Column("so_far", "至此已缴（分）", "whole", so_far),
        shown("words", "说明", "any", words),
    )
