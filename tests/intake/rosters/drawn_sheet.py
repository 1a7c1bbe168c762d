"""A workbook as it is drawn on the screen, before it is written in one format or another."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """A value, the format that shows it, and what is seen where that is not the value itself.

    ``formula`` is without "="; the value is then the stored result, ``None`` where there is none.
    """

    value: object = None
    form: str = "General"
    seen: str | None = None
    formula: str = ""

    @property
    def text(self) -> str:
        """What a text file has of it."""
        if self.seen is not None:
            return self.seen
        if self.value is None:
            return ""
        if isinstance(self.value, bool):
            return str(self.value).upper()
        return f"{self.value:.15g}" if isinstance(self.value, float) else str(self.value)


@dataclass
class Sheet:
    """Cells by (row, column) from 1 on, areas that are merged, rows and columns that are hidden."""

    title: str = "住户"
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False

    def put(self, row: int, column: int, value: object) -> None:
        """Write a cell; a bare value is one without a format."""
        cell = value if isinstance(value, Cell) else Cell(value)
        if cell.value is not None or cell.formula:
            self.cells[row, column] = cell

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge an area of more than one cell: only its first one keeps a value."""
        if (top, left) == (bottom, right):
            return
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    self.cells.pop((row, column), None)
        self.merged.append((top, left, bottom, right))
