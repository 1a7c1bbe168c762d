"""收费单: the households' bills, two on an A4 page."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.amount_text import grouped
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.papers.address import address_of, number_of
from elevshare.workbook.papers.bill import foot
from elevshare.workbook.papers.foreseen import foreseen
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow, headed, write_forms
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.papers.printed import PaperCount

TITLE, ROLE = "收费单", "单据"
ABOUT = "电梯使用费缴款通知单，一页 A4 两户"

#: What a bill says instead of an amount of 0.
NOTHING = "不用缴款"
#: Heights in points: of small print, of two lines, and of the account with the longest names.
_SMALL, _TALL, _ACCOUNT = 12.5, 30.0, 44.0
#: With a ledger, a bill also says what the dues of earlier periods consist of.
_PAST = PaperRow("past")
#: Two bills on an A4 page, whose margins of 0.45 inch leave 777 points.
_LAYOUT = PaperLayout(
    (14, 22, 12, 24),
    15.0,
    (
        PaperRow("title", 22.0), PaperRow("status", 17.0), PaperRow("number", _SMALL),
        PaperRow("place"), PaperRow("room owner"), PaperRow("storey standard"), PaperRow("period"),
        PaperRow("fee arrears"), PaperRow("paid relief"), _PAST,
        PaperRow("due carried", 17.0), PaperRow("upper", 17.0), PaperRow("words", _TALL), PaperRow("account", _ACCOUNT),
        PaperRow("contact"), PaperRow("basis", _TALL), PaperRow("until"), PaperRow("clerk stamp"), PaperRow("cut", 12.0),
        PaperRow("stub_room stub_owner"), PaperRow("stub_amount owner_sign"), PaperRow("gap", 6.0),
    ),
    a_page=2,
    margin=0.45,
)  # fmt: skip
_WITHOUT = PaperLayout(
    _LAYOUT.widths, _LAYOUT.height, tuple(row for row in _LAYOUT.rows if row is not _PAST),
    a_page=_LAYOUT.a_page, margin=_LAYOUT.margin,
)  # fmt: skip


def layout(plan: LeasePlan) -> PaperLayout:
    """The layout of a bill on half a page."""
    return _LAYOUT if plan.has(Topic.LEDGER) else _WITHOUT


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet: as many bills as household rows; bills are filled without gaps."""
    chosen = layout(plan)
    form = chosen.form(entries(plan), plan.shares.all("bill"), "本页没有收费单")
    write_forms(grid, plan, chosen, form, count(plan), alone=True)


def count(plan: LeasePlan) -> PaperCount:
    """How many bills there are, and how many were foreseen."""
    return PaperCount(plan.shares, plan.flats, foreseen(plan.project, plan.flats, TITLE))


def entries(plan: LeasePlan) -> dict[str, Entry]:
    """Key → entry, of everything on a bill."""
    title = "电梯使用费缴款通知单"
    return {
        **headed(title, when(plan.mark), _number(plan)),
        **_household(plan),
        **_payment(plan),
        **foot(plan),
        **_amounts(plan),
    }


def _of(plan: LeasePlan, key: str, tail: str = "") -> str:
    """A column's value for the household of the bill."""
    return of(plan.shares.all(key), tail)


def _number(plan: LeasePlan) -> str:
    """Building, room and months, as text."""
    months = f'{plan.figure("first")}&"-"&{plan.figure("last")}'
    return when(number_of(plan, plan.shares, tail=months))


def _household(plan: LeasePlan) -> dict[str, Entry]:
    """The flat, its fees, and the billed months."""
    place = address_of(plan)
    unit = (
        f"INDEX({plan.shares.all('unit')},@)" if plan.has(Topic.TERMS) else plan.parameter("charge")
    )
    standard = f"INDEX({plan.shares.all('standard_fen')},@)/100"
    return {
        "place": Entry("小区楼栋", when(place), "短文"),
        "room": Entry("房号", _of(plan, "room")),
        "owner": Entry("业主", _of(plan, "owner"), "短文"),
        "storey": Entry("楼层", _of(plan, "storey", '&" 层"')),
        "standard": Entry("收费标准", when(f'{grouped(standard)}&" "&{unit}')),
        "period": Entry("本期", when(plan.period_words)),
    }


def _amounts(plan: LeasePlan) -> dict[str, Entry]:
    """The period's fee, and what is to be paid now."""
    ledger = plan.has(Topic.LEDGER)
    before = "加：以前应缴" if ledger else "加：以前欠"
    paid = "减：本年已缴" if ledger else "减：已缴"
    past = {"past": Entry("以前怎么来", _of(plan, "past"), "说明")} if ledger else {}
    due, left, upper = (f"INDEX({plan.shares.all(key)},@)" for key in ("to_pay", "left", "upper"))
    asked = when(f'IF({due}>0,{due}/100,"{NOTHING}")')
    return {
        "fee": Entry("本期费用", _of(plan, "fee"), "金额"),
        "arrears": Entry(before, _of(plan, "arrears"), "金额"),
        "paid": Entry(paid, _of(plan, "paid"), "金额"),
        "relief": Entry("减：减免", _of(plan, "relief"), "金额"),
        "due": Entry("本次应缴", asked, "应缴"),
        "carried": Entry("多缴，抵下期", when(f'IF({left}>0,{left}/100,"没有 ")'), "金额"),
        "upper": Entry("金额大写", when(f'IF({due}>0,"人民币"&{upper},"本户{NOTHING}")'), "大写"),
        "stub_owner": Entry("业主", _of(plan, "owner"), "短文"),
        "stub_amount": Entry("本次应缴", asked, "金额"),
        "words": Entry("费用怎么来", _of(plan, "words"), "说明"),
        **past,
    }


def _payment(plan: LeasePlan) -> dict[str, Entry]:
    """The payee, the deadline, and the basis of the fee."""
    p, due = plan.parameter, plan.number("due_date")
    asked = f"INDEX({plan.shares.all('to_pay')},@)"
    account = f'"户名："&{p("payee")}&"　开户行："&{p("bank")}&"　账号："&{p("account")}'
    remark = f'INDEX({plan.shares.all("room")},@)&"电梯费"'
    paid_with = f'{account}&"　附言请写："&{remark}'
    return {
        "account": Entry("收款账户", when(f'IF({asked}>0,{paid_with},"")'), "说明"),
        "until": Entry("截止日期", when(f'IF({due}=0,"",{due})'), "日期"),
        "contact": Entry("咨询与异议", when(f'{p("contact")}&""'), "短文"),
        "basis": Entry("收费依据", when(plan.basis), "说明"),
    }
