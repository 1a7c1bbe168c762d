"""The contents of a household's bill, and its layout on a whole or half page."""

from __future__ import annotations

from collections.abc import Callable

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.papers.address import made_by, number_of, place_of
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow, headed, sections
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.ledger.places import due_on
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.pools import paper as pools
from elevshare.workbook.subjects.reserve import tables as reserve

_HOUSEHOLD, _COSTS = "一、住户", "二、费用与本户分摊（元）"
_PAYMENT, _ACCOUNT = "三、本次缴款（元）", "四、收款账户"
_SMALL, _TALL = 16.0, 36.0

#: One bill on an A4 page, whose margins of 0.6 inch leave 755 points.
FULL = PaperLayout(
    (16, 20, 12, 24),
    19.5,
    (
        PaperRow("title", 28.0), PaperRow("status", 20.0), PaperRow("number", _SMALL),
        PaperRow(_HOUSEHOLD), PaperRow("estate place"), PaperRow("room owner"), PaperRow("storey area"),
        PaperRow("taking coefficient"), PaperRow("basis", _TALL),
        PaperRow(_COSTS), PaperRow("cost subsidy"), PaperRow("compensation net"), PaperRow("storey_amount storey_area"),
        PaperRow("due opt_out"), PaperRow("storey_words", _TALL), PaperRow("words", _TALL), PaperRow("tail", _TALL),
        PaperRow(_PAYMENT), PaperRow("relief fund"), PaperRow("paid brought"), PaperRow("arrival"),
        PaperRow("period now"), PaperRow("to_pay until"), PaperRow("upper"),
        PaperRow(_ACCOUNT), PaperRow("payee"), PaperRow("bank"), PaperRow("account"), PaperRow("remark"), PaperRow("contact"),
        PaperRow("clerk checker"), PaperRow("owner_sign stamp"), PaperRow("cut", _SMALL),
        PaperRow("stub_room stub_owner"), PaperRow("stub_amount stub_date"),
    ),
)  # fmt: skip
#: Two bills on an A4 page, whose margins of 0.45 inch above and below leave 777 points.
HALF = PaperLayout(
    (8.5, 9.5, 8.5, 9.5, 8.5, 9.5, 8.5, 11),
    16.5,
    (
        PaperRow("title", 19.5), PaperRow("status", 15.0), PaperRow("number", 10.5),
        PaperRow("estate place period", cells=(3, 1, 1)), PaperRow("room storey owner"),
        PaperRow("area taking coefficient opt_out"),
        PaperRow("basis", 25.5), PaperRow("cost subsidy compensation net"), PaperRow("storey_amount storey_area due", 18.0),
        PaperRow("storey_words", 25.5), PaperRow("words", 25.5), PaperRow("tail", 25.5),
        PaperRow("relief fund paid brought"), PaperRow("arrival now", cells=(5, 1)),
        PaperRow("to_pay upper", 21.0, (1, 5)), PaperRow("payee bank"), PaperRow("account remark"),
        PaperRow("contact until", cells=(5, 1)), PaperRow("clerk checker owner_sign stamp", 19.5),
        PaperRow("cut", 12.0), PaperRow("stub_room stub_owner stub_amount stub_date"),
        PaperRow("space", 1.5), PaperRow("gap", 3.0),
    ),
    "半页",
    2,
    0.45,
)  # fmt: skip


def full(plan: Plan) -> PaperLayout:
    """The layout of a whole page for this book."""
    # What is carried of the gap takes a third line.
    more = {"words": PaperRow("words", 46.0), "tail": PaperRow("tail", 30.0)}
    layout = FULL.with_rows({}, more) if plan.carriers else FULL
    return reserve.full(plan, others.full(plan, pools.full(plan, layout)))


def half(plan: Plan) -> PaperLayout:
    """The layout of half a page for this book."""
    return reserve.half(plan, others.half(plan, pools.half(plan, HALF)))


def entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry, of everything on a bill."""
    return {
        **headed("加装电梯费用缴款通知单", when(plan.mark), _number(plan)),
        **sections(_HOUSEHOLD, _COSTS, _PAYMENT, _ACCOUNT),
        **_household(plan),
        **_costs(plan),
        **_share(plan),
        **pools.entries(plan),
        **others.entries(plan),
        **_payment(plan),
        **_account(plan),
        **foot(plan),
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
        "estate": Entry("小区", when(f'{plan.parameter("estate")}&""')),
        "place": Entry("楼栋单元", when(place_of(plan))),
        "room": Entry("房号", _of(plan, "room")),
        "owner": Entry("业主", _of(plan, "owner")),
        "storey": Entry("楼层", storey_of(plan)),
        "area": Entry("建筑面积㎡", _of(plan, "area"), "面积"),
        "taking": Entry("是否参与", _taking(plan)),
        "coefficient": Entry("计入系数", _of(plan, "coefficient"), "系数"),
        "basis": Entry("分摊依据", when(plan.basis), "说明"),
    }


def storey_of(plan: Plan) -> str:
    """The household's storey, as text."""
    if not plan.terms:
        return _of(plan, "storey", '&" 层"')
    storey = f"INDEX({plan.shares.all('storey_no')},@)"
    return when(f'IF({storey}<1,"一层以下",{storey}&" 层")')


