"""收据: a receipt with counterfoil for each payment received, three on an A4 page."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.subjects.ledger.slip_paper import (
    HEIGHT,
    SMALL,
    WIDTHS,
    common,
    forms_of,
    heads,
    item,
    numbered,
    say_how_many,
    write_slips,
)
from elevshare.workbook.subjects.ledger.slips import receipts

TITLE, ROLE = "收据", "单据"
ABOUT = "收款收据，带存根（也是记账联），一页 A4 三张"

#: Margins of 0.5 inch leave 770 points; the counterfoil is above.
LAYOUT = PaperLayout(
    WIDTHS,
    HEIGHT,
    (
        PaperRow("title", 21.0), PaperRow("status", 17.0), PaperRow("number", SMALL),
        PaperRow("room payer"), PaperRow("amount method", 17.0), PaperRow("cut", SMALL),
        PaperRow("head"), PaperRow("address"), PaperRow("room payer"), PaperRow("day method"),
        PaperRow("amount item", 17.0), PaperRow("upper", 17.0), PaperRow("words", 28.5),
        PaperRow("payee"), PaperRow("handler checker"), PaperRow("remark stamp", 14.5), PaperRow("gap", 3.0),
    ),
    a_page=3,
    margin=0.5,
)  # fmt: skip


def forms(plan: Accounts) -> dict[str, Forms]:
    """The forms of this paper."""
    return {TITLE: forms_of(LAYOUT, receipts(plan))}


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: the receipts from the number typed on 台账 on."""
    write_slips(grid, plan, LAYOUT, _entries(plan), receipts(plan))
    say_how_many(grid, plan, LAYOUT, "收据", ">")


def _entries(plan: Accounts) -> dict[str, Entry]:
    """Key → entry, of everything on a receipt."""
    slips = receipts(plan)
    copy = f'"收款收据　收据联（交款人保存）　编号："&{numbered(plan, slips)}'
    return {
        **heads(plan, slips, "收款收据", "存根联（收款单位留存、记账）　"),
        **common(plan, slips),
        "payer": Entry("交款人", of(slips.all("payer")), "短文"),
        "item": item(plan, slips),
        "head": Entry("", when(f'IF({plan.failed}=0,"","【草案】")&{copy}'), "表注"),
        "words": Entry("已缴", of(slips.all("words")), "说明"),
        "payee": Entry("收款户名", when(f'{plan.parameter("payee")}&""'), "短文"),
        "stamp": Entry("收款单位章", None),
        "remark": Entry("备注", of(slips.all("remark")), "短文"),
        "cut": Entry("", when('"沿线剪下"'), "裁线"),
        "gap": Entry("", None, "裁线"),
    }
