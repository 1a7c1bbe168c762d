"""Read the rows of a returned book's tables of inputs, each cell by its column's definition."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import TRUTH
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.places import Block
from elevshare.workbook.reading.cells import Cells, Place, Reading, at
from elevshare.workbook.reading.finding import Flaw
from elevshare.workbook.reading.numbers import Read, day_of, number_of
from elevshare.workbook.reading.singles import Singles

T = TypeVar("T")


class InputRow:
    """One row; ``index`` counts from 0. Where given, ``name`` is the cell's name in messages."""

    def __init__(
        self, cells: Cells, block: Block, columns: Mapping[str, InputColumn], index: int
    ) -> None:
        self._cells, self._columns, self.index = cells, columns, index
        self._here = at(block, index)

    def __contains__(self, key: str) -> bool:
        return key in self._columns

    def value(self, key: str) -> object:
        """The value of a cell; ``None`` if it is blank or shows an error."""
        return self._cells.value(self.place(key))

    def filled(self, keys: Collection[str]) -> bool:
        """Whether any of the cells has a value."""
        return any(self.value(key) is not None for key in keys)

    def place(self, key: str) -> Place:
        """The cell of a column."""
        return self._here(key)

    def limits(self, key: str) -> tuple[str, str]:
        """The lowest and highest valid number of a column."""
        return self._columns[key].limits

    def scale(self, key: str) -> int:
        """How many steps make 1 in a column."""
        return self._columns[key].scale

    def name(self, key: str) -> str:
        """The name of a column in messages."""
        return self._columns[key].called

    def text(self, key: str) -> str:
        """A text."""
        return self._cells.text(self.place(key))

    def room(self) -> str:
        """The room, as the book's formulas read it."""
        self.text("room")  # notes what cannot be read at all
        return self._cells.meanings.room(self.value("room"))

    def owner(self) -> str:
        """The owner, as the book's formulas read it: empty where a sign says that there is none."""
        self.text("owner")
        return self._cells.meanings.owner(self.value("owner"))

    def cleaned(self, key: str) -> str:
        """A name, without blanks around it and what nobody sees."""
        self.text(key)
        return self._cells.meanings.text(self.value(key))

    def number(
        self,
        key: str,
        name: str = "",
        most: str = "",
        least: str = "",
        number_of: Callable[[object], Read | None] = number_of,
    ) -> Reading:
        """A number in whole steps of its column, such as fen; for a date the day number.

        ``least`` and ``most`` are the bounds of valid numbers, by default those of the column;
        ``number_of`` gives the number of a value, ``None`` if it has none.
        """
        column = self._columns[key]
        low, high = column.limits
        return self._cells.number(
            self.place(key),
            name or column.called,
            column.scale,
            least or low,
            most or high,
            column.kind == "date",
            number_of,
        )

    def day(self, key: str, name: str = "") -> str:
        """A date as yyyy-mm-dd; empty if there is none."""
        found = self.number(key, name)
        return day_of(found.units) if found.right else ""

    def word(self, key: str, words: Mapping[str, T], otherwise: T, name: str = "") -> T:
        """The meaning of one of ``words``; ``otherwise`` for any other text."""
        called = name or self._columns[key].called
        return self._cells.word(self.place(key), called, words, otherwise)

    def truth(
        self, key: str, spelt: Callable[[object], object], needed: bool = False
    ) -> bool | None:
        """是 as True, 否 as False; ``None`` for anything else, and for a blank.

        ``spelt`` gives the word that a value stands for; a blank is a finding if one is ``needed``.
        """
        place, called = self.place(key), self._columns[key].called
        if needed:
            return self._cells.word(place, called, TRUTH, None, spelt)
        return self._cells.truth(place, called, spelt)

    def note(self, key: str, what: str, todo: str, flaw: Flaw = Flaw.UNCLEAR) -> None:
        """Add a finding about a cell."""
        self._cells.note(self.place(key), what, todo, flaw)


@dataclass(frozen=True, slots=True)
class Typed:
    """All inputs of one returned book: its cells, its single inputs, and the plan of its tables."""

    cells: Cells
    singles: Singles
    plan: Accounts

    def rows(self, section: str) -> Iterator[InputRow]:
        """The rows of the table of a section."""
        yield from self._rows(self.plan.table(section), self.plan.section(section).columns)

    def households(self) -> Iterator[InputRow]:
        """The rows of 住户."""
        yield from self._rows(self.plan.households, self.plan.household_columns)

    def _rows(self, block: Block, columns: Sequence[InputColumn]) -> Iterator[InputRow]:
        known = {column.key: column for column in columns}
        return (InputRow(self.cells, block, known, index) for index in range(block.count))
