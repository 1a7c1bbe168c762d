"""公积金证明: the paper to draw from the provident fund, one A4 page for a household."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, made_by, number_of
from elevshare.workbook.papers.bill import storey_of
from elevshare.workbook.papers.foreseen import foreseen
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.layout import (
    Entry,
    PaperLayout,
    PaperRow,
    headed,
    sections,
    write_forms,
)
from elevshare.workbook.papers.paper import of, when
from elevshare.workbook.papers.printed import PaperCount
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.sources import FUND, basis_of
from elevshare.workbook.subjects.fund.certificates import deadline
from elevshare.workbook.subjects.fund.tables import households
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.pools import paper as pools
from elevshare.workbook.subjects.reserve import tables as reserve
from elevshare.workbook.subjects.settlement.places import actual, figure

TITLE, ROLE = "公积金证明", "单据"
ABOUT = "交给住房公积金管理中心的分摊证明，一户一页 A4"

_HOUSE, _COSTS, _SHARE = "一、房屋与业主", "二、全部费用（元）", "三、本户分摊与可提金额（元）"
_APPLICANT = "四、申请与盖章"
_STATEMENT = (
    "兹证明：下列房屋所在的单元加装电梯，建设费用由参与的住户按下列依据分摊，"
    "本户应承担的金额如下。本证明供该户申请提取住房公积金之用。"
)
_LIMITS = (
    "各户应分摊合计等于大家分摊的钱；本户自己出的已扣除补贴和减免，不含运行维护费；最多可提是全家合计的限额。"
    "能否提取、提取多少，以住房公积金管理中心核定为准。"
)
_SMALL, _TALL, _WORDS = 16.0, 36.0, 48.0
LAYOUT = PaperLayout(
    (14, 22, 14, 22),
    21.75,
    (
        PaperRow("title", 29.0), PaperRow("status", 20.0), PaperRow("number", _SMALL),
        PaperRow("addressee"), PaperRow("statement", _WORDS),
        PaperRow(_HOUSE), PaperRow("address", _TALL), PaperRow("owner identity"), PaperRow("storey area"),
        PaperRow(_COSTS), PaperRow("cost subsidy"), PaperRow("compensation net"), PaperRow("basis", _TALL),
        PaperRow(_SHARE), PaperRow("due relief"), PaperRow("upper"), PaperRow("words", _TALL), PaperRow("own limit"),
        PaperRow("used rest"), PaperRow("paid until"), PaperRow("rule", _TALL), PaperRow("limits", _WORDS),
        PaperRow(_APPLICANT), PaperRow("applicant relation"), PaperRow("clerk checker"),
        PaperRow("owner_sign stamp", _WORDS), PaperRow("signed issued"), PaperRow("foot", _SMALL),
    ),
)  # fmt: skip


def forms(plan: Plan) -> dict[str, Forms]:
    """The forms of this paper."""
    return {TITLE: Forms(households(plan).all("bill"), _layout(plan).a_page, _count(plan).made(1))}


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: a certificate for each household row; filled without gaps."""
    layout = _layout(plan)
    form = layout.form(_entries(plan), households(plan).all("bill"), "本页没有证明")
    write_forms(grid, plan, layout, form, _count(plan))


def _count(plan: Plan) -> PaperCount:
    """How many certificates there are, and how many were foreseen."""
    return PaperCount(households(plan), plan.flats, foreseen(plan.project, plan.flats, TITLE))


def _layout(plan: Plan) -> PaperLayout:
    """The rows of a certificate in this book: also the money of others, pools, the maintenance fund."""
    layout = others.full(plan, LAYOUT, 43.0)
    if plan.has(Topic.POOLS):
        rows = {
            "due relief": PaperRow("main_due pooled_due"),
            "words": PaperRow("pool_words", 40.0),
        }
        layout = layout.with_rows(rows)
    if plan.has(Topic.RESERVE):
        layout = layout.with_rows({"own limit": PaperRow("reserve reserve_left")})
    return layout


