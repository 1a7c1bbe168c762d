"""收费单: half an A4 page a household, two on a page, each complete."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.sheets.paper import Form, Item, line, of, pair, when, write_form

TITLE, ROLE = "收费单", "单据"

_WIDTHS = (14, 22, 12, 24)
#: Rows of one bill; the heights of two bills must fit one A4 page with 0.6 inch margins (755 points).
ROWS = 22
_HEIGHT, _TALL = 15.75, 27.0
_HEIGHTS = {0: 25.0, 1: 13.0, 2: 13.0, 10: 18.0, 11: _TALL, 12: _TALL, 15: _TALL, 18: 14.0, 21: 8.0}
#: Where a bill's own number and household row stand, rows and columns from 0.
_PAGE, _ROW = (1, 3), (2, 3)


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet: half a page for every household row, filled from the first on."""
    grid.widths(*_WIDTHS)
    items = [*_head(plan), *_amounts(plan), *_payment(plan), *_foot(plan)]
    form = Form(items, ROWS, len(_WIDTHS), _PAGE, _ROW, plan.shares.all("bill"), _HEIGHT, _HEIGHTS)
    for number in range(plan.flats):
        write_form(grid, form, number)
    printed = len(plan.project.flats) or plan.flats
    grid.breaks([number * ROWS for number in range(2, plan.flats, 2)])
    grid.page(f"A1:D{printed * ROWS}", fit=False, numbered=False)


def _of(plan: LeasePlan, key: str, tail: str = "") -> str:
    """A household's own value on a bill."""
    return of(plan.shares.all(key), tail)


def _line(down: int, label: str, value: str, style: str = "单据-文字") -> list[Item]:
    """A label and its value over the whole width."""
    return line(down, label, value, len(_WIDTHS) - 1, style)


def _head(plan: LeasePlan) -> list[Item]:
    """Title, master check, number, and whose flat it is."""
    p, room = plan.parameter, f"INDEX({plan.shares.all('room')},@)"
    building = f'IF({p("building")}="","",{p("building")}&"-")'
    number = f'"编号："&{building}&{room}&"-"&{plan.figure("first")}&"-"&{plan.figure("last")}'
    place = f'{p("estate")}&" "&{p("building")}&" "&{p("entrance")}'
    standard = f"INDEX({plan.shares.all('standard_fen')},@)/100"
    return [
        Item(0, 0, "电梯使用费缴款通知单", "单据-题", right=3),
        Item(1, 0, when(plan.master), "单据-小字", right=2),
        Item(2, 0, when(number), "单据-小字", right=2),
        *_line(3, "小区楼栋", when(place)),
        *pair(4, 0, "房号", _of(plan, "room"), "单据-文字"),
        *pair(4, 2, "业主", _of(plan, "owner"), "单据-文字"),
        *pair(5, 0, "楼层", _of(plan, "storey", '&" 层"'), "单据-文字"),
        *pair(5, 2, "收费标准", when(f'TEXT({standard},"0.00")&" "&{p("charge")}'), "单据-文字"),
        *_line(6, "本期", when(plan.period_words)),
    ]


def _amounts(plan: LeasePlan) -> list[Item]:
    """The period's fee, and what is to be paid now."""
    upper = f'"人民币"&INDEX({plan.shares.all("upper")},@)'
    return [
        *pair(7, 0, "本期费用", _of(plan, "fee"), "单据-金额"),
        *pair(7, 2, "加：欠费", _of(plan, "arrears"), "单据-金额"),
        *pair(8, 0, "减：已缴", _of(plan, "paid"), "单据-金额"),
        *pair(8, 2, "减：减免", _of(plan, "relief"), "单据-金额"),
        *pair(9, 0, "本次应缴", _of(plan, "due"), "单据-应缴"),
        *pair(9, 2, "结余", _of(plan, "carried"), "单据-金额"),
        *_line(10, "金额大写", when(upper), "单据-大写"),
        *_line(11, "费用怎么来", _of(plan, "words"), "单据-说明"),
    ]


def _payment(plan: LeasePlan) -> list[Item]:
    """To whom, until when, and on what ground."""
    p, due = plan.parameter, plan.number("due_date")
    account = f'"户名："&{p("payee")}&"　开户行："&{p("bank")}&"　账号："&{p("account")}'
    remark = f'INDEX({plan.shares.all("room")},@)&INDEX({plan.shares.all("owner")},@)&"电梯费"'
    return [
        *_line(12, "收款账户", when(account), "单据-说明"),
        *pair(13, 0, "截止日期", when(f'IF({due}=0,"",{due})'), "单据-日期"),
        *pair(13, 2, "转账附言", when(remark), "单据-文字"),
        *_line(14, "咨询与异议", when(f'{p("contact")}&""')),
        *_line(15, "收费依据", when(plan.basis), "单据-说明"),
    ]


def _foot(plan: LeasePlan) -> list[Item]:
    """Signatures, and the stub to cut off."""
    date = plan.number("made_on")
    made = f'IF({date}=0,"","编制日期 "&TEXT({date},"yyyy-mm-dd")&"　")'
    return [
        *pair(16, 0, "经办", None, "单据-文字"),
        *pair(16, 2, "复核", None, "单据-文字"),
        *pair(17, 0, "业主签字", None, "单据-文字"),
        *pair(17, 2, "收款单位章", None, "单据-文字"),
        Item(18, 0, when(f'"沿线剪下，存根由经办人留存　"&{made}&"{plan.version}"'),
             "单据-裁线", right=3),
        *pair(19, 0, "存根：房号", _of(plan, "room"), "单据-文字"),
        *pair(19, 2, "业主", _of(plan, "owner"), "单据-文字"),
        *pair(20, 0, "本次应缴", _of(plan, "due"), "单据-金额"),
        *pair(20, 2, "签收日期", None, "单据-文字"),
    ]  # fmt: skip
