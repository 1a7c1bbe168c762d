"""Where everything stands in a book: the one truth for addresses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from openpyxl.utils import get_column_letter


@dataclass(frozen=True)
class Block:
    """Rows of one shape on one sheet, their columns known by key.

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
        """The last row."""
        return self.first + self.count - 1

    @property
    def rows(self) -> range:
        """All rows, top down."""
        return range(self.first, self.first + self.count)

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {key: get_column_letter(self.left + i) for i, key in enumerate(self.columns)}

    def column(self, key: str) -> int:
        """Number of a column."""
        return self.left + list(self.columns).index(key)

    def letter(self, key: str) -> str:
        """Letter of a column."""
        return self._letters[key]

    def all(self, key: str) -> str:
        """A whole column of the block, with its sheet, absolute."""
        letter = self._letters[key]
        return f"{self.sheet}!${letter}${self.first}:${letter}${self.last}"

    def area(self, key: str) -> str:
        """A whole column of the block, as seen from its own sheet."""
        letter = self._letters[key]
        return f"${letter}${self.first}:${letter}${self.last}"

    def at(self, key: str, index: int) -> str:
        """One cell, ``index`` counting from 0, with its sheet, absolute."""
        return f"{self.sheet}!${self._letters[key]}${self.first + index}"

    def here(self, key: str, row: int) -> str:
        """One cell of a row, as seen from its own sheet."""
        return f"${self._letters[key]}{row}"

    def cells(self, row: int) -> dict[str, str]:
        """All cells of a row, as seen from its own sheet, by key."""
        return {key: f"${letter}{row}" for key, letter in self._letters.items()}

    def on(self, row: int) -> Callable[[str], str]:
        """``here`` for one row: column key → cell."""
        return lambda key: self.here(key, row)
