"""台账: every payment of a household, one a row, as it comes in or goes back."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import DATES, MAX_YUAN
from elevshare.workbook.grid import Grid
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import write_sections
from elevshare.workbook.subjects.ledger.inputs import MAX_DATES, METHODS, Side
from elevshare.workbook.subjects.ledger.payments import DATE_PROBLEMS, PROBLEMS, schedule, typed
from elevshare.workbook.subjects.ledger.places import dates, payments, total

TITLE, ROLE = "台账", "输入"
ABOUT = "收款、退款逐笔登记，每笔有收据号"
TOPIC = Topic.LEDGER

_HEADS = (
    "收据号",
    "日期",
    "房号",
    "业主",
    "收款或退款",
    "金额（元）",
    "方式",
    "经手",
    "备注",
    "提示",
)
_KINDS = {"day": "date", "room": "text", "side": "text", "amount": "money", "method": "text",
          "handler": "text", "remark": "text"}  # fmt: skip


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet."""
    block = typed(plan)
    grid.widths(19, 13, 11, 12, 12, 14, 10, 10, 16, 34)
    grid.put(1, 1, "台账：收一笔、退一笔，登记一行", "标题")
    grid.height(1, 28)
    net = f"({total(plan, 'received')}-{total(plan, 'refunded')})/100"
    grid.put(2, 1, f'="已登记 "&{total(plan, "count")}&" 笔，净收 "&TEXT({net},"0.00")&" 元；还欠 "'
             f'&TEXT({total(plan, "left")}/100,"0.00")&" 元，详见“收缴”"', "副标题")  # fmt: skip
    write_sections(grid, plan, TITLE)
    grid.row(block.first - 1, 1, list(_HEADS), "表头")
    for row in block.rows:
        _payment(grid, plan, row)
    full = f"共 {block.count} 行。行数用完时另存一本，把各户已收的合计各记一行，再往下登记；不要插入行。"
    grid.put(block.last + 1, 1, full, "注")
    _validate(grid, plan)
    first = plan.parameters["reconcile"]
    grid.redden(f"$C${first}:$C${block.first - 2}", f'LEFT($C{first},1)="←"')
    grid.redden(block.area("hint"), f'LEFT({block.here("hint", block.first)},1)="←"')
    grid.sheet.freeze_panes = f"D{block.first}"
    heads = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:J{block.last + 1}", landscape=True, title_rows=heads)


def _payment(grid: Grid, plan: Accounts, row: int) -> None:
    """One row: its number, inputs, owner, hint."""
    block, read = typed(plan), payments(plan)
    index = row - block.first
    found = read.at("household", index)
    number = f"={plan.number('receipts_from')}+{read.at('n', index)}-1"
    grid.put(row, block.column("number"), number, "计算-whole")
    for key, kind in _KINDS.items():
        grid.put(row, block.column(key), None, f"输入-{kind}")
    grid.text(row, block.column("side"), Side.RECEIVED.value, "输入-text")
    owner = f'=IF({found}>0,INDEX({plan.shares.all("owner")},{found}),"")'
    grid.put(row, block.column("owner"), owner, "计算-any")
    hint = word_of(read.at("problem", index), PROBLEMS)
    grid.put(row, block.column("hint"), hint, "计算-any")


def _validate(grid: Grid, plan: Accounts) -> None:
    """What may be typed into each column."""
    block = typed(plan)
    grid.limit(block.area("day"), "date", *DATES, "日期", "请填日期，如 2026-03-01")
    grid.choose_from(block.area("room"), "room_no", "房号", "请选或填“住户”里的房号")
    grid.choose(block.area("side"), ",".join(Side), "收款或退款")
    grid.limit(
        block.area("amount"),
        "decimal",
        "0",
        MAX_YUAN,
        "金额",
        "请填大于 0 的数（元），最多两位小数",
    )
    grid.choose(block.area("method"), ",".join(METHODS), "方式")


def write_inputs(grid: Grid, plan: Accounts) -> None:
    """The days on which the instalments fall due, on 专项."""
    block = schedule(plan)
    grid.row(block.first - 1, 1, ["期次", "截止日期", "提示"], "表头")
    for index, row in enumerate(block.rows):
        grid.put(row, 1, index + 1, "计算-whole")
        grid.put(row, 2, None, "输入-date")
        problem = dates(plan).at("problem", index)
        grid.put(row, 3, word_of(problem, DATE_PROBLEMS), "计算-any")
    grid.put(block.first, 4, f"最多 {MAX_DATES} 期；几期在“参数”里填", "注")
    grid.limit(block.area("day"), "date", *DATES, "截止日期", "请填日期，如 2026-03-31")