def _entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry, of everything on a certificate."""
    number = when(number_of(plan, plan.shares, "公积金-"))
    return {
        **headed("加装电梯费用公积金分摊证明", when(plan.mark), number),
        **sections(_HOUSE, _SHARE, _APPLICANT),
        "addressee": Entry("", "住房公积金管理中心："),
        "statement": Entry("", when(f'"　　{_STATEMENT}"')),
        **_house(plan),
        **_costs(plan),
        **_share(plan),
        **reserve.entries(plan),
        **_limit(plan),
        **_signatures(plan),
    }


def _of(plan: Plan, key: str, tail: str = "") -> str:
    """The value of a column of 分摊 for the household of the certificate."""
    return of(plan.shares.all(key), tail)


def _house(plan: Plan) -> dict[str, Entry]:
    """The owner, the flat and its address."""
    room = f"INDEX({plan.shares.all('room')},@)"
    return {
        "address": Entry("房屋坐落", when(f'{address_of(plan)}&" "&{room}&" 室"')),
        "owner": Entry("业主", _of(plan, "owner"), "短文"),
        "identity": Entry("证件号码", None),
        "storey": Entry("楼层", storey_of(plan)),
        "area": Entry("建筑面积㎡", _of(plan, "area"), "面积"),
    }


def _costs(plan: Plan) -> dict[str, Entry]:
    """The entries from the cost to the net amount: as planned, or as settled."""
    labels = {
        "cost": "总费用",
        "subsidy": "减：补贴",
        "compensation": "加：补偿支出",
        "net": "大家分摊的钱",
    }
    amounts = {k: Entry(label, _actual(plan, k), "金额") for k, label in labels.items()}
    found = {
        _COSTS: Entry(
            "", _if_settled(plan, f'"{_COSTS}，已经决算，是实际数"', f'"{_COSTS}"'), "节"
        ),
        **amounts,
        **others.entries(plan),
        "basis": Entry("分摊依据", when(plan.basis), "说明"),
    }
    if plan.has(Topic.OTHERS):
        found["others"] = Entry("减：其他来源", _actual(plan, "others"), "金额")
        told = others.words(plan)
        found["others_of"] = Entry("谁出的", _if_settled(plan, '"见决算表"', told), "说明")
    return found


def _if_settled(plan: Plan, settled: str, planned: str) -> str:
    """One text before the settlement, another after it."""
    if not plan.has(Topic.SETTLEMENT):
        return when(planned)
    return when(f"IF({figure(plan, 'ready')}=1,{settled},{planned})")


def _actual(plan: Plan, key: str) -> str:
    """A figure in yuan: the planned or the actual one."""
    return when(f"{actual(plan, key)}/100")


def _share(plan: Plan) -> dict[str, Entry]:
    """The household's share, with the calculation in words."""
    rows = households(plan)
    upper = f'"人民币"&INDEX({rows.all("upper")},@)'
    return {
        "due": Entry("本户应分摊", of(rows.all("due_fen"), "/100"), "应缴"),
        "upper": Entry("应分摊大写", when(upper), "大写"),
        "words": Entry("怎么算", of(rows.all("words")), "说明"),
        "relief": Entry("减：减免", _of(plan, "relief", "/100"), "金额"),
        "paid": Entry("本户已缴", _of(plan, "paid", "/100"), "金额"),
        **_pools(plan),
    }


def _pools(plan: Plan) -> dict[str, Entry]:
    """The parts of the share and how they come about; they are those of the plan."""
    found = pools.entries(plan)
    if not found:
        return {}
    changed = f'INDEX({households(plan).all("changed_words")},@)<>""'
    told = found["pool_words"].value or ""
    words = f'IF({changed},"上两项是原计划的；现在的数见“怎么算”",{told.split(",", 2)[2][:-1]})'
    return {**found, "pool_words": Entry("分项怎么算", when(words), "说明")}


def _limit(plan: Plan) -> dict[str, Entry]:
    """The amount that may be drawn."""
    labels = {"net": "本户自己出的", "most": "最多可提", "used": "已用公积金", "rest": "还可提"}
    own, limit, used, rest = (
        Entry(label, of(households(plan).all(key)), "金额") for key, label in labels.items()
    )
    return {
        "own": own,
        "limit": limit,
        "used": used,
        "rest": rest,
        "until": Entry("最迟提取", when(deadline(plan))),
        "rule": Entry("提取规定", when(basis_of(plan, FUND)), "说明"),
        "limits": Entry("", when(f'"　　{_limits(plan)}"')),
    }


def _limits(plan: Plan) -> str:
    """What the amounts mean."""
    if not plan.has(Topic.RESERVE):
        return _LIMITS
    return _LIMITS.replace("补贴和减免", "补贴、减免和维修资金")


def _signatures(plan: Plan) -> dict[str, Entry]:
    """The lines to fill in by hand, and the date."""
    by_hand = {
        "applicant": "提取申请人", "relation": "与业主关系", "clerk": "经办", "checker": "复核",
        "owner_sign": "业主签字", "stamp": "出具单位章", "signed": "签字日期", "issued": "出具日期",
    }  # fmt: skip
    return {
        **{key: Entry(label, None) for key, label in by_hand.items()},
        "foot": Entry("", when(made_by(plan)), "小字"),
    }
