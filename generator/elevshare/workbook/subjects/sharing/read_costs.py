"""Read the cost items of a returned book."""

from __future__ import annotations

from elevshare.project import CostItem
from elevshare.workbook.field import TRUTH
from elevshare.workbook.reading.rows import InputRow, Typed


def cost_rows(typed: Typed) -> list[CostItem | None]:
    """The item of every row; ``None`` without an amount."""
    return [_item(row) for row in typed.rows("costs")]


def _item(row: InputRow) -> CostItem | None:
    """The item of a row; a negative amount counts, as in the book, and is noted as a finding."""
    amount = row.number("yuan", "费用金额")
    if amount.blank:
        return None
    return CostItem(row.text("item"), amount.units, row.word("eligible", TRUTH, False))
