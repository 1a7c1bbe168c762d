"""Blocks of figures on a sheet, one figure in each row: label, amount or number, note.

The whole numbers of fen that formulas use stand apart, to the right of what is read and printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from elevshare.workbook.grid import Grid

#: The head of the amounts and numbers, and that of the fen that formulas use.
_SHOWN, _WHOLE = "金额（元）、数", "整数（分）"
#: The column of those, unless a sheet has something else there.
APART = 20
#: Words among numbers: the kind of their style, at the right like those.
BESIDE = {"any": "said", "text": "said", "date": "day"}


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

    Each figure takes one row, from ``first_row`` on. ``value`` is the column of the numbers; whole
    numbers of fen stand in the column ``far``, with the amounts in yuan in their place.
    """

    def __init__(
        self,
        sheet: str,
        first_row: int,
        figures: Mapping[str, Figure],
        value: int = 4,
        far: int = APART,
    ) -> None:
        self.figures, self.value, self.far = figures, value, far
        self.first_row, self.last_row = first_row, first_row + len(figures) - 1
        for row, (key, figure) in enumerate(figures.items(), first_row):
            self.__dict__[key] = f"{sheet}!${get_column_letter(self._column(figure))}${row}"
        if not _TAKEN.isdisjoint(figures):
            raise ValueError("a figure has the name of something that all figures have")

    if TYPE_CHECKING:

        def __getattr__(self, key: str) -> str: ...

    def __getitem__(self, key: str) -> str:
        """The address of a figure, for a key held in a variable."""
        address: str = self.__dict__[key]
        return address

    def _column(self, figure: Figure) -> int:
        """The column of what formulas use of a figure."""
        return self.far if figure.yuan else self.value

    def yuan(self, key: str) -> str:
        """The address of a figure's amount in yuan."""
        sheet, _ = self[key].split("!")
        return f"{sheet}!${get_column_letter(self.value)}${self.row(key)}"

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

    def write(
        self,
        grid: Grid,
        shown: str = _SHOWN,
        labels: int = 3,
        whole: str = _WHOLE,
        what: str = "项目",
    ) -> None:
        """Write heads and figures: each label takes ``labels`` columns; ``shown`` and ``whole`` are heads."""
        head, letter = self.first_row - 1, get_column_letter(self.far)
        grid.row(head, 1, [what, *[None] * (labels - 1)], "表头")
        grid.row(head, self.value, [shown, "说明"], "表头")
        if any(figure.yuan for figure in self.figures.values()):
            grid.put(head, self.far, whole, "表头")
        for row, figure in enumerate(self.figures.values(), self.first_row):
            grid.row(row, 1, [figure.label, *[None] * (labels - 1)], "标签-长")
            if figure.yuan:
                yuan = figure.yuan.format(f"${letter}{row}", f=self)
                grid.put(row, self.value, f"={yuan}", "计算-money")
            kind = figure.kind if figure.yuan else BESIDE.get(figure.kind, figure.kind)
            grid.put(row, self._column(figure), self.formula(figure), f"计算-{kind}")
            note = f"={figure.note(self)}" if callable(figure.note) else figure.note
            grid.put(row, self.value + 1, note, "注")

    def write_beside(self, grid: Grid, label: int) -> None:
        """Write the figures beside others: labels in column ``label``, whole numbers, no heads."""
        for row, figure in enumerate(self.figures.values(), self.first_row):
            grid.put(row, label, figure.label, "注")
            grid.put(row, self._column(figure), self.formula(figure), f"计算-{figure.kind}")


#: Keys that no figure can have.
_TAKEN = {
    "figures",
    "value",
    "far",
    "first_row",
    "last_row",
    "yuan",
    "noted",
    "row",
    "formula",
    "write",
    "write_beside",
}
