"""What the papers of every book are made of: cells, labels with values, headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elevshare.workbook.grid import Grid


@dataclass(frozen=True, slots=True)
class Item:
    """One cell or merged cells of a paper. In a formula ``@`` stands for the household's row."""

    down: int
    left: int
    value: str | None
    style: str
    right: int = 0

    def on(self, row: str) -> str | None:
        """The value on the paper whose household row stands in the cell ``row``."""
        return self.value.replace("@", row) if self.value else None


def put_items(grid: Grid, items: Sequence[Item], start: int, row: str) -> None:
    """One paper from the row ``start`` on; the cell ``row`` has its household's row."""
    for item in items:
        down, value = start + item.down, item.on(row)
        if item.right > item.left:
            grid.merge(down, item.left + 1, item.right + 1, value, item.style)
        else:
            grid.put(down, item.left + 1, value, item.style)


def pair(down: int, left: int, label: str, value: str | None, style: str) -> list[Item]:
    """A label and its value, in two neighbouring cells."""
    return [Item(down, left, label, "单据-标签"), Item(down, left + 1, value, style)]


def line(down: int, label: str, value: str | None, style: str = "单据-文字") -> list[Item]:
    """A label and its value over the rest of the row."""
    return [Item(down, 0, label, "单据-标签"), Item(down, 1, value, style, right=3)]


def section(down: int, title: str) -> Item:
    """A heading over the whole width."""
    return Item(down, 0, title, "单据-节", right=3)
