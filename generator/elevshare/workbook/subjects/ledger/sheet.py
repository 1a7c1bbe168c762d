"""台账: every payment from or to a household, one in each row."""

from __future__ import annotations

from functools import partial

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows, write_sections
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.ledger.inputs import COLUMNS, DATE_COLUMNS, MAX_DATES, Side
from elevshare.workbook.subjects.ledger.payments import DATE_PROBLEMS, PROBLEMS, schedule, typed
from elevshare.workbook.subjects.ledger.places import dates, payments, total

TITLE, ROLE = "台账", "输入"
ABOUT = "收款、退款逐笔登记，每笔有收据号"


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
    write_rows(grid, block, COLUMNS, partial(_payment, plan))
    full = f"共 {block.count} 行。行数用完时另存一本，把各户已收的合计各记一行，再往下登记；不要插入行。"
    grid.put(block.last + 1, 1, full, "注")
    first = plan.parameters["reconcile"]
    grid.redden(f"$C${first}:$C${block.first - 2}", f'LEFT($C{first},1)="←"')
    redden_hints(grid, block)
    grid.sheet.freeze_panes = f"D{block.first}"
    heads = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:J{block.last + 1}", landscape=True, title_rows=heads)


def _payment(plan: Accounts, index: int) -> dict[str, Value]:
    """Column key → value, of one row: number, inputs, owner, hint."""
    read = payments(plan)
    found = read.at("household", index)
    return {
        "number": f"={plan.number('receipts_from')}+{read.at('n', index)}-1",
        "owner": f'=IF({found}>0,INDEX({plan.shares.all("owner")},{found}),"")',
        "side": Side.RECEIVED.value,
        "hint": word_of(read.at("problem", index), PROBLEMS),
    }


def write_inputs(grid: Grid, plan: Accounts) -> None:
    """Write the instalments' dates on 专项."""
    block, read = schedule(plan), dates(plan)

    def of(index: int) -> dict[str, Value]:
        return {"period": index + 1, "hint": word_of(read.at("problem", index), DATE_PROBLEMS)}

    write_rows(grid, block, DATE_COLUMNS, of)
    grid.put(block.first, 4, f"最多 {MAX_DATES} 期；几期在“参数”里填", "注")
