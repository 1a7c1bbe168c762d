"""合并账单: one page for an owner of several flats, with the total of all."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, made_by, number_of
from elevshare.workbook.papers.foreseen import foreseen
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow, headed, write_forms
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.papers.printed import PaperCount
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.consent.voters import voters
from elevshare.workbook.subjects.ledger.places import due_on
from elevshare.workbook.subjects.merged.tables import LINES, owners
from elevshare.workbook.subjects.reserve.words import fund_word

TITLE, ROLE = "合并账单", "单据"
ABOUT = "一人有几户的，几户合在一张缴款通知单上"

#: One bill on an A4 page, whose margins of 0.6 inch leave 755 points.
LAYOUT = PaperLayout(
    (16, 20, 12, 24),
    24.0,
    (
        PaperRow("title", 30.0), PaperRow("status", 20.0), PaperRow("number", 16.0),
        PaperRow("address"), PaperRow("owner count"), PaperRow("flats", 130.0),
        PaperRow("owed relief"), PaperRow("fund settled"), PaperRow("left back"), PaperRow("now until", 28.0), PaperRow("upper", 28.0),
        PaperRow("payee", 32.0), PaperRow("bank"), PaperRow("account"), PaperRow("remark"), PaperRow("contact"),
        PaperRow("note", 32.0), PaperRow("clerk checker"), PaperRow("owner_sign stamp"), PaperRow("cut", 16.0),
        PaperRow("stub"), PaperRow("stub_amount stub_date"),
    ),
)  # fmt: skip
_NOTE = "各户怎么算，见各户自己的账单；这张和各户的账单是同一笔钱，不要重复缴。应退的另外退，没有抵减应缴。"


def forms(plan: Plan) -> dict[str, Forms]:
    """The forms of this paper."""
    return {TITLE: Forms(owners(plan).all("bill"), LAYOUT.a_page, _count(plan).made(LAYOUT.a_page))}


def _count(plan: Plan) -> PaperCount:
    """How many bills there are, and how many were foreseen."""
    known = foreseen(plan.project, plan.flats, TITLE)
    return PaperCount(owners(plan), max(1, plan.flats // 2), known)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: as many bills as there can be owners of two flats."""
    form = LAYOUT.form(_entries(plan), owners(plan).all("bill"), "本页没有合并账单：没有一人几户的")
    write_forms(grid, plan, LAYOUT, form, _count(plan))


def _entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry, of everything on a bill."""
    number = when(number_of(plan, plan.shares, "合并-", plan.figure("period")))
    return {
        **headed("加装电梯费用缴款通知单（合并）", when(plan.mark), number),
        **_amounts(plan),
        **_account(plan),
        **{key: Entry(label, None) for key, label in _BY_HAND.items()},
        "cut": Entry("", when(f'"沿线剪下，存根由经办人留存　"&{made_by(plan)}'), "裁线"),
    }


_BY_HAND = {
    "clerk": "经办", "checker": "复核", "owner_sign": "业主签字", "stamp": "收款单位章", "stub_date": "签收日期",
}  # fmt: skip


def _amounts(plan: Plan) -> dict[str, Entry]:
    """The flats, and the sums of all of them."""
    rows = owners(plan)
    lines = "&".join(f"INDEX({rows.all(f'line{n}')},@)" for n in range(1, LINES + 1))
    fund = f"减：{fund_word(plan)}"
    labels = {
        "owed": "应缴合计",
        "relief": "减：减免",
        "fund": fund,
        "settled": "减：已缴",
        "left": "还欠合计",
        "back": "应退合计",
    }
    upper = f'"人民币"&INDEX({rows.all("upper")},@)'
    due = due_on(plan)
    return {
        "address": Entry("小区楼栋", when(address_of(plan))),
        "owner": Entry("业主", of(plan.shares.all("owner")), "短文"),
        "count": Entry("共几户", of(voters(plan).all("mates"), '&" 户"')),
        "flats": Entry("各户（元）", when(lines), "说明"),
        **{key: Entry(label, of(rows.all(key), "/100"), "金额") for key, label in labels.items()},
        "now": Entry("本次应缴", of(rows.all("now"), "/100"), "应缴"),
        "until": Entry("截止日期", when(f'IF({due}=0,"",{due})'), "日期"),
        "upper": Entry("金额大写", when(upper), "大写"),
        "stub": Entry(
            "存根", when(f'INDEX({plan.shares.all("owner")},@)&"　加装电梯费用（合并）"'), "短文"
        ),
        "stub_amount": Entry("本次应缴", of(rows.all("now"), "/100"), "金额"),
    }


def _account(plan: Plan) -> dict[str, Entry]:
    """The account to pay to, and a contact."""
    labels = {"payee": "收款户名", "bank": "开户银行", "account": "收款账号"}
    rows = owners(plan)
    rooms = "&".join(f"INDEX({rows.all(f'room{n}')},@)" for n in range(1, LINES + 1))

    def told(value: str) -> str:
        return when(f'IF(INDEX({rows.all("left")},@)=0,"",{value})')

    return {
        **{key: Entry(label, told(f'{plan.parameter(key)}&""')) for key, label in labels.items()},
        "remark": Entry("转账附言", told(f'{rooms}&"加梯款"')),
        "contact": Entry("咨询与异议", when(f'{plan.parameter("contact")}&""')),
        "note": Entry("说明", _NOTE, "说明"),
    }
