"""运维账单: bills for one period's running cost, three on an A4 page."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, number_of
from elevshare.workbook.papers.foreseen import foreseen
from elevshare.workbook.papers.forms import Forms
from elevshare.workbook.papers.paper import BlankForm, Item, of, when, write_form
from elevshare.workbook.papers.printed import BESIDE, PaperCount, set_printed
from elevshare.workbook.subjects.upkeep.figures import A_PAGE, figures, lines, switches
from elevshare.workbook.subjects.upkeep.tables import flats

TITLE, ROLE = "运维账单", "单据"
ABOUT = "运行维护费通知单，一期一户一张，一页三张"

_WIDTHS = (11, 12, 11, 12, 11, 13)
#: Three bills of so many rows fill one A4 page; with half an inch above and below it has 770 points.
ROWS = 16
_HEIGHT, _SMALL, _MARGIN = 14.5, 12.0, 0.5
_HEIGHTS = {0: 21.0, 1: 13.5, 2: 2.5, 9: 29.0, 10: 16.0, 12: 41.0, 14: _SMALL, 15: 5.0}
#: Row and column (from 0) of a bill's own number, and of its household's row.
_NUMBER, _ROW = (1, 6), (2, 6)
_RIGHT = 5


def forms(plan: Accounts) -> dict[str, Forms]:
    """The forms of this paper."""
    return {TITLE: Forms(flats(plan).all("bill"), A_PAGE, _count(plan).made(A_PAGE))}


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: a bill for each household row; bills are filled without gaps."""
    grid.widths(*_WIDTHS, *BESIDE)
    items = [*_head(plan), *_amounts(plan), *_foot(plan)]
    form = BlankForm(items, ROWS, _RIGHT + 1, _NUMBER, _ROW, flats(plan).all("bill"), _HEIGHT,
                "本页没有运维账单", A_PAGE, _HEIGHTS)  # fmt: skip
    for number in range(plan.flats):
        write_form(grid, form, number)
    set_printed(grid, plan, form, _count(plan))
    grid.sheet.page_margins.top = grid.sheet.page_margins.bottom = _MARGIN


def _count(plan: Accounts) -> PaperCount:
    """How many bills there are, and how many were foreseen."""
    return PaperCount(flats(plan), plan.flats, foreseen(plan.project, plan.flats, TITLE))


def _of(plan: Accounts, key: str, tail: str = "") -> str:
    """The value of a column for the household of the bill."""
    return of(flats(plan).all(key), tail)


def _value(
    down: int, left: int, label: str, value: str | None, style: str, right: int = 0
) -> list[Item]:
    """A label and its value, which may take the cells up to ``right``."""
    return [Item(down, left, label, "单据-标签"), Item(down, left + 1, value, style, right)]


def _head(plan: Accounts) -> list[Item]:
    """Title, number, household and period."""
    n = plan.number
    due = n("running_due")
    year = f'IF({n("running_year")}=0,"",{n("running_year")}&"-")'
    number = number_of(plan, flats(plan), "运维-", f"{year}&{switches(plan).period}")
    return [
        Item(0, 0, "电梯运行维护费缴款通知单", "单据-题", right=_RIGHT),
        Item(1, 0, when(plan.mark), "半页-草案", right=3),
        Item(1, 4, when(number), "单据-小字", right=_RIGHT),
        *_value(3, 0, "小区楼栋", when(address_of(plan)), "单据-表左", right=_RIGHT),
        *_value(4, 0, "房号", _of(plan, "room"), "单据-文字", right=2),
        *_value(4, 3, "业主", _of(plan, "owner"), "单据-表左", right=5),
        *_value(5, 0, "缴费期间", when(lines(plan).period), "单据-说明", right=3),
        *_value(5, 4, "截止日期", when(f'IF({due}=0,"",{due})'), "单据-日期"),
    ]


def _amounts(plan: Accounts) -> list[Item]:
    """From the yearly cost to the amount to pay, with the calculation in words."""

    def money(key: str) -> str:
        return when(f"{figures(plan)[key]}/100")

    def yuan(key: str) -> str:
        return _of(plan, key)

    return [
        *_value(6, 0, "全年费用", money("cost"), "单据-金额"),
        *_value(6, 2, "减：广告", money("advertising"), "单据-金额"),
        *_value(6, 4, "减：补贴", money("used"), "单据-金额"),
        *_value(7, 0, "全年要分", money("net"), "单据-金额"),
        *_value(7, 2, "本户全年", yuan("year"), "单据-金额"),
        *_value(7, 4, "其中替人出", yuan("more"), "单据-金额"),
        *_value(8, 0, "分摊办法", when(lines(plan).rule), "单据-说明", right=_RIGHT),
        *_value(9, 0, "怎么算", _of(plan, "words"), "单据-说明", right=_RIGHT),
        *_value(10, 0, "本期运维费", yuan("now"), "单据-金额"),
        *_value(10, 2, "加：基金", yuan("fund"), "单据-金额"),
        *_value(10, 4, "合计应缴", yuan("to_pay"), "单据-应缴"),
        *_value(11, 0, "金额大写", when(f'"人民币"&INDEX({flats(plan).all("upper")},@)'),
                "单据-大写", right=_RIGHT),
    ]  # fmt: skip


def _foot(plan: Accounts) -> list[Item]:
    """The account, signatures and the line to cut along."""
    p, date = plan.parameter, plan.number("made_on")
    account = f'"户名："&{p("payee")}&"　开户行："&{p("bank")}&"　账号："&{p("account")}'
    made = f'IF({date}=0,"","编制日期 "&TEXT({date},"yyyy-mm-dd"))'
    contact = f'IF({p("contact")}="","","咨询："&{p("contact")}&"　")'
    return [
        *_value(12, 0, "收款账户", when(account), "单据-说明", right=_RIGHT),
        *_value(13, 0, "经办", None, "单据-文字", right=2),
        *_value(13, 3, "业主签收", None, "单据-文字", right=5),
        Item(14, 0, when(f"{contact}&{made}"), "单据-小字", right=_RIGHT),
        Item(15, 0, None, "单据-裁线", right=_RIGHT),
    ]
