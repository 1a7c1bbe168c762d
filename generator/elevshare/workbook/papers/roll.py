"""The list of households on a paper for the notice board: heads, totals, and one line each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.table import Column, FormulaTable, TableRow

_HEAD, _LINE = 24.0, 24.0


@dataclass(frozen=True, slots=True)
class RollColumn:
    """One column: head, kind of style, width, and the formula of its total."""

    head: str
    kind: str
    width: float
    total: str | None = None


def write_roll(
    grid: Grid, row: int, title: str, block: Block, columns: Mapping[str, RollColumn]
) -> None:
    """Write the list, with its title in ``row``.

    ``block`` holds one household in each row: its column ``at`` gives the household printed on a
    line, 0 for none, and each key of ``columns`` has a column in it, except those filled in by
    hand. The totals come first, so that no page has only them. Lines after the last household show
    nothing.
    """
    right = len(columns)
    grid.merge(row, 1, right, title, "单据-表节")
    grid.row(row + 1, 1, [column.head for column in columns.values()], "单据-表头")
    for left, column in enumerate(columns.values(), 1):
        grid.put(row + 2, left, column.total, f"单据-表{column.kind}")
    for line in range(row + 1, row + 3):
        grid.height(line, _HEAD)
    first = row + 3
    for index in range(block.count):
        for left, (key, column) in enumerate(columns.items(), 1):
            grid.put(first + index, left, _cell(block, key, index), f"单据-行{column.kind}")
        grid.height(first + index, _LINE)
    last = f"{get_column_letter(right)}{first + block.count - 1}"
    grid.frame(f"A{first}:{last}", f'$A{first}<>""')


def area(row: int, right: int, households: int) -> str:
    """The print area of a sheet whose list begins in ``row``, with this number of households."""
    return f"A1:{get_column_letter(right)}{row + 2 + households}"


def _cell(block: Block, key: str, index: int) -> str | None:
    """The formula of one cell: the value of the household that is printed on this line."""
    if key not in block.columns:
        return None
    at = block.at("at", index)
    value = block.at("n", index) if key == "n" else f"INDEX({block.all(key)},{at})"
    return f'=IF({at}=0,"",{value})'


def in_order(shares: FormulaTable) -> tuple[Column, ...]:
    """The columns that number households without gaps: the line of each, and who is on a line."""

    def number(row: TableRow) -> str:
        valid = shares.at("valid", row.index)
        return f"SUM({shares.at('valid', 0)}:{valid.split('!')[1]})*{valid}"

    return (
        Column("number", "表上第几行", "whole", number),
        Column("at", "表上这一行是第几户", "whole",
               lambda r: f"IFERROR(MATCH({r.n},{r.column('number')},0),0)"),
    )  # fmt: skip
