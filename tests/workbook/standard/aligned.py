"""Points about how a table is read: heads in sight, one alignment a column, amounts in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standard.finding import Finding, at, of, on_each_filled_sheet, on_each_sheet
from standard.parts import Cell, Sheet

#: Kinds of cells that show numbers, at the right; words of one kind are in the middle or on the left.
_NUMBERS = {"money", "area", "coef", "whole", "share", "percent", "fine", "said", "day"}
#: Yuan with two decimals from a thousand on, in the middle of a text, without separators.
_BARE = re.compile(r"(?<![\d,.])\d{4,}\.\d\d(?!\d)(?! ?(?:㎡|平方米|%))")


@on_each_filled_sheet
def thousands(sheet: Sheet) -> Iterator[Finding]:
    """27: amounts in sentences have separators of thousands, as those in cells have."""
    for cell in sheet.formulas:
        if isinstance(cell.value, str) and _BARE.search(cell.value):
            yield at(sheet, cell, f"without separators: {cell.value}")


@on_each_sheet
def frozen_heads(sheet: Sheet) -> Iterator[Finding]:
    """28: what is frozen is the sheet's title, or ends with the heads of the rows right below.

    Heads that stay in sight belong to every row that can be scrolled to: there is no other table below.
    """
    found = re.search(r'<pane [^>]*topLeftCell="([A-Z]+)(\d+)"[^>]*state="frozen"', sheet.head)
    if not found or int(found[2]) < 2:
        return
    last = int(found[2]) - 1
    heads = {row for (row, column), cell in sheet.cells.items()
             if cell.style.name == "表头" and column <= 2}  # fmt: skip
    if frozen := sorted(row for row in heads if row <= last):
        if frozen[-1] != last:
            yield of(sheet, f"frozen down to {last}, the heads are in {frozen[-1]}")
        if below := sorted(row for row in heads if row > last):
            yield of(sheet, f"the heads of row {frozen[-1]} stay above the table of row {below[0]}")


@on_each_sheet
def one_alignment(sheet: Sheet) -> Iterator[Finding]:
    """29: a column of a table has numbers on the right, or words, never both."""
    heads = sorted((row, column) for (row, column), cell in sheet.cells.items()
                   if cell.style.name == "表头")  # fmt: skip
    for row, column in heads:
        kinds: dict[str, Cell] = {}
        below = row + 1
        while (cell := sheet.cells.get((below, column))) and not _ends(sheet, cell):
            kinds.setdefault(_side(cell), cell)
            below += 1
        kinds.pop("", None)
        if len(kinds) > 1:
            said = ", ".join(f"{key} at {one.place}" for key, one in kinds.items())
            yield at(sheet, next(iter(kinds.values())), said)


def _ends(sheet: Sheet, cell: Cell) -> bool:
    """Whether a row is no longer one of a table: heads, notes, or its sums, whose label is long."""
    labels = (sheet.text(cell.row, column) for column in range(1, cell.column + 1))
    return cell.style.name in ("表头", "注", "节") or "合计" in labels


def _side(cell: Cell) -> str:
    """Where the text of a cell stands; empty where it is no cell of a table."""
    name, _, kind = cell.style.name.partition("-")
    if name not in ("输入", "计算") or kind == "长":
        return "left" if name == "标签" and not kind else ""
    return "right" if kind in _NUMBERS else "middle"
