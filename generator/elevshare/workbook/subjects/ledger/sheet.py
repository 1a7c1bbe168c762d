"""台账: every payment from or to a household, one in each row."""

from __future__ import annotations

from functools import partial

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows, write_sections
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.ledger.inputs import COLUMNS, DATE_COLUMNS, MAX_DATES, Side
from elevshare.workbook.subjects.ledger.payments import DATE_PROBLEMS, hint, schedule, typed
from elevshare.workbook.subjects.ledger.places import dates, lists, payments, total

TITLE, ROLE = "台账", "输入"
ABOUT = "收款、退款逐笔登记，每笔有收据号"


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet."""
    block = typed(plan)
    grid.widths(*(column.width for column in COLUMNS))
    grid.put(1, 1, "台账：收一笔、退一笔，登记一行", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f'="已登记 "&{total(plan, "count")}&" 笔，净收 "&{_yuan(_net(plan))}'
             f'&" 元；还欠 "&{_yuan(total(plan, "left"))}&" 元，详见“收缴”"', "副标题")  # fmt: skip
    write_sections(grid, plan, TITLE)
    write_rows(grid, block, COLUMNS, partial(_payment, plan))
    full = f"共 {block.count} 行。行数用完时另存一本，把各户已收的合计各记一行，再往下登记；不要插入行。"
    grid.put(block.last + 1, 1, full, "注")
    first = plan.parameters["reconcile"]
    grid.redden(f"$C${first}:$C${block.first - 2}", f'LEFT($C{first},1)="←"')
    redden_hints(grid, block)
    heads = block.first - 1
    grid.height(heads, 30)
    grid.sheet.freeze_panes = f"D{block.first}"
    inputs = f"A{heads}:{block.letter('remark')}{block.last}"
    grid.filter(inputs, sort=True)
    grid.page(f"A1:{block.letter('hint')}{block.last + 1}", landscape=True,
              title_rows=f"{heads}:{heads}")  # fmt: skip


def _net(plan: Accounts) -> str:
    """What was received less what was refunded, in fen."""
    return f"({total(plan, 'received')}-{total(plan, 'refunded')})"


def _yuan(fen: str) -> str:
    """An amount as part of a text."""
    return f"FIXED({fen}/100,2)"


def _payment(plan: Accounts, index: int) -> dict[str, Value]:
    """Column key → value, of one row: the prefilled inputs, the receipt's number, the hint."""
    paid = payments(plan)
    serial = paid.at("n", index)
    return {
        "serial": index + 1,
        "side": Side.RECEIVED.value,
        "number": f'=IF({serial}=0,"",{plan.number("receipts_from")}+{serial}-1)',
        "hint": hint(plan, paid, index, lists(plan)),
    }


def write_inputs(grid: Grid, plan: Accounts) -> None:
    """Write the instalments' dates on 专项."""
    block, read = schedule(plan), dates(plan)

    def of(index: int) -> dict[str, Value]:
        return {"period": index + 1, "hint": word_of(read.at("problem", index), DATE_PROBLEMS)}

    write_rows(grid, block, DATE_COLUMNS, of)
    grid.put(block.first, 4, f"最多 {MAX_DATES} 期；几期在“参数”里填", "注")
