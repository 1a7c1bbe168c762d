"""The only source of cell addresses: areas whose columns are known by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from openpyxl.utils import get_column_letter


@dataclass(frozen=True)
class Block:
    """Rows of equal shape on one sheet, with columns known by key.

    >>> block = Block("分摊", 5, 3, ("room", "due"), left=2)
    >>> block.all("due"), block.at("room", 0), block.here("due", 6)
    ('分摊!$C$5:$C$7', '分摊!$B$5', '$C6')
    """

    sheet: str
    first: int
    count: int
    columns: Sequence[str]
    left: int = 1

    def __post_init__(self) -> None:
        if len(set(self.columns)) < len(self.columns):
            raise ValueError("two columns of a block have the same key")

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.first + self.count - 1

    @property
    def rows(self) -> range:
        """The numbers of all rows."""
        return range(self.first, self.first + self.count)

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {key: get_column_letter(self.left + i) for i, key in enumerate(self.columns)}

    def column(self, key: str) -> int:
        """The number of a column."""
        return self.left + list(self.columns).index(key)

    def letter(self, key: str) -> str:
        """The letter of a column."""
        return self._letters[key]

    def all(self, key: str) -> str:
        """The absolute address of a column's cells, with the sheet."""
        letter = self._letters[key]
        return f"{self.sheet}!${letter}${self.first}:${letter}${self.last}"

    def area(self, key: str) -> str:
        """The absolute address of a column's cells, for formulas on the same sheet."""
        letter = self._letters[key]
        return f"${letter}${self.first}:${letter}${self.last}"

    def at(self, key: str, index: int) -> str:
        """The absolute address of the cell in the row ``index`` (from 0), with the sheet."""
        return f"{self.sheet}!${self._letters[key]}${self.first + index}"

    def here(self, key: str, row: int) -> str:
        """The address of a column's cell in a row of the sheet, for formulas on the same sheet."""
        return f"${self._letters[key]}{row}"

    def cells(self, row: int) -> dict[str, str]:
        """Key → address of a row's cells, for formulas on the same sheet."""
        return {key: f"${letter}{row}" for key, letter in self._letters.items()}

    def on(self, row: int) -> Callable[[str], str]:
        """``here`` for a fixed row, as a function of the key."""
        return lambda key: self.here(key, row)
