"""账单: one A4 page a household, complete, with the calculation in words."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.paper import Item, line, pair, put_items, section

TITLE, ROLE = "账单", "单据"

_WIDTHS = (16, 20, 12, 24)
#: Rows of one bill; their heights must fit one A4 page with 0.6 inch margins (755 points).
ROWS = 34
_HEIGHT, _TALL = 19.5, 36.0
#: Where a bill's own page number and household row stand, rows and columns from 0.
_PAGE, _ROW = (1, 3), (2, 3)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: a page for every household row, filled from the first on."""
    grid.widths(*_WIDTHS)
    items = _items(plan)
    numbers = range(plan.flats)
    for number in numbers:
        _bill(grid, plan, items, number)
    printed = len(plan.project.flats) or plan.flats
    grid.breaks([(number + 1) * ROWS for number in numbers[:-1]])
    grid.page(f"A1:D{printed * ROWS}", fit=False, numbered=False)


def _bill(grid: Grid, plan: Plan, items: list[Item], number: int) -> None:
    """One bill. A bill without a household shows nothing, though its form stands ready."""
    start = number * ROWS + 1
    row = f"$D${start + _ROW[0]}"
    put_items(grid, items, start, row)
    grid.put(start + _PAGE[0], _PAGE[1] + 1, number + 1, "单据-页")
    household = f"MATCH($D${start + _PAGE[0]},{plan.shares.all('bill')},0)"
    grid.put(start + _ROW[0], _ROW[1] + 1, f"=IFERROR({household},0)", "单据-户")
    for down in range(ROWS):
        grid.height(start + down, _HEIGHTS.get(down, _HEIGHT))
    grid.blank(f"A{start}:D{start + ROWS - 1}", f"{row}=0")


_HEIGHTS = {0: 30.0, 1: 16.0, 2: 16.0, 8: _TALL, 14: _TALL, 15: _TALL, 16: _TALL, 31: 16.0}


def _items(plan: Plan) -> list[Item]:
    """All cells of a bill but its page number and household row."""
    return [*_head(plan), *_amounts(plan), *_payment(plan), *_foot(plan)]


def _of(plan: Plan, key: str, tail: str = "") -> str:
    """A household's own value on a bill."""
    return f'=IF(@=0,"",INDEX({plan.shares.all(key)},@){tail})'


def _when(formula: str) -> str:
    """A value that all bills share, empty on a bill without a household."""
    return f'=IF(@=0,"",{formula})'


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
        Item(0, 0, "加装电梯费用缴款通知单", "单据-题", right=3),
        Item(1, 0, _when(plan.master), "单据-小字", right=2),
        Item(2, 0, _when(number), "单据-小字", right=2),
        section(3, "一、住户"),
        *pair(4, 0, "小区", _when(f'{p("estate")}&""'), "单据-文字"),
        *pair(4, 2, "楼栋单元", _when(place), "单据-文字"),
        *pair(5, 0, "房号", _of(plan, "room"), "单据-文字"),
        *pair(5, 2, "业主", _of(plan, "owner"), "单据-文字"),
        *pair(6, 0, "楼层", _of(plan, "storey", '&" 层"'), "单据-文字"),
        *pair(6, 2, "建筑面积㎡", _of(plan, "area"), "单据-面积"),
        *pair(7, 0, "是否参与", _of(plan, "taking"), "单据-文字"),
        *pair(7, 2, "计入系数", _of(plan, "coefficient"), "单据-系数"),
        *line(8, "分摊依据", _when(plan.basis), "单据-说明"),
    ]


