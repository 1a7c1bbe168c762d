"""Blocks of figures on a sheet, one figure in each row: label, yuan, whole number, note."""

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
    """One figure of a block.

    ``formula`` takes the block and gives a formula without ``=``, or a number. ``note`` is a text,
    or a function that takes the block and gives a formula.

    ``yuan`` is the formula of the amount in yuan beside the whole number, empty for a number that
    is no amount: ``{}`` stands for the cell of the whole number, ``{f.key}`` for that of another
    figure.
    """

    label: str
    note: str | Callable[[Figures], str] | None
    formula: Callable[[Figures], str | int]
    yuan: str = ""
    kind: str = "whole"


def money(label: str, note: str | None, formula: Callable[[Figures], str]) -> Figure:
    """A figure in fen, with its amount in yuan beside it."""
    return Figure(label, note, formula, "{}/100")


class Figures:
    """A block of figures at its area: ``figures.net`` is the address of the whole number ``net``.

    Each figure takes one row, from ``first_row`` on; ``value`` is the column of the whole numbers.
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
        """The address of a figure, for a key held in a variable."""
        address: str = self.__dict__[key]
        return address

    def yuan(self, key: str) -> str:
        """The address of a figure's amount in yuan."""
        sheet, _ = self[key].split("!")
        return f"{sheet}!${get_column_letter(self.value - 1)}${self.row(key)}"

    def noted(self, key: str) -> str:
        """The address of a figure's note."""
        sheet, _ = self[key].split("!")
        return f"{sheet}!${get_column_letter(self.value + 1)}${self.row(key)}"

    def row(self, key: str) -> int:
        """The row of a figure."""
        return self.first_row + list(self.figures).index(key)

    def formula(self, figure: Figure) -> str | int:
        """The content of a figure's cell: a formula with its ``=``, or a number."""
        value = figure.formula(self)
        return f"={value}" if isinstance(value, str) else value

    def write(self, grid: Grid, heads: Sequence[str | None] = HEADS, labels: int = 3) -> None:
        """Write heads and figures; each label takes the first ``labels`` columns.

        If a column is free between the labels and the whole numbers, it has the amounts in yuan.
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
        """Write the figures beside others: labels in column ``label``, whole numbers, no heads."""
        for row, figure in enumerate(self.figures.values(), self.first_row):
            grid.put(row, label, figure.label, "注")
            grid.put(row, self.value, self.formula(figure), f"计算-{figure.kind}")


#: Keys that no figure can have.
_TAKEN = {
    "figures",
    "value",
    "first_row",
    "last_row",
    "yuan",
    "noted",
    "row",
    "formula",
    "write",
    "write_beside",
}