def _costs(plan: Plan) -> dict[str, Entry]:
    """The entries from the cost to the net amount."""
    labels = {
        "cost": "总费用",
        "subsidy": "减：补贴",
        "compensation": "加：补偿支出",
        "net": "应分摊净额",
    }
    return {key: Entry(label, when(plan.figure_yuan(key)), "金额") for key, label in labels.items()}


def _share(plan: Plan) -> dict[str, Entry]:
    """The amounts of the storey and of the household, with the calculation in words."""
    storey_table, storey = plan.storey_table, f"INDEX({plan.shares.all(plan.placing)},@)"

    def of_storey(key: str) -> str:
        found = f"INDEX({storey_table.all(key)},{storey})"
        if plan.terms:  # a household with terms of its own has no part in its storey's amount
            inside = f"AND({storey}>0,{storey}<={plan.storeys})"
            apart = _apart(plan) if key == "words" else '""'
            at = f"MAX(1,MIN({plan.storeys},{storey}))"
            found = f"IF({inside},INDEX({storey_table.all(key)},{at}),{apart})"
        return when(found)

    return {
        "storey_amount": Entry("本层金额", of_storey("amount"), "金额"),
        "storey_area": Entry(*_storey_area(plan, of_storey), "面积"),
        "due": Entry("本户应分摊", _of(plan, "due"), "应缴"),
        "opt_out": Entry("退出份额", when(plan.parameter("opt_out"))),
        "storey_words": Entry("本层怎么算", of_storey("words"), "说明"),
        "words": Entry("本户怎么算", _of(plan, "words"), "说明"),
        "tail": Entry("尾差去向", _of(plan, "tail_words"), "说明"),
    }


def _storey_area(plan: Plan, of_storey: Callable[[str], str]) -> tuple[str, str]:
    """Label and formula of the area of the storey that its amount is divided by."""
    if not plan.carriers:
        return "本层参与㎡", of_storey("taking_area")
    every, taking = (of_storey(key).removeprefix("=") for key in ("area", "taking_area"))
    return "本层计入㎡", f"=IF({plan.figure('chosen')}=1,{every},{taking})"


def _apart(plan: Plan) -> str:
    """Why a household has no part in its storey's amount, as text."""
    why = f'INDEX({plan.households.all("reason")},@)&""'
    agreed = f'IF({why}="","本户另有约定，不按本层的系数","本户另有约定："&{why})'
    out = f"INDEX({plan.shares.all('level')},@)=0"
    return f'IF(AND({out},INDEX({plan.shares.all("own_no")},@)<0),"本户在一层以下，没有楼层系数",{agreed})'


def _taking(plan: Plan) -> str:
    """Whether the household takes part, and that it has terms of its own."""
    if not plan.terms:
        return _of(plan, "taking")
    word = f"INDEX({plan.shares.all('taking')},@)"
    return when(f'IF(OR({word}="是",{word}="否"),{word},"是（"&{word}&"）")')


def _payment(plan: Plan) -> dict[str, Entry]:
    """The entries from the household's share to the amount payable now."""
    due, period = due_on(plan), plan.figure("period")

    def yuan(key: str) -> str:
        return _of(plan, key, "/100")

    return {
        "relief": Entry("减：减免", yuan("relief"), "金额"),
        "fund": Entry("减：公积金", yuan(reserve.own_fund(plan)), "金额"),
        **reserve.entries(plan),
        "paid": Entry("减：已缴", yuan("paid"), "金额"),
        "brought": Entry("上期结转", yuan("brought"), "金额"),
        "arrival": Entry("补贴到账", _of(plan, "arrival")),
        "period": Entry("期次", when(f'"第 "&{period}&" 期，共 "&{plan.figure("periods")}&" 期"')),
        "now": Entry("本期应缴", yuan("now"), "金额"),
        "to_pay": Entry("本次应缴", yuan("to_pay"), "应缴"),
        "until": Entry("截止日期", when(f'IF({due}=0,"",{due})'), "日期"),
        "upper": Entry("金额大写", when(f'"人民币"&INDEX({plan.shares.all("upper")},@)'), "大写"),
    }


def _account(plan: Plan) -> dict[str, Entry]:
    """The account to pay to, and a contact."""
    room, owner = (f"INDEX({plan.shares.all(key)},@)" for key in ("room", "owner"))
    labels = {
        "payee": "收款户名",
        "bank": "开户银行",
        "account": "收款账号",
        "contact": "咨询与异议",
    }
    return {
        **{key: Entry(label, when(f'{plan.parameter(key)}&""')) for key, label in labels.items()},
        "remark": Entry("转账附言", when(f'{room}&{owner}&"加梯款"')),
    }


def foot(plan: Accounts) -> dict[str, Entry]:
    """The signatures, and the stub to cut off."""
    return {
        "clerk": Entry("经办", None),
        "checker": Entry("复核", None),
        "owner_sign": Entry("业主签字", None),
        "stamp": Entry("收款单位章", None),
        "cut": Entry("", when(f'"沿线剪下，存根由经办人留存　"&{made_by(plan)}'), "裁线"),
        "stub_room": Entry("存根：房号", _of(plan, "room")),
        "stub_owner": Entry("业主", _of(plan, "owner")),
        "stub_amount": Entry("本次应缴", _of(plan, "to_pay", "/100"), "金额"),
        "stub_date": Entry("签收日期", None),
        "space": Entry("", None, "小字"),
        "gap": Entry("", None, "裁线"),
    }
