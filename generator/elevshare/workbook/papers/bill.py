"""The contents of a household's bill, and its layout on a whole or half page."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.papers import bill_sum
from elevshare.workbook.papers.address import made_by, number_of, place_of
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow, headed, sections
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import billing as late
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.pools import paper as pools
from elevshare.workbook.subjects.reserve import tables as reserve
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.sharing.wording import SHARED

_HOUSEHOLD, _COSTS = "一、住户", "二、费用与本户分摊（元）"
_PAYMENT, _ACCOUNT = "三、缴款（元）", "四、收款账户"
_SMALL, _LINES = 16.0, 28.0

#: One bill on an A4 page, whose margins of 0.45 inch above and below leave 777 points.
FULL = PaperLayout(
    (16, 20, 12, 24),
    19.5,
    (
        PaperRow("title", 28.0), PaperRow("status", 20.0), PaperRow("number", _SMALL),
        PaperRow(_HOUSEHOLD), PaperRow("address"), PaperRow("room owner"), PaperRow("storey area"),
        PaperRow("taking coefficient"), PaperRow("basis", _LINES),
        PaperRow(_COSTS), PaperRow("cost subsidy"), PaperRow("compensation net"),
        PaperRow("storey_words", 42.0), PaperRow("words", 42.0),
        PaperRow(_PAYMENT), PaperRow("due ahead"), PaperRow("total relief"), PaperRow("fund paid"),
        PaperRow("left period"), PaperRow("periods", 57.0), PaperRow("arrival"),
        PaperRow("to_pay until"), PaperRow("upper"),
        PaperRow(_ACCOUNT), PaperRow("payee", 30.0), PaperRow("bank"), PaperRow("account"), PaperRow("remark"), PaperRow("contact"),
        PaperRow("clerk checker"), PaperRow("owner_sign stamp"), PaperRow("cut", _SMALL),
        PaperRow("stub"), PaperRow("stub_amount stub_date"),
    ),
    margin=0.45,
)  # fmt: skip
#: Two bills on an A4 page, whose margins of 0.45 inch above and below leave 777 points.
HALF = PaperLayout(
    (8.5, 9.5, 8.5, 9.5, 8.5, 9.5, 8.5, 11),
    15.0,
    (
        PaperRow("title", 18.0), PaperRow("status", 15.0), PaperRow("number", 10.5),
        PaperRow("address"), PaperRow("room storey owner"), PaperRow("area taking coefficient"),
        PaperRow("basis", 25.0), PaperRow("cost subsidy compensation net"),
        PaperRow("storey_words", 25.0), PaperRow("words", 25.0),
        PaperRow("due ahead total relief"), PaperRow("fund paid left"),
        PaperRow("in_line", 36.0), PaperRow("arrival"),
        PaperRow("to_pay upper", 17.0, (1, 5)), PaperRow("payee"), PaperRow("bank"), PaperRow("account remark"),
        PaperRow("contact until", cells=(5, 1)), PaperRow("clerk checker owner_sign stamp", 16.0),
        PaperRow("cut", 11.0), PaperRow("stub stub_amount stub_date", cells=(3, 1, 1)),
        PaperRow("space", 1.5), PaperRow("gap", 3.0),
    ),
    "半页",
    2,
    0.45,
)  # fmt: skip
#: The lowest height of a row of plain text; rows that a bill does without where there is no room.
_LOWEST, _HIGHEST = 15.0, 16.5
_SPARED = ("basis", "clerk checker", "area taking coefficient", "arrival", "contact", "pool_words",
           "storey_words", "clerk checker owner_sign stamp")  # fmt: skip


def full(plan: Plan) -> PaperLayout:
    """The layout of a whole page for this book."""
    # What is carried of the gap takes a third line.
    layout = FULL.with_rows({}, {"words": PaperRow("words", 54.0)}) if plan.carriers else FULL
    if plan.has(Topic.SETTLEMENT):
        # Three lines of text.
        layout = layout.with_rows({"words": PaperRow("settled_words", 44.0)})
    for subject in (pools, others, reserve, late):
        layout = subject.full(plan, layout)
    return layout.thinned(_SPARED, _LOWEST, FULL.height)


def half(plan: Plan) -> PaperLayout:
    """The layout of half a page for this book."""
    more = {"words": PaperRow("words", 36.0)}
    layout = HALF.with_rows({}, more) if plan.carriers else HALF
    if plan.has(Topic.SETTLEMENT):
        layout = layout.with_rows({"words": PaperRow("settled_words", 36.0)})
    for subject in (pools, others, reserve, late):
        layout = subject.half(plan, layout)
    return layout.thinned(_SPARED, _LOWEST, _HIGHEST)


def entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry, of everything on a bill."""
    idle = f"INDEX({plan.shares.all('idle')},@)=1"
    title = f'="加装电梯费用"&IF(@=0,"缴款通知单",IF({idle},"确认单","缴款通知单"))'
    return {
        **headed(title, when(plan.mark), _number(plan)),
        **sections(_HOUSEHOLD, _PAYMENT, _ACCOUNT),
        _COSTS: Entry("", _costs_title(plan), "节"),
        **_household(plan),
        **_costs(plan),
        **_share(plan),
        **pools.entries(plan),
        **others.entries(plan),
        **reserve.entries(plan),
        **late.entries(plan),
        **bill_sum.entries(plan),
        **_account(plan),
        **_signed(plan),
        **bill_sum.stub(plan),
    }


def _of(plan: Accounts, key: str, tail: str = "") -> str:
    """A column's value for the household of the bill."""
    return of(plan.shares.all(key), tail)


