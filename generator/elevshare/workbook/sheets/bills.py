"""账单: one A4 page a household, complete, with the calculation in words."""

from __future__ import annotations

from elevshare.workbook.calc.ledger import due_on
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.paper import Form, Item, line, of, pair, when, write_form

TITLE, ROLE = "账单", "单据"
ABOUT = "缴款通知单，一户一页 A4"

_WIDTHS = (16, 20, 12, 24)
#: The last column, from 0.
_RIGHT = 3
#: Rows of one bill; their heights must fit one A4 page with 0.6 inch margins (755 points).
ROWS = 35
_HEIGHT, _TALL = 19.5, 36.0
#: Where a bill's own page number and household row stand, rows and columns from 0.
_PAGE, _ROW = (1, 3), (2, 3)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: a page for every household row, filled from the first on."""
    grid.widths(*_WIDTHS)
    form = Form(_items(plan), ROWS, len(_WIDTHS), _PAGE, _ROW, plan.shares.all("bill"), _HEIGHT,
                "本页没有账单", heights=_HEIGHTS)  # fmt: skip
    numbers = range(plan.flats)
    for number in numbers:
        write_form(grid, form, number)
    printed = len(plan.project.flats) or plan.flats
    grid.breaks([(number + 1) * ROWS for number in numbers[:-1]])
    grid.page(f"A1:D{printed * ROWS}", fit=False, numbered=False)


_HEIGHTS = {0: 30.0, 1: 16.0, 2: 16.0, 8: _TALL, 14: _TALL, 15: _TALL, 16: _TALL, 32: 16.0}


def _items(plan: Plan) -> list[Item]:
    """All cells of a bill but its page number and household row."""
    return [*_head(plan), *_amounts(plan), *_payment(plan), *_foot(plan)]


def _of(plan: Plan, key: str, tail: str = "") -> str:
    """A household's own value on a bill."""
    return of(plan.shares.all(key), tail)


def _line(down: int, label: str, value: str | None, style: str = "单据-文字") -> list[Item]:
    """A label and its value over the rest of the row."""
    return line(down, label, value, _RIGHT, style)


def _section(down: int, title: str) -> Item:
    """A heading over the whole width."""
    return Item(down, 0, title, "单据-节", right=_RIGHT)


def _head(plan: Plan) -> list[Item]:
    """Title, master check, number, and whose flat it is."""
    p = plan.parameter
    block, entrance = p("building"), p("entrance")
    place = f'{block}&IF(OR({block}="",{entrance}=""),""," ")&{entrance}'
    building = f'IF({p("building")}="","",{p("building")}&"-")'
    number = (
        f'"编号："&{building}&INDEX({plan.shares.all("room")},@)&"-第"&{plan.figure("period")}&"期"'
    )
    return [
        Item(0, 0, "加装电梯费用缴款通知单", "单据-题", right=_RIGHT),
        Item(1, 0, when(plan.master), "单据-小字", right=2),
        Item(2, 0, when(number), "单据-小字", right=2),
        _section(3, "一、住户"),
        *pair(4, 0, "小区", when(f'{p("estate")}&""'), "单据-文字"),
        *pair(4, 2, "楼栋单元", when(place), "单据-文字"),
        *pair(5, 0, "房号", _of(plan, "room"), "单据-文字"),
        *pair(5, 2, "业主", _of(plan, "owner"), "单据-文字"),
        *pair(6, 0, "楼层", _of(plan, "storey", '&" 层"'), "单据-文字"),
        *pair(6, 2, "建筑面积㎡", _of(plan, "area"), "单据-面积"),
        *pair(7, 0, "是否参与", _of(plan, "taking"), "单据-文字"),
        *pair(7, 2, "计入系数", _of(plan, "coefficient"), "单据-系数"),
        *_line(8, "分摊依据", when(plan.basis), "单据-说明"),
    ]


