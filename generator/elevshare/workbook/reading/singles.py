"""Read the single inputs of a returned book, each by its own definition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from elevshare.project import Project
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.field import SCALES, Field
from elevshare.workbook.reading.cells import Cells, Place
from elevshare.workbook.reading.numbers import day_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
Record = TypeVar("Record", bound="DataclassInstance")


class Singles:
    """All single inputs of one book. Blank and invalid entries count as the field defines.

    All are read at once, so that every invalid entry is reported.
    """

    def __init__(self, cells: Cells, plan: Accounts) -> None:
        self._cells = cells
        self._places = {field.key: _place(plan.parameter(field.key)) for field in plan.fields}
        #: Record of the project → attribute → the input that lives there.
        self._living: defaultdict[str, dict[str, Field]] = defaultdict(dict)
        for field in plan.fields:
            record, _, attribute = field.of.rpartition(".")
            if field.of:
                self._living[record][attribute] = field
        self._numbers = {field.key: self._read(plan, field) for field in plan.numbers}
        for field in plan.choices:
            cells.word(
                self._places[field.key], f"“{field.label}”", dict.fromkeys(field.choices), None
            )

    def _read(self, plan: Accounts, field: Field) -> int | None:
        """A number in whole units of its kind: fen, 0.01%, half storeys, days, whole numbers."""
        scale, (low, high) = SCALES[field.kind], plan.bounds(field)
        place, day = self._places[field.key], field.kind == "date"
        found = self._cells.number(place, f"“{field.label}”", scale, low, high, day)
        if found.right:
            return found.units
        return None if field.blank < 0 else field.blank * scale

    def place(self, key: str) -> Place:
        """The cell of an input."""
        return self._places[key]

    def known(self, key: str) -> int:
        """A number; 0 if the cell has none and its field defines none for a blank."""
        return self._numbers[key] or 0

    def choice(self, key: str, words: Mapping[str, T], otherwise: T) -> T:
        """The meaning of the chosen word; ``otherwise`` if the entry is invalid."""
        return words.get(str(self._cells.value(self._places[key])), otherwise)

    def applied(self, project: Project) -> Project:
        """The project with the inputs that are attributes of it.

        Those of its scheme are left out, and those of records within its records.
        """
        records = {
            path: self.into(getattr(project, path), path)
            for path in self._living
            if path and "." not in path and path != "scheme"
        }
        return replace(self.into(project, ""), **records)

    def into(self, record: Record, path: str) -> Record:
        """A record of the project with the inputs that are its attributes.

        Args:
            record: the record with the values for blank cells.
            path: its path of attributes (see ``Field.of``): ``loan`` for ``loan.rate``; empty for
                the project itself.
        """
        here = self._living.get(path, {})
        return replace(record, **{n: self._meant(f, getattr(record, n)) for n, f in here.items()})

    def _meant(self, field: Field, blank: object) -> Any:
        """The attribute's value for an input; ``blank`` is the value of a blank cell."""
        if field.words:
            return self.choice(field.key, field.words, field.otherwise)
        if field.kind == "text":
            text = self._cells.text(self._places[field.key])
            # A room is looked up on 住户, which reads its rooms in the same way.
            return self._cells.meanings.room(text) if field.of.endswith(".room") else text
        number = self._numbers[field.key]
        if field.kind == "date":
            return day_of(number) if number else ""
        if number is None or (number == 0 and field.blank == 0):
            return None if blank is None else 0
        return number


def _place(address: str) -> Place:
    """The cell of a single input, from an address in column B."""
    sheet, row = address.split("!$B$")
    return Place(sheet, int(row), 2)
