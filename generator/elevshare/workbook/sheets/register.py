"""Registers: sheets with one entry for each row, filled from the top down, with hints."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.workbook.grid import Grid
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows, write_sections
from elevshare.workbook.sheetxml import Value

#: With at most this number of rows left, the sheet warns.
_FEW = 3


def write_register(
    grid: Grid,
    plan: Plan,
    block: Block,
    read: Block,
    columns: Sequence[InputColumn],
    problems: Sequence[str],
    totals: str,
    full: str,
) -> None:
    """Write a register with its head line, rows and hints.

    Args:
        grid: the sheet, which already has its title.
        plan: the plan of the book.
        block: the rows as typed; column ``n`` first and ``hint`` last.
        read: the same rows as read, with ``problem``, the number of the error.
        columns: the columns of the register.
        problems: the texts of 提示, by number of the error.
        totals: a text formula to append to the head line.
        full: advice for when all rows are used.
    """
    grid.height(1, 28)
    grid.put(2, 1, f"={_progress(read)}{totals}", "副标题")
    write_sections(grid, plan, block.sheet)
    grid.height(block.first - 1, 30)

    def of(index: int) -> dict[str, Value]:
        return {"n": index + 1, "hint": word_of(read.at("problem", index), problems)}

    write_rows(grid, block, columns, of)
    last = f"共 {block.count} 行。快用完时{full}，腾出的行接着填；不要插入行。"
    grid.put(block.last + 1, 1, last, "注")
    grid.redden("$A$2:$J$2", 'LEFT($A$2,2)="注意"')
    redden_hints(grid, block)
    grid.sheet.freeze_panes = f"B{block.first}"
    heads = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:{block.letter('hint')}{block.last + 1}", landscape=True, title_rows=heads)


def _progress(read: Block) -> str:
    """A text: the numbers of rows used, invalid, and left."""
    problem = read.all("problem")
    used, wrong = (f"SUMPRODUCT(({problem}>{n})*1)" for n in (0, 1))
    few = f'IF({read.count}-{used}<={_FEW},"注意：行快用完；","")'
    flaws = f'IF({wrong}=0,"","，其中有误 "&{wrong}&" 行没有计入")'
    return f'{few}&"已填 "&{used}&" 行，还剩 "&{read.count}-{used}&" 行"&{flaws}'