def _amounts(plan: Plan) -> list[Item]:
    """From the cost to the household's amount, with the calculation in words."""

    def money(key: str) -> str:
        return when(plan.figure_yuan(key))

    floors, storey = plan.floors, f"INDEX({plan.shares.all('storey_no')},@)"

    def of_floor(key: str) -> str:
        return when(f"INDEX({floors.all(key)},{storey})")

    return [
        _section(9, "二、费用与本户分摊（元）"),
        *pair(10, 0, "总费用", money("cost"), "单据-金额"),
        *pair(10, 2, "减：补贴", money("subsidy"), "单据-金额"),
        *pair(11, 0, "加：补偿支出", money("compensation"), "单据-金额"),
        *pair(11, 2, "应分摊净额", money("net"), "单据-金额"),
        *pair(12, 0, "本层金额", of_floor("amount"), "单据-金额"),
        *pair(12, 2, "本层参与㎡", of_floor("taking_area"), "单据-面积"),
        *pair(13, 0, "本户应分摊", _of(plan, "due"), "单据-应缴"),
        *pair(13, 2, "退出份额", when(plan.parameter("opt_out")), "单据-文字"),
        *_line(14, "本层怎么算", of_floor("words"), "单据-说明"),
        *_line(15, "本户怎么算", _of(plan, "words"), "单据-说明"),
        *_line(16, "尾差去向", _of(plan, "tail_words"), "单据-说明"),
    ]  # fmt: skip


def _payment(plan: Plan) -> list[Item]:
    """What is to be paid now, to whom."""
    p = plan.parameter

    def yuan(key: str) -> str:
        return _of(plan, key, "/100")

    period = f'"第 "&{plan.figure("period")}&" 期，共 "&{plan.figure("periods")}&" 期"'
    date = when(f'IF({due_on(plan)}=0,"",{due_on(plan)})')
    remark = f'INDEX({plan.shares.all("room")},@)&INDEX({plan.shares.all("owner")},@)&"加梯款"'
    return [
        _section(17, "三、本次缴款（元）"),
        *pair(18, 0, "减：减免", yuan("relief"), "单据-金额"),
        *pair(18, 2, "减：公积金", yuan("fund"), "单据-金额"),
        *pair(19, 0, "减：已缴", yuan("paid"), "单据-金额"),
        *pair(19, 2, "上期结转", yuan("brought"), "单据-金额"),
        *_line(20, "补贴到账", _of(plan, "arrival")),
        *pair(21, 0, "期次", when(period), "单据-文字"),
        *pair(21, 2, "本期应缴", yuan("now"), "单据-金额"),
        *pair(22, 0, "本次应缴", yuan("to_pay"), "单据-应缴"),
        *pair(22, 2, "截止日期", date, "单据-日期"),
        *_line(23, "金额大写", when(f'"人民币"&INDEX({plan.shares.all("upper")},@)'), "单据-大写"),
        _section(24, "四、收款账户"),
        *_line(25, "收款户名", when(f'{p("payee")}&""')),
        *_line(26, "开户银行", when(f'{p("bank")}&""')),
        *_line(27, "收款账号", when(f'{p("account")}&""')),
        *_line(28, "转账附言", when(remark)),
        *_line(29, "咨询与异议", when(f'{p("contact")}&""')),
    ]


def _foot(plan: Plan) -> list[Item]:
    """Signatures, and the stub to cut off."""
    date = plan.number("made_on")
    made = f'IF({date}=0,"","编制日期 "&TEXT({date},"yyyy-mm-dd")&"　")'
    return [
        *pair(30, 0, "经办", None, "单据-文字"),
        *pair(30, 2, "复核", None, "单据-文字"),
        *pair(31, 0, "业主签字", None, "单据-文字"),
        *pair(31, 2, "收款单位章", None, "单据-文字"),
        Item(32, 0, when(f'"沿线剪下，存根由经办人留存　"&{made}&"{plan.version}"'),
              "单据-裁线", right=_RIGHT),
        *pair(33, 0, "存根：房号", _of(plan, "room"), "单据-文字"),
        *pair(33, 2, "业主", _of(plan, "owner"), "单据-文字"),
        *pair(34, 0, "本次应缴", _of(plan, "to_pay", "/100"), "单据-金额"),
        *pair(34, 2, "签收日期", None, "单据-文字"),
    ]  # fmt: skip
