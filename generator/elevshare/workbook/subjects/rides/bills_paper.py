"""使用费单: a household's bill of the month, three on an A4 page to be cut apart.

Where prices go by storey a bill says more: two on a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elevshare.project import Topic
from elevshare.workbook.amount_text import grouped
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import number_of
from elevshare.workbook.papers.foreseen import foreseen
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.paper import BlankForm, Item, line, of, pair, when, write_form
from elevshare.workbook.papers.printed import BESIDE, PaperCount, set_printed
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.rides.fees import fees
from elevshare.workbook.subjects.rides.tariffs import figures, month_words, tariff_words

TITLE, ROLE = "使用费单", "单据"
ABOUT = "每月的电梯使用费通知单，一页 A4 三户"

#: The form's columns.
_WIDTHS = (10, 14, 10, 14, 10, 14)
_RIGHT = 5
#: Rows of one form; the heights of three must fit one A4 page with 0.6 inch margins (755 points).
ROWS = 17
A_PAGE = 3
_HEIGHT = 14.5
_HEIGHTS = {0: 22.0, 1: 14.0, 14: 20.0, 15: 12.0, 16: 6.0}
_NUMBER, _ROW = (0, 6), (1, 6)


@dataclass(frozen=True, slots=True)
class BillShape:
    """How many rows a form has, how many forms a page, and the heights of rows."""

    rows: int
    a_page: int
    height: float
    heights: dict[int, float]


#: The rows that a bill has more where prices go by storey, below the fees, and its shape.
_MORE = 2
_USUAL = BillShape(ROWS, A_PAGE, _HEIGHT, _HEIGHTS)
_LONG = BillShape(
    ROWS + _MORE, 2, 18.0,
    {0: 24.0, 1: 15.0, 4: 30.0, 8: 30.0, 14 + _MORE: 28.0, 15 + _MORE: 13.0, 16 + _MORE: 10.0},
)  # fmt: skip


def shape_of(plan: Plan) -> BillShape:
    """The shape of the bills of a book."""
    return _LONG if plan.has(Topic.FARES) else _USUAL


def forms(plan: Plan) -> dict[str, Forms]:
    """The forms of this paper."""
    return {
        TITLE: Forms(
            fees(plan).all("bill"), shape_of(plan).a_page, _count(plan).made(shape_of(plan).a_page)
        )
    }


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: a form for each household row; forms are filled without gaps."""
    grid.widths(*_WIDTHS, *BESIDE)
    shape = shape_of(plan)
    form = BlankForm(_items(plan), shape.rows, _RIGHT + 1, _NUMBER, _ROW, fees(plan).all("bill"),
                shape.height, "本页没有使用费单", shape.a_page, shape.heights)  # fmt: skip
    for number in range(plan.flats):
        write_form(grid, form, number)
    set_printed(grid, plan, form, _count(plan))


def _count(plan: Plan) -> PaperCount:
    """How many bills there are, and how many were foreseen."""
    return PaperCount(fees(plan), plan.flats, foreseen(plan.project, plan.flats))


def _items(plan: Plan) -> list[Item]:
    """All cells of a form except its number and its household's row."""
    below = [*_payment(plan), *_foot(plan)]
    if not plan.has(Topic.FARES):
        return [*_head(plan), *_amounts(plan), *below]
    lower = (replace(item, down=item.down + _MORE) for item in below)
    return [*_head(plan), *_amounts_by_storey(plan), *lower]


def _of(plan: Plan, key: str, tail: str = "") -> str:
    """The value of a column for the household of the form."""
    return of(fees(plan).all(key), tail)


def _head(plan: Plan) -> list[Item]:
    """Title, master check, number, household, month and tariff."""
    p = plan.parameter
    place = "&".join(
        f'IF({p(key)}="","",{p(key)}&" ")' for key in ("estate", "building", "entrance")
    )
    month = f"{figures(plan).year}*100+{figures(plan).month}"
    number = number_of(plan, fees(plan), tail=f"({month})")
    return [
        Item(0, 0, "电梯使用费缴款通知单", "单据-题", right=_RIGHT),
        Item(1, 0, when(plan.mark), "半页-草案", right=3),
        Item(1, 4, when(number), "单据-小字", right=_RIGHT),
        *pair(2, 0, "房号", _of(plan, "room"), "单据-文字"),
        Item(2, 2, "业主", "单据-标签"),
        Item(2, 3, _of(plan, "owner"), "单据-短文", right=_RIGHT),
        *line(3, "住址", when(place), 3, "单据-短文"),
        *pair(3, 4, "账单月份", when(month_words(plan)), "单据-文字"),
        *line(4, "收费标准", _tariff(plan), _RIGHT, "单据-说明"),
    ]


