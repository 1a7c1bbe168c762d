"""The cost items of a book that came back."""

from __future__ import annotations

from elevshare.project import CostItem
from elevshare.returned.cells import Cells, at
from elevshare.workbook.field import NO, YES
from elevshare.workbook.places import Block


def cost_rows(cells: Cells, block: Block) -> list[CostItem | None]:
    """The item of every row of the table, ``None`` where no amount is filled in."""
    return [_item(cells, block, row) for row in range(block.count)]


def _item(cells: Cells, block: Block, row: int) -> CostItem | None:
    """One row; an amount below 0 counts too, as in the book, and is noted."""
    here = at(block, row)
    amount = cells.money(here("yuan"), "费用金额")
    if amount.blank:
        return None
    eligible = cells.word(here("eligible"), "计入补贴基数", {YES: True, NO: False}, False)
    return CostItem(cells.text(here("item")), amount.units, eligible)
