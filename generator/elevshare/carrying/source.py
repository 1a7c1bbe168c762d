"""The book that is carried over: judged, read back, every input by what it is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from elevshare.audit.audited import Audit, audit
from elevshare.audit.finding import KINDS, Level, worst
from elevshare.audit.older.computing import values_of, with_results
from elevshare.errors import InputError
from elevshare.opened import Cell, OpenedBook, open_book
from elevshare.returned import Amounts, Returned, amounts_of, read_back
from elevshare.returned.labels import At, Label
from elevshare.returned.located import parsed
from elevshare.returned.made import made_of
from elevshare.returned.search import found_in
from elevshare.returned.version import Age, ships_holidays
from elevshare.workbook.recipe import Recipe

#: So many of the findings of a book that is refused are repeated.
_FEW = 3
_FORCE = "请先核对；确实要用里面填的内容，加 --force"
_CHECK = "请先用 elevshare check 核对，找交簿子的人问清楚"


@dataclass(frozen=True, slots=True)
class FilledBook:
    """A filled-in book.

    Attributes:
        book: as it was opened.
        judged: what its audit found.
        recipe: its shape.
        returned: its inputs as a project.
        places: what each of its inputs is called → where it stands.
    """

    book: OpenedBook
    judged: Audit
    recipe: Recipe
    returned: Returned
    places: Mapping[Label, At]

    def cell(self, label: Label) -> Cell | None:
        """What an input holds; ``None`` where the book has no such cell."""
        at = self.places.get(label)
        sheet = self.book.sheet(at.sheet) if at else None
        return sheet.cells.get(at.place) if at and sheet else None

    @property
    def ships_holidays(self) -> bool:
        """Whether it had public holidays when it was new."""
        return ships_holidays(self.judged.version)

    @property
    def rows(self) -> int:
        """How many households it has room for."""
        return sum(label.sheet == "住户" and label.head == "房号" for label in self.places)

    @property
    def amounts(self) -> Amounts | str:
        """Its amounts by the rules, or why they cannot be worked out yet."""
        return amounts_by_the_rules(self.returned)


def source_of(path: Path, *, force: bool, ignored: frozenset[str] = frozenset()) -> FilledBook:
    """Read a filled-in book of this or an earlier version.

    Args:
        path: the book.
        force: take the inputs of a book that is 不可信 all the same.
        ignored: kinds of findings that do not make it so here.

    Raises:
        InputError: it cannot be opened, is no book of households, of a later version, or 不可信
            and not forced.
    """
    book = open_book(path)
    judged = audit(book)
    found = [one for one in judged.findings if one.kind not in ignored]
    if worst(found) is Level.DISTRUST and not force and judged.age is not Age.NEWER:
        told = "；".join(f"{one.place} {KINDS[one.kind][1]}" for one in found[:_FEW])
        raise InputError(
            f"不可信，没有用它：{told}", where=book.name, todo=_CHECK if ignored else _FORCE
        )
    if any(cell.formula is not None and cell.value is None
           for sheet in book.sheets for cell in sheet.cells.values()):  # fmt: skip
        book = with_results(book, values_of(book, {}))
    returned = read_back(book, by_labels=True)
    recipe = parsed(book)
    return FilledBook(book, judged, recipe, returned, found_in(book, made_of(recipe).labels))


def amounts_by_the_rules(returned: Returned) -> Amounts | str:
    """What the rules make of a book, or why they can make nothing of it yet."""
    try:
        return amounts_of(returned.project, returned.entries)
    except InputError as error:
        return error.what
