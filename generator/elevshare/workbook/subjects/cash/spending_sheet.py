"""工程付款: payments from the account, except refunds to households, one in each row."""

from __future__ import annotations

from dataclasses import replace

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.register import write_register
from elevshare.workbook.subjects.cash.inputs import PAYMENT_COLUMNS, SPENDING
from elevshare.workbook.subjects.cash.places import payments
from elevshare.workbook.subjects.cash.position import figure, payments_read
from elevshare.workbook.subjects.cash.spending import PROBLEMS

TITLE, ROLE = SPENDING, "输入"
ABOUT = "付出去的每一笔：工程款、补偿、其他支出"

_WIDTHS = (6, 13, 12, 16, 22, 15, 9, 16, 14, 34, 3, 22)
_FULL = "把收款单位和费用项目都相同的几笔并成一行（金额填合计，备注写明各笔日期和金额）"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    block, read = payments(plan), payments_read(plan)
    grid.widths(*_WIDTHS)
    grid.put(1, 1, "工程付款：付一笔，登记一行；退给住户的钱记在“台账”", "标题")
    parts = (("工程款", "engineering"), ("补偿", "payouts"), ("其他支出", "others"), ("合计", "spent"))  # fmt: skip
    totals = "".join(f'&"，{word} "&FIXED({figure(plan, key)}/100,2)&" 元"' for word, key in parts)
    letter, last = block.letter("choice"), block.first + plan.items.count - 1
    choices = f"${letter}${block.first}:${letter}${last}"
    columns = [replace(c, source=choices) if c.key == "item" else c for c in PAYMENT_COLUMNS]
    write_register(grid, plan, block, read, columns, PROBLEMS, totals, _FULL)
    # The cost items to choose from: a list on another sheet would be lost on Excel 2007.
    grid.put(block.first - 1, block.column("choice"), "可选的费用项目", "表头")
    for index in range(plan.items.count):
        item = f"={plan.items.at('item', index)}"
        grid.put(block.first + index, block.column("choice"), item, "计算-any")
