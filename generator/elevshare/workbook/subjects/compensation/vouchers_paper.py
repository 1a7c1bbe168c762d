"""补偿凭证: what a low household signs when it is paid, two on an A4 page."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, made_by, number_of
from elevshare.workbook.papers.foreseen import foreseen
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow, headed, write_forms
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.papers.printed import PaperCount
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.sources import COMPENSATION, basis_of
from elevshare.workbook.subjects.compensation.tables import households

TITLE, ROLE = "补偿凭证", "单据"
ABOUT = "付给低层住户补偿时签字的凭证，一页 A4 两户"

_SMALL, _TALL = 12.0, 28.5
#: Two vouchers on an A4 page, whose margins of 0.6 inch leave 755 points; the counterfoil is above.
LAYOUT = PaperLayout(
    (11, 25, 11, 25),
    17.25,
    (
        PaperRow("title", 24.0), PaperRow("status", 20.0), PaperRow("number", _SMALL),
        PaperRow("stub"), PaperRow("room owner"), PaperRow("stub_amount stub_sign"), PaperRow("stub_clerk stub_date"),
        PaperRow("cut", _SMALL), PaperRow("head"), PaperRow("address"), PaperRow("room owner"), PaperRow("storey area"),
        PaperRow("amount way", 20.25), PaperRow("upper", 20.25), PaperRow("words", _TALL), PaperRow("basis", _TALL),
        PaperRow("paid_by identity"), PaperRow("sign paid_on"), PaperRow("clerk checker"), PaperRow("approver stamp"),
        PaperRow("space", 3.0), PaperRow("gap", 3.0),
    ),
    a_page=2,
)  # fmt: skip


def forms(plan: Plan) -> dict[str, Forms]:
    """The forms of this paper."""
    return {
        TITLE: Forms(households(plan).all("bill"), LAYOUT.a_page, _count(plan).made(LAYOUT.a_page))
    }


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: a voucher for each household row; they are filled without gaps."""
    form = LAYOUT.form(_entries(plan), households(plan).all("bill"), "本页没有凭证：没有逐户的补偿")
    write_forms(grid, plan, LAYOUT, form, _count(plan))


def _count(plan: Plan) -> PaperCount:
    """How many vouchers there are, and how many were foreseen."""
    return PaperCount(households(plan), plan.flats, foreseen(plan.project, plan.flats, TITLE))


def _of(plan: Plan, key: str, tail: str = "") -> str:
    """The value of a column of 补偿 for the household of the voucher."""
    return of(households(plan).all(key), tail)


def _entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry, of everything on a voucher."""
    # The half that is cut off says itself what it is, and whether it is only a draft.
    draft = f'IF({plan.failed}=0,"","【草案】")&"补偿支付凭证　领款联（付款单位记账）　"'
    number = number_of(plan, households(plan), "补偿-")
    return {
        **headed("补偿支付凭证", when(plan.mark), when(number)),
        **_household(plan),
        **_amount(plan),
        **_signatures(plan),
        "head": Entry("", when(f"{draft}&{number}"), "节"),
    }


def _household(plan: Plan) -> dict[str, Entry]:
    """The household that is paid."""
    return {
        "address": Entry("小区楼栋", when(address_of(plan)), "短文"),
        "room": Entry("房号", _of(plan, "room")),
        "owner": Entry("业主", _of(plan, "owner"), "短文"),
        "storey": Entry("楼层", _of(plan, "storey", '&" 层"')),
        "area": Entry("建筑面积㎡", _of(plan, "area"), "面积"),
    }


def _amount(plan: Plan) -> dict[str, Entry]:
    """The amount and its calculation."""
    return {
        "amount": Entry("补偿金额", _of(plan, "amount"), "应缴"),
        "way": Entry("补偿取法", when(plan.parameter("payout_way"))),
        "upper": Entry(
            "金额大写", when(f'"人民币"&INDEX({households(plan).all("upper")},@)'), "大写"
        ),
        "words": Entry("怎么算", _of(plan, "words"), "说明"),
        "basis": Entry("补偿依据", when(basis_of(plan, COMPENSATION)), "说明"),
    }


def _signatures(plan: Plan) -> dict[str, Entry]:
    """The lines to fill in by hand, and the counterfoil."""
    by_hand = {
        "paid_by": "付款方式", "identity": "证件号码", "sign": "领款人签字", "paid_on": "领款日期",
        "clerk": "经办", "checker": "复核", "approver": "审批", "stamp": "付款单位章",
        "stub_sign": "领款人签字", "stub_clerk": "经办", "stub_date": "领款日期",
    }  # fmt: skip
    return {
        **{key: Entry(label, None) for key, label in by_hand.items()},
        "stub": Entry("", "存根联（经办人留存）", "节"),
        "stub_amount": Entry("补偿金额", _of(plan, "amount"), "金额"),
        "cut": Entry("", when(f'"沿线剪下　"&{made_by(plan)}'), "裁线"),
        "space": Entry("", None, "小字"),
        "gap": Entry("", None, "裁线"),
    }