def _amounts(plan: Plan) -> list[Item]:
    """From the cost to the household's amount, with the calculation in words."""

    def money(key: str) -> str:
        return _when(plan.figure_yuan(key))

    floors, storey = plan.floors, f"INDEX({plan.shares.all('storey_no')},@)"

    def of_floor(key: str) -> str:
        return _when(f"INDEX({floors.all(key)},{storey})")

    return [
        section(9, "二、费用与本户分摊（元）"),
        *pair(10, 0, "总费用", money("cost"), "单据-金额"),
        *pair(10, 2, "减：补贴", money("subsidy"), "单据-金额"),
        *pair(11, 0, "加：补偿支出", money("compensation"), "单据-金额"),
        *pair(11, 2, "应分摊净额", money("net"), "单据-金额"),
        *pair(12, 0, "本层金额", of_floor("amount"), "单据-金额"),
        *pair(12, 2, "本层参与㎡", of_floor("taking_area"), "单据-面积"),
        *pair(13, 0, "本户应分摊", _of(plan, "due"), "单据-应缴"),
        *pair(13, 2, "退出份额", _when(plan.parameter("opt_out")), "单据-文字"),
        *line(14, "本层怎么算", of_floor("words"), "单据-说明"),
        *line(15, "本户怎么算", _of(plan, "words"), "单据-说明"),
        *line(16, "尾差去向", _of(plan, "tail_words"), "单据-说明"),
    ]  # fmt: skip


def _payment(plan: Plan) -> list[Item]:
    """What is to be paid now, to whom."""
    p = plan.parameter

    def yuan(key: str) -> str:
        return _of(plan, key, "/100")

    period = f'"第 "&{plan.figure("period")}&" 期，共 "&{plan.figure("periods")}&" 期"'
    date = _when(f'IF({plan.number("due_date")}=0,"",{plan.number("due_date")})')
    remark = f'INDEX({plan.shares.all("room")},@)&INDEX({plan.shares.all("owner")},@)&"加梯款"'
    return [
        section(17, "三、本次缴款（元）"),
        *pair(18, 0, "减：减免", yuan("relief"), "单据-金额"),
        *pair(18, 2, "减：公积金", yuan("fund"), "单据-金额"),
        *pair(19, 0, "减：已缴", yuan("paid"), "单据-金额"),
        *pair(19, 2, "上期结转", yuan("brought"), "单据-金额"),
        *pair(20, 0, "期次", _when(period), "单据-文字"),
        *pair(20, 2, "本期应缴", yuan("now"), "单据-金额"),
        *pair(21, 0, "本次应缴", yuan("to_pay"), "单据-应缴"),
        *pair(21, 2, "截止日期", date, "单据-日期"),
        *line(22, "金额大写", _when(f'"人民币"&INDEX({plan.shares.all("upper")},@)'), "单据-大写"),
        section(23, "四、收款账户"),
        *line(24, "收款户名", _when(f'{p("payee")}&""')),
        *line(25, "开户银行", _when(f'{p("bank")}&""')),
        *line(26, "收款账号", _when(f'{p("account")}&""')),
        *line(27, "转账附言", _when(remark)),
        *line(28, "咨询与异议", _when(f'{p("contact")}&""')),
    ]


def _foot(plan: Plan) -> list[Item]:
    """Signatures, and the stub to cut off."""
    date = plan.number("made_on")
    made = f'IF({date}=0,"","编制日期 "&TEXT({date},"yyyy-mm-dd")&"　")'
    return [
        *pair(29, 0, "经办", None, "单据-文字"),
        *pair(29, 2, "复核", None, "单据-文字"),
        *pair(30, 0, "业主签字", None, "单据-文字"),
        *pair(30, 2, "收款单位章", None, "单据-文字"),
        Item(31, 0, _when(f'"沿线剪下，存根由经办人留存　"&{made}&"{plan.version}"'),
              "单据-裁线", right=3),
        *pair(32, 0, "存根：房号", _of(plan, "room"), "单据-文字"),
        *pair(32, 2, "业主", _of(plan, "owner"), "单据-文字"),
        *pair(33, 0, "本次应缴", _of(plan, "to_pay", "/100"), "单据-金额"),
        *pair(33, 2, "签收日期", None, "单据-文字"),
    ]  # fmt: skip
