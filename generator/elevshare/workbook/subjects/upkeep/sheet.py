"""运维: the yearly running cost, the amount to share, and each household's part."""

from __future__ import annotations

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.figures import Figures
from elevshare.workbook.grid import Grid
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.upkeep import figures as upkeep
from elevshare.workbook.subjects.upkeep import tables
from elevshare.workbook.subjects.upkeep.inputs import COLUMNS, ITEMS
from elevshare.workbook.table import written

TITLE, ROLE = tables.TITLE, "计算"
ABOUT = "每年运行维护费用每户多少"

#: The column of the labels of the switches.
_SWITCH_LABEL = 13


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: figures, households, storeys; working columns to the right."""
    grid.widths(8, 10, 8, 14, 14, 14, 14, 14, 14, 14, 14, 3, *([11] * 90))
    grid.put(1, 1, "运维：每年的运行维护费用，每户多少（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    upkeep.figures(plan).write(grid)
    upkeep.switches(plan).write_beside(grid, _SWITCH_LABEL)
    _lines(grid, upkeep.lines(plan))
    for table in (tables.flats(plan), tables.storey_table(plan), tables.items(plan)):
        table.write(grid)
    for split in (tables.actual(plan), tables.without(plan)):
        split.flats.write(grid)
        split.storey_table.write(grid)
    grid.sheet.freeze_panes = "C4"
    grid.page(f"A1:K{tables.items(plan).end}", landscape=True)


def write_inputs(grid: Grid, plan: Accounts) -> None:
    """Write the table of yearly items on 专项."""
    read, items = tables.items(plan), plan.project.upkeep.items

    def of(index: int) -> dict[str, Value]:
        item = items[index] if index < len(items) else None
        name = ITEMS[index] if index < len(ITEMS) and not items else ""
        return {
            "item": item.name if item else name,
            "yuan": item.fen / 100 if item else None,
            "hint": word_of(read.at("problem", index), tables.ITEM_PROBLEMS),
        }

    write_rows(grid, tables.typed(plan), COLUMNS, of)


def _lines(grid: Grid, lines: Figures) -> None:
    """Write the sentences."""
    for row, line in enumerate(lines.figures.values(), lines.first_row):
        grid.row(row, 1, [line.label, None, None], "标签-长")
        grid.row(row, 4, [written(line.formula(lines)), *([None] * 7)], "计算-长")