def _tariff(plan: Plan) -> str:
    """The prices that hold for the household."""
    return _of(plan, "fare_words") if plan.has(Topic.FARES) else when(tariff_words(plan))


def _amounts_by_storey(plan: Plan) -> list[Item]:
    """The same by the prices of the storey, with year cards, free rides and caps."""

    def times(count: str, price: str) -> str:
        return _of(plan, count, f'&"×"&{grouped(f"INDEX({fees(plan).all(price)},@)/100")}')

    visits = _of(plan, "visitors", f'&"×"&{grouped(f"{figures(plan).visitor}/100")}')
    rows = (
        ("单据-文字", ("月卡（张）", times("cards", "card_price")),
         ("年卡（张）", times("years", "year_price")), ("访客（次）", visits)),
        ("单据-金额", ("月卡费", _of(plan, "card_fee")), ("年卡费", _of(plan, "year_fee")),
         ("访客费", _of(plan, "visitor_fee"))),
        ("单据-金额", ("次卡费", _of(plan, "ride_fee")), ("本月使用费", _of(plan, "fee")),
         ("加：以前欠", _of(plan, "owing"))),
    )  # fmt: skip
    return [
        *_rows(rows, 5),
        *line(8, "次卡费怎么来", _of(plan, "ride_words"), _RIGHT, "单据-说明"),
        *pair(9, 0, "减：预存", _of(plan, "credit"), "单据-金额"),
    ]


def _amounts(plan: Plan) -> list[Item]:
    """Counts × fees, the fee of the month, and the amount to pay."""

    def times(count: str, fee: str) -> str:
        return _of(plan, count, f'&"×"&{grouped(f"{figures(plan)[fee]}/100")}')

    rows = (
        ("单据-文字", ("次卡（次）", times("rides", "ride")), ("月卡（张）", times("cards", "card")),
         ("访客（次）", times("visitors", "visitor"))),
        ("单据-金额", ("次卡费", _of(plan, "ride_fee")), ("月卡费", _of(plan, "card_fee")),
         ("访客费", _of(plan, "visitor_fee"))),
        ("单据-金额", ("本月使用费", _of(plan, "fee")), ("加：以前欠", _of(plan, "owing")),
         ("减：预存", _of(plan, "credit"))),
    )  # fmt: skip
    return _rows(rows, 5)


def _rows(rows: Sequence[tuple[str, *tuple[tuple[str, str], ...]]], first: int) -> list[Item]:
    """Rows of three labels with their values, each row in a style."""
    return [
        item
        for down, (style, *pairs) in enumerate(rows, first)
        for place, (label, value) in enumerate(pairs)
        for item in pair(down, 2 * place, label, value, style)
    ]


def _payment(plan: Plan) -> list[Item]:
    """The amount to pay and the payee."""
    p = plan.parameter
    due = plan.number("usage_due")
    asked, left = _own(plan, "due_fen"), _own(plan, "left_fen")
    words = f'IF({asked}>0,"人民币"&{_own(plan, "upper")},"本户不用缴款")'
    remark = f'{_own(plan, "room")}&"电梯使用费"&{month_words(plan)}'

    def told(value: str) -> str:
        return when(f'IF({asked}>0,{value},"")')

    return [
        *line(8, "本次应缴", when(f'IF({asked}>0,{asked}/100,"不用缴款")'), 3, "单据-应缴"),
        *pair(8, 4, "预存还剩", when(f'IF({left}>0,{left}/100,"没有 ")'), "单据-金额"),
        *line(9, "金额大写", when(words), _RIGHT, "单据-大写"),
        *line(10, "收款户名", told(f'{p("payee")}&""'), _RIGHT, "单据-短文"),
        *line(11, "开户银行", told(f'{p("bank")}&""'), 3, "单据-短文"),
        *pair(11, 4, "经办", None, "单据-文字"),
        *line(12, "收款账号", told(f'{p("account")}&""'), 3),
        *pair(12, 4, "截止日期", when(f'IF({due}=0,"",{due})'), "单据-日期"),
        *line(13, "转账附言", told(remark), _RIGHT, "单据-短文"),
    ]


def _own(plan: Plan, key: str) -> str:
    """The value of a column for the household, as part of a formula."""
    return f"INDEX({fees(plan).all(key)},@)"


def _foot(plan: Plan) -> list[Item]:
    """The signatures and the line to cut along."""
    contact = plan.parameter("contact")
    asked = f'IF({contact}="","","咨询与异议："&{contact}&"　")'
    return [
        *pair(14, 0, "业主签字", None, "单据-文字"),
        *pair(14, 2, "收款单位章", None, "单据-文字"),
        *pair(14, 4, "签收日期", None, "单据-文字"),
        Item(15, 0, when(asked), "单据-小字", right=_RIGHT),
        Item(16, 0, None, "单据-裁线", right=_RIGHT),
    ]
