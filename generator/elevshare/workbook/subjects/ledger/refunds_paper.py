"""退款凭证: a voucher for each refund, signed by who gets it, three on an A4 page."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.subjects.ledger.slip_paper import (
    SMALL,
    WIDTHS,
    common,
    forms_of,
    heads,
    item,
    say_how_many,
    write_slips,
)
from elevshare.workbook.subjects.ledger.slips import refunds

TITLE, ROLE = "退款凭证", "单据"
ABOUT = "退给住户的钱，领款人签字，一页 A4 三张"

LAYOUT = PaperLayout(
    WIDTHS,
    20.0,
    (
        PaperRow("title", 24.0), PaperRow("status", 20.0), PaperRow("number", SMALL + 2),
        PaperRow("address"), PaperRow("room payer"), PaperRow("day method"),
        PaperRow("amount item"), PaperRow("upper"), PaperRow("paid_by"), PaperRow("remark stamp", 24.0),
        PaperRow("handler checker"), PaperRow("signed date", 30.0), PaperRow("gap", 5.0),
    ),
    a_page=3,
    margin=0.5,
)  # fmt: skip


def forms(plan: Accounts) -> dict[str, Forms]:
    """The forms of this paper."""
    return {TITLE: forms_of(LAYOUT, refunds(plan))}


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: the vouchers from the number typed on 台账 on."""
    write_slips(grid, plan, LAYOUT, _entries(plan), refunds(plan))
    say_how_many(grid, plan, LAYOUT, "退款凭证", "<")


def _entries(plan: Accounts) -> dict[str, Entry]:
    """Key → entry, of everything on a voucher."""
    slips = refunds(plan)
    return {
        **heads(plan, slips, "退款凭证", "付款单位留存　"),
        **common(plan, slips),
        "payer": Entry("领款人", of(slips.all("payer")), "短文"),
        "item": item(plan, slips, "退还"),
        "remark": Entry("退款原因", of(slips.all("remark")), "短文"),
        "paid_by": Entry("付款单位", when(f'{plan.parameter("payee")}&""'), "短文"),
        "stamp": Entry("付款单位章", None),
        "signed": Entry("领款人签字", None),
        "date": Entry("领款日期", None),
        "gap": Entry("", None, "裁线"),
    }
