"""The cost items of a book that came back."""

from __future__ import annotations

from elevshare.project import CostItem
from elevshare.workbook.field import TRUTH
from elevshare.workbook.reading.rows import InputRow, Typed


def cost_rows(typed: Typed) -> list[CostItem | None]:
    """The item of every row of the table, ``None`` where no amount is filled in."""
    return [_item(row) for row in typed.rows("costs")]


def _item(row: InputRow) -> CostItem | None:
    """One row; an amount below 0 counts too, as in the book, and is noted."""
    amount = row.number("yuan", "费用金额")
    if amount.blank:
        return None
    return CostItem(row.text("item"), amount.units, row.word("eligible", TRUTH, False))
