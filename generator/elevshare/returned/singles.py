"""The single inputs of a book, each read by its own definition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from elevshare.returned.cells import Cells, Place
from elevshare.returned.numbers import day_of
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import Field
from elevshare.workbook.readings import SCALES

T = TypeVar("T")


class Singles:
    """All single inputs of one book. What is blank, or cannot be meant, counts as its field says.

    Every one is read at once, so that whatever is wrong with any is found.
    """

    def __init__(self, cells: Cells, plan: Accounts) -> None:
        self._cells = cells
        self._fields = {field.key: field for field in plan.fields}
        self._places = {key: _place(plan.parameter(key)) for key in self._fields}
        self._numbers = {field.key: self._read(plan, field) for field in plan.numbers}
        for field in plan.choices:
            cells.word(
                self._places[field.key], f"“{field.label}”", dict.fromkeys(field.choices), None
            )

    def __contains__(self, key: str) -> bool:
        return key in self._fields

    def place(self, key: str) -> Place:
        """Where an input stands."""
        return self._places[key]

    def _read(self, plan: Accounts, field: Field) -> int | None:
        """A number in whole units of its kind: fen, 0.01%, half storeys, days, whole numbers."""
        scale, (low, high) = SCALES[field.kind], plan.bounds(field)
        place, day = self._places[field.key], field.kind == "date"
        found = self._cells.number(place, f"“{field.label}”", scale, low, high, day)
        if found.right:
            return found.units
        return None if field.blank < 0 else field.blank * scale

    def number(self, key: str) -> int | None:
        """A number in whole units, ``None`` where there is none and none stands for it."""
        return self._numbers[key]

    def known(self, key: str) -> int:
        """A number for which something stands where it is blank."""
        return self._numbers[key] or 0

    def day(self, key: str) -> str:
        """A date as yyyy-mm-dd, empty where there is none."""
        found = self.known(key)
        return day_of(found) if found > 0 else ""

    def text(self, key: str) -> str:
        """A text."""
        return self._cells.text(self._places[key])

    def choice(self, key: str, words: Mapping[str, T], otherwise: T) -> T:
        """What a word stands for; ``otherwise`` where it is none that may be chosen."""
        return words.get(str(self._cells.value(self._places[key])), otherwise)

    def yes(self, key: str) -> bool:
        """Whether 是 was chosen."""
        return self.choice(key, {"是": True}, False)


def _place(address: str) -> Place:
    """The cell of a single input, which stands in column B."""
    sheet, row = address.split("!$B$")
    return Place(sheet, int(row), 2)
