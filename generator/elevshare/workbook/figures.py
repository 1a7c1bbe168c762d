"""Figures above or beside the tables of a sheet, one a row: label, amount, whole number, note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from elevshare.workbook.grid import Grid

#: The heads of figures, from column A on.
HEADS = ("项目", None, None, "金额（元）", "整数（分）", "说明")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its label, its note (a text, or a formula), and its formula.

    A formula is given all the figures, and has no ``=``; a number may stand in its place.

    ``yuan`` is how an amount in fen is shown in yuan; empty for a number. In it ``{}`` is the cell
    of the amount, ``{f.key}`` that of another figure.
    """

    label: str
    note: str | Callable[[Figures], str] | None
    formula: Callable[[Figures], str | int]
    yuan: str = ""
    kind: str = "whole"


def money(label: str, note: str | None, formula: Callable[[Figures], str]) -> Figure:
    """A figure in fen, shown in yuan beside it."""
    return Figure(label, note, formula, "{}/100")


class Figures:
    """Figures at their place: ``figures.net`` is the address of the whole number ``net``.

    They take a row each from ``first_row`` on. ``value`` is the column of the whole numbers.
    """

    def __init__(
        self, sheet: str, first_row: int, figures: Mapping[str, Figure], value: int = 5
    ) -> None:
        letter = get_column_letter(value)
        self.__dict__ = {key: f"{sheet}!${letter}${row}"
                         for row, key in enumerate(figures, first_row)}  # fmt: skip
        self.figures, self.value = figures, value
        self.first_row, self.last_row = first_row, first_row + len(figures) - 1
        if not _TAKEN.isdisjoint(figures):
            raise ValueError("a figure has the name of something that all figures have")

    if TYPE_CHECKING:

        def __getattr__(self, key: str) -> str: ...

    def __getitem__(self, key: str) -> str:
        """The address of the figure whose key is worked out."""
        address: str = self.__dict__[key]
        return address

    def yuan(self, key: str) -> str:
        """The address of an amount in yuan."""
        sheet, _ = self[key].split("!")
        return f"{sheet}!${get_column_letter(self.value - 1)}${self.row(key)}"

    def noted(self, key: str) -> str:
        """The address of the note of a figure."""
        sheet, _ = self[key].split("!")
        return f"{sheet}!${get_column_letter(self.value + 1)}${self.row(key)}"

    def row(self, key: str) -> int:
        """The row of a figure."""
        return self.first_row + list(self.figures).index(key)

    def formula(self, figure: Figure) -> str | int:
        """What stands in the cell of a figure."""
        value = figure.formula(self)
        return f"={value}" if isinstance(value, str) else value

    def write(self, grid: Grid, heads: Sequence[str | None] = HEADS, labels: int = 3) -> None:
        """Write the heads and the figures; a label takes the first ``labels`` columns.

        Where a column is left between labels and whole numbers, amounts stand there in yuan.
        """
        grid.row(self.first_row - 1, 1, heads, "表头")
        letter = get_column_letter(self.value)
        for row, figure in enumerate(self.figures.values(), self.first_row):
            grid.row(row, 1, [figure.label, *[None] * (labels - 1)], "标签-长")
            if self.value > labels + 1:
                yuan = figure.yuan.format(f"${letter}{row}", f=self)
                grid.put(row, self.value - 1, f"={yuan}" if yuan else None, "计算-money")
            grid.put(row, self.value, self.formula(figure), f"计算-{figure.kind}")
            note = f"={figure.note(self)}" if callable(figure.note) else figure.note
            grid.put(row, self.value + 1, note, "注")

    def write_beside(self, grid: Grid, label: int) -> None:
        """Write the figures without heads: only the labels, in a column, and the numbers."""
        for row, figure in enumerate(self.figures.values(), self.first_row):
            grid.put(row, label, figure.label, "注")
            grid.put(row, self.value, self.formula(figure), f"计算-{figure.kind}")


#: What no figure can be called.
_TAKEN = {"figures", "value", "first_row", "last_row", "yuan", "noted", "row", "formula", "write",
          "write_beside"}  # fmt: skip
