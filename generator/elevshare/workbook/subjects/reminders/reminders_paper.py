"""催缴单: a reminder for each household that is overdue on 对账日期, two on an A4 page."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, number_of
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow, headed, write_forms
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.papers.printed import PaperCount
from elevshare.workbook.subjects.ledger.places import collected
from elevshare.workbook.subjects.reserve.words import fund_word

TITLE, ROLE = "催缴单", "单据"
ABOUT = "逾期的户一户一张，一页 A4 两张"

#: Reminders in the print area as the book is made: few are ever needed.
PRINTED = 2
LAYOUT = PaperLayout(
    (12, 24, 12, 24),
    27.0,
    (
        PaperRow("title", 34.0), PaperRow("status", 22.0), PaperRow("number", 16.0),
        PaperRow("address"), PaperRow("room owner"), PaperRow("until settled"),
        PaperRow("overdue since", 30.0), PaperRow("words", 48.0), PaperRow("payee"),
        PaperRow("bank"), PaperRow("account contact"), PaperRow("stamp day", 36.0), PaperRow("gap", 6.0),
    ),
    a_page=2,
)  # fmt: skip


def forms(plan: Accounts) -> dict[str, Forms]:
    """The forms of this paper."""
    made = _count(plan).made(LAYOUT.a_page)
    return {TITLE: Forms(collected(plan).all("reminder"), LAYOUT.a_page, made)}


def _count(plan: Accounts) -> PaperCount:
    """How many reminders there are, and how many were foreseen."""
    return PaperCount(collected(plan), plan.flats, min(PRINTED, plan.flats), "reminder")


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: a form for each household row; they are filled without gaps."""
    rows = collected(plan)
    form = LAYOUT.form(
        _entries(plan), rows.all("reminder"), "本页没有：没有逾期的户，或没有填对账日期"
    )
    write_forms(grid, plan, LAYOUT, form, _count(plan))


def _entries(plan: Accounts) -> dict[str, Entry]:
    """Key → entry, of everything on a reminder."""
    rows, item = collected(plan), plan.account.item
    settled = f"({{0}}+INDEX({rows.all('settled')},@)/100)"
    since, as_of = f"INDEX({rows.all('since')},@)", plan.number("as_of")
    funded = "fund" in plan.shares.columns
    paid = f"已缴（含{fund_word(plan)}）" if funded else "已缴"
    day = f'TEXT({as_of},"yyyy-mm-dd")'
    owed = f"FIXED(INDEX({rows.all('overdue')},@),2)"
    words = f'"截至 "&{day}&"，贵户{item}还有 "&{owed}&" 元到期未缴，请尽快缴到下面的账户。已经缴了的，请带凭证来核对。"'
    return {
        **headed(when(f'"{item}催缴单"'), when(plan.mark), when(number_of(plan, rows, "催-"))),
        "address": Entry("地址", when(address_of(plan)), "短文"),
        "room": Entry("房号", of(rows.all("room")), "短文"),
        "owner": Entry("业主", of(rows.all("owner")), "短文"),
        "until": Entry("到期应缴", of(rows.all("until_fen"), "/100"), "金额"),
        "settled": Entry(paid, when(settled.format("0")), "金额"),
        "overdue": Entry("逾期未缴", of(rows.all("overdue")), "应缴"),
        "since": Entry(
            "到期日", when(f'IF({since}=0,"见缴款通知单",TEXT({since},"yyyy-mm-dd"))'), "短文"
        ),
        "words": Entry("说明", when(words), "说明"),
        **_account(plan),
        "stamp": Entry("单位章", None),
        "day": Entry("日期", when(day), "短文"),
        "gap": Entry("", None, "裁线"),
    }


def _account(plan: Accounts) -> dict[str, Entry]:
    """Where to pay, and whom to ask."""
    labels = {"payee": "收款户名", "bank": "开户银行", "account": "收款账号", "contact": "联系电话"}
    return {
        key: Entry(label, when(f'{plan.parameter(key)}&""'), "短文")
        for key, label in labels.items()
    }
