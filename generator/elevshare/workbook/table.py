"""A block of formulas on a sheet: its title, heads, and one row of formulas a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.sheetxml import Value


def write_table(
    grid: Grid,
    block: Block,
    title: str,
    heads: Mapping[str, tuple[str, str]],
    of: Callable[[int], Mapping[str, Value]],
) -> None:
    """Write a block; ``heads`` has the head and kind of every column that is written."""
    grid.put(block.first - 2, block.left, title, "节")
    grid.height(block.first - 1, 30)
    shown = [(key, block.column(key), *heads[key]) for key in block.columns if key in heads]
    for _, column, head, _ in shown:
        grid.put(block.first - 1, column, head, "表头")
    styles = [(key, column, f"计算-{kind}") for key, column, _, kind in shown]
    for row in block.rows:
        formulas = of(row)
        for key, column, style in styles:
            grid.put(row, column, formulas[key], style)
