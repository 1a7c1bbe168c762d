"""工程付款: every payment out of the account but refunds to households, one a row."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.cash import Spending
from elevshare.workbook.field import DATES, MAX_YUAN
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.register import write_register
from elevshare.workbook.subjects.cash.inputs import METHODS, SPENDING
from elevshare.workbook.subjects.cash.places import payments
from elevshare.workbook.subjects.cash.position import figure, payments_read
from elevshare.workbook.subjects.cash.spending import PROBLEMS

TITLE, ROLE = SPENDING, "输入"
ABOUT = "付出去的每一笔：工程款、补偿、其他支出"
TOPIC = Topic.CASH

_COLUMNS = {
    "n": ("序号", ""),
    "day": ("日期", "date"),
    "spending": ("类别", "text"),
    "item": ("费用项目", "text"),
    "payee": ("收款单位（补偿填房号）", "text"),
    "amount": ("金额（元）", "money"),
    "method": ("方式", "text"),
    "voucher": ("发票或凭证号", "text"),
    "remark": ("备注", "text"),
    "hint": ("提示", ""),
}
_WIDTHS = (6, 13, 12, 18, 24, 15, 9, 18, 16, 34, 3, 22)
_FULL = "把收款单位和费用项目都相同的几笔并成一行（金额填合计，备注写明各笔日期和金额）"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    block, read = payments(plan), payments_read(plan)
    grid.widths(*_WIDTHS)
    grid.put(1, 1, "工程付款：付一笔，登记一行；退给住户的钱记在“台账”", "标题")
    parts = (("工程款", "engineering"), ("补偿", "payouts"), ("其他支出", "others"), ("合计", "spent"))  # fmt: skip
    totals = "".join(
        f'&"，{word} "&TEXT({figure(plan, key)}/100,"0.00")&" 元"' for word, key in parts
    )
    write_register(grid, plan, block, read, _COLUMNS, PROBLEMS, totals, _FULL)
    _choices(grid, plan)
    _validate(grid, plan)


def _choices(grid: Grid, plan: Plan) -> None:
    """The cost items to choose from: a list on another sheet would be lost on Excel 2007."""
    block, column = payments(plan), payments(plan).column("choice")
    grid.put(block.first - 1, column, "可选的费用项目", "表头")
    for index in range(plan.items.count):
        item = f"={plan.items.at('item', index)}"
        grid.put(block.first + index, column, item, "计算-any")


def _validate(grid: Grid, plan: Plan) -> None:
    """What may be typed into each column."""
    block = payments(plan)
    letter = block.letter("choice")
    choices = f"${letter}${block.first}:${letter}${block.first + plan.items.count - 1}"
    grid.limit(block.area("day"), "date", *DATES, "日期", "请填日期，如 2026-03-01")
    grid.choose(block.area("spending"), ",".join(Spending), "类别")
    hint = "只有工程款要选，选“参数”第二节的项目；可以空着"
    grid.choose_from(block.area("item"), choices, "费用项目", hint)
    hint = "请填大于 0 的数（元），最多两位小数"
    grid.limit(block.area("amount"), "decimal", "0.01", MAX_YUAN, "金额", hint)
    grid.choose(block.area("method"), ",".join(METHODS), "方式")