def _number(plan: Plan) -> str:
    """Building, entrance, room and instalment."""
    return when(number_of(plan, plan.shares, tail=plan.figure("period")))


def _household(plan: Plan) -> dict[str, Entry]:
    """The entries that identify the flat and its owner."""
    return {
        "address": Entry(
            "小区楼栋", when(f'TRIM({plan.parameter("estate")}&" "&{place_of(plan)})')
        ),
        "room": Entry("房号", _of(plan, "room")),
        "owner": Entry("业主", _of(plan, "owner"), "短文"),
        "storey": Entry("楼层", storey_of(plan)),
        "area": Entry("建筑面积㎡", _of(plan, "area"), "面积"),
        "taking": Entry("是否参与", when(late.taking(plan, _taking(plan)))),
        "coefficient": Entry("本层系数", _of(plan, "coefficient"), "系数"),
        "basis": Entry("分摊依据", when(plan.basis), "说明"),
    }


def storey_of(plan: Plan) -> str:
    """The household's storey, as text."""
    if not plan.terms:
        return _of(plan, "storey", '&" 层"')
    storey = f"INDEX({plan.shares.all('storey_no')},@)"
    return when(f'IF({storey}<1,"一层以下",{storey}&" 层")')


def _costs_title(plan: Plan) -> str:
    """The heading above the costs, which are those planned once everything is settled."""
    if not plan.has(Topic.SETTLEMENT):
        return _COSTS
    planned = _COSTS.replace("（", "（计划，")
    return f'=IF({settled.figure(plan, "ready")}=1,"{planned}","{_COSTS}")'


def _costs(plan: Plan) -> dict[str, Entry]:
    """The entries from the cost to the net amount."""
    labels = {
        "cost": "总费用",
        "subsidy": "减：补贴",
        "compensation": "加：补偿支出",
        "net": SHARED,
    }
    return {key: Entry(label, when(plan.figure_yuan(key)), "金额") for key, label in labels.items()}


def _share(plan: Plan) -> dict[str, Entry]:
    """How the amounts of the storey and of the household come about, in words."""
    words = f"INDEX({plan.shares.all('words')},@)"
    found = {
        "storey_words": Entry(
            "本层怎么算", when(late.unless_joined(plan, _storey_words(plan))), "说明"
        ),
        "words": Entry("本户怎么算", when(late.working(plan, words)), "说明"),
    }
    if plan.has(Topic.SETTLEMENT):
        found["settled_words"] = Entry("决算", _of(plan, "settled_words"), "说明")
    return found


def _storey_words(plan: Plan) -> str:
    """How the amount of the storey comes about."""
    words, storey = plan.storey_table.all("words"), f"INDEX({plan.shares.all(plan.placing)},@)"
    if not plan.terms:
        return f"INDEX({words},{storey})"
    # A household with terms of its own has no part in its storey's amount.
    inside = f"AND({storey}>0,{storey}<={plan.storeys})"
    at = f"MAX(1,MIN({plan.storeys},{storey}))"
    return f"IF({inside},INDEX({words},{at}),{_apart(plan)})"


def _apart(plan: Plan) -> str:
    """Why a household has no part in its storey's amount, as text."""
    why = f'INDEX({plan.households.all("reason")},@)&""'
    agreed = f'IF({why}="","本户另有约定，不按本层的系数","本户另有约定："&{why})'
    out = f"INDEX({plan.shares.all('level')},@)=0"
    return f'IF(AND({out},INDEX({plan.shares.all("own_no")},@)<0),"本户在一层以下，没有楼层系数",{agreed})'


def _taking(plan: Plan) -> str:
    """Whether the household takes part, and that it has terms of its own, as part of a formula."""
    word = f"INDEX({plan.shares.all('taking')},@)"
    if not plan.terms:
        return word
    return f'IF(OR({word}="是",{word}="否"),{word},"是（"&{word}&"）")'


def _account(plan: Plan) -> dict[str, Entry]:
    """The account to pay to, and a contact."""
    room = f"INDEX({plan.shares.all('room')},@)"
    labels = {"payee": "收款户名", "bank": "开户银行", "account": "收款账号"}

    def told(value: str) -> str:
        return when(bill_sum.if_owing(plan, value))

    return {
        **{key: Entry(label, told(f'{plan.parameter(key)}&""')) for key, label in labels.items()},
        "remark": Entry("转账附言", told(f'{room}&"加梯款"')),
        "contact": Entry("咨询与异议", when(f'{plan.parameter("contact")}&""')),
    }


def foot(plan: Accounts) -> dict[str, Entry]:
    """The signatures, and the stub to cut off, of a bill of any family."""
    return {
        **_signed(plan),
        "stub_room": Entry("存根：房号", _of(plan, "room")),
        "stub_owner": Entry("业主", _of(plan, "owner")),
        "stub_amount": Entry("本次应缴", _of(plan, "to_pay", "/100"), "金额"),
    }


def _signed(plan: Accounts) -> dict[str, Entry]:
    """The signatures, and where the stub is cut off."""
    return {
        "clerk": Entry("经办", None),
        "checker": Entry("复核", None),
        "owner_sign": Entry("业主签字", None),
        "stamp": Entry("收款单位章", None),
        "cut": Entry("", when(f'"沿线剪下，存根由经办人留存　"&{made_by(plan)}'), "裁线"),
        "stub_date": Entry("签收日期", None),
        "space": Entry("", None, "小字"),
        "gap": Entry("", None, "裁线"),
    }
