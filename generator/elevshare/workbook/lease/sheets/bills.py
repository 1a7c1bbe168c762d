"""收费单: the households' bills, two on an A4 page."""

from __future__ import annotations

from elevshare.leasing import year_of
from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.papers.address import address_of, number_of
from elevshare.workbook.papers.bill import foot
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow, headed, write_forms
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.papers.printed import PaperCount, foreseen

TITLE, ROLE = "收费单", "单据"
ABOUT = "电梯使用费缴款通知单，一页 A4 两户"

_SMALL, _TALL = 12.5, 27.5
#: With a ledger, a bill also has the dues and payments of earlier periods.
_PAST = PaperRow("past", _TALL)
#: Two bills on an A4 page, whose margins of 0.45 inch leave 777 points.
_LAYOUT = PaperLayout(
    (14, 22, 12, 24),
    14.5,
    (
        PaperRow("title", 22.0), PaperRow("status", 15.5), PaperRow("number", _SMALL),
        PaperRow("place"), PaperRow("room owner"), PaperRow("storey standard"), PaperRow("period"),
        PaperRow("fee arrears"), PaperRow("paid relief"), PaperRow("due carried", 16.5), PaperRow("upper", 16.5),
        PaperRow("words", _TALL), _PAST, PaperRow("account", _TALL), PaperRow("until remark"), PaperRow("contact"),
        PaperRow("basis", _TALL), PaperRow("clerk checker"), PaperRow("owner_sign stamp"), PaperRow("cut", 13.5),
        PaperRow("stub_room stub_owner"), PaperRow("stub_amount stub_date"), PaperRow("gap", 6.0),
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
    count = PaperCount(plan.shares, plan.flats, _foreseen(plan))
    write_forms(grid, plan, chosen, form, count, alone=True)


def _foreseen(plan: LeasePlan) -> int:
    """The households that pay a fee as the book is made; all where nobody does yet."""
    project = plan.project
    paying = (flat.taking_part and year_of(project, flat) > 0 for flat in project.flats)
    return sum(paying) or foreseen(plan)


def entries(plan: LeasePlan) -> dict[str, Entry]:
    """Key → entry, of everything on a bill."""
    title = "电梯使用费缴款通知单"
    return {
        **headed(title, when(plan.mark), _number(plan)),
        **_household(plan),
        **_amounts(plan),
        **_payment(plan),
        **foot(plan),
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
        "place": Entry("小区楼栋", when(place)),
        "room": Entry("房号", _of(plan, "room")),
        "owner": Entry("业主", _of(plan, "owner")),
        "storey": Entry("楼层", _of(plan, "storey", '&" 层"')),
        "standard": Entry("收费标准", when(f'TEXT({standard},"0.00")&" "&{unit}')),
        "period": Entry("本期", when(plan.period_words)),
    }


def _amounts(plan: LeasePlan) -> dict[str, Entry]:
    """The period's fee, and what is to be paid now."""
    ledger = plan.has(Topic.LEDGER)
    before = "加：以前应缴" if ledger else "加：欠费"
    past = {"past": Entry("以前各期", _of(plan, "past"), "说明")} if ledger else {}
    upper = f'"人民币"&INDEX({plan.shares.all("upper")},@)'
    return {
        "fee": Entry("本期费用", _of(plan, "fee"), "金额"),
        "arrears": Entry(before, _of(plan, "arrears"), "金额"),
        "paid": Entry("减：已缴", _of(plan, "paid"), "金额"),
        "relief": Entry("减：减免", _of(plan, "relief"), "金额"),
        "due": Entry("本次应缴", _of(plan, "due"), "应缴"),
        "carried": Entry("结余", _of(plan, "carried"), "金额"),
        "upper": Entry("金额大写", when(upper), "大写"),
        "words": Entry("费用怎么来", _of(plan, "words"), "说明"),
        **past,
    }


def _payment(plan: LeasePlan) -> dict[str, Entry]:
    """The payee, the deadline, and the basis of the fee."""
    p, due = plan.parameter, plan.number("due_date")
    account = f'"户名："&{p("payee")}&"　开户行："&{p("bank")}&"　账号："&{p("account")}'
    remark = f'INDEX({plan.shares.all("room")},@)&INDEX({plan.shares.all("owner")},@)&"电梯费"'
    return {
        "account": Entry("收款账户", when(account), "说明"),
        "until": Entry("截止日期", when(f'IF({due}=0,"",{due})'), "日期"),
        "remark": Entry("转账附言", when(remark)),
        "contact": Entry("咨询与异议", when(f'{p("contact")}&""')),
        "basis": Entry("收费依据", when(plan.basis), "说明"),
    }
