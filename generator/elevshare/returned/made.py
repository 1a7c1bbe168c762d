"""The book that this version makes of a recipe, cell by cell, before anybody fills it in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from elevshare.opened import OpenedBook, OpenedSheet, Value, opened
from elevshare.opened.places import Place
from elevshare.project import Project
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.recipe import Recipe

if TYPE_CHECKING:
    from elevshare.returned.labels import At, Label


@dataclass(slots=True)
class MadeSheet:
    """One sheet as it is made: (row, column) → formula without ``=``, constant, or input.

    ``opened`` has all but the cells; ``dated`` are the cells that show a date, ``styles``
    the numbers of the styles of all cells, ``role`` is what the sheet is for, as on 说明.
    """

    title: str
    formulas: dict[Place, str]
    constants: dict[Place, Value]
    inputs: dict[Place, Value]
    opened: OpenedSheet
    dated: frozenset[Place]
    styles: dict[Place, int]
    role: str

    @property
    def size(self) -> Place:
        """The last row and the last column with content."""
        places = [*self.formulas, *self.constants, *self.inputs]
        return max(row for row, _ in places), max(column for _, column in places)

    def locked(self) -> Iterator[Place]:
        """Return every formula and constant cell."""
        yield from self.formulas
        yield from self.constants


class Made:
    """The book of a project as it is made; ``audited`` is where audits keep what they derive."""

    def __init__(self, project: Project) -> None:
        self.audited: object = None
        self.project, self.kind = project, family_of(project)
        self.plan: Inputs = self.kind.plan(self.project)
        self.data = draft(self.plan)
        self.book = opened(self.data, "")
        roles = {module.TITLE: module.ROLE for module in self.kind.sheets(self.plan)}
        self.sheets = {
            sheet.title: _sheet(sheet, self.book, roles.get(sheet.title, ""))
            for sheet in self.book.sheets
        }

    @property
    def names(self) -> Mapping[str, str]:
        """Defined name → address."""
        return self.book.names

    @cached_property
    def labels(self) -> Mapping[Label, At]:
        """Label → cell of every input."""
        from elevshare.returned.labels import labels_of

        return labels_of(self)

    def shipped(self, label: Label) -> Value:
        """What an input holds before anybody fills it in; ``None`` where there is no such input."""
        at = self.labels.get(label)
        return self.sheets[at.sheet].inputs[at.place] if at else None


#: Books that are kept in memory.
_KEPT = 8


def made_of(recipe: Recipe, project_of: Callable[[Recipe], Project] = Recipe.project) -> Made:
    """Return a book of a recipe as it is made; the last ones are kept in memory.

    Args:
        recipe: the shape of the book.
        project_of: gives the project of that shape, one without inputs if it is left out.
    """
    return _kept(recipe, project_of)


def _keeping(most: int) -> Callable[[Recipe, Callable[[Recipe], Project]], Made]:
    """Return a function that makes books and keeps the last ones."""
    return lru_cache(maxsize=most)(lambda recipe, project_of: Made(project_of(recipe)))


_kept = _keeping(_KEPT)


def keep(most: int = _KEPT) -> None:
    """Forget all kept books, and keep at most ``most`` from now on."""
    global _kept
    _kept = _keeping(most)


def _sheet(sheet: OpenedSheet, book: OpenedBook, role: str) -> MadeSheet:
    """Sort the cells of a sheet into formulas, constants and inputs, and empty ``sheet.cells``."""
    formulas: dict[Place, str] = {}
    constants: dict[Place, Value] = {}
    inputs: dict[Place, Value] = {}
    for place, cell in sheet.cells.items():
        if cell.style in book.unlocked:
            inputs[place] = cell.value
        elif cell.formula is not None:
            formulas[place] = cell.formula
        elif cell.value is not None:
            constants[place] = cell.value
    dated = frozenset(place for place, cell in sheet.cells.items() if cell.style in book.dates)
    styles = {place: cell.style for place, cell in sheet.cells.items()}
    sheet.cells = {}
    return MadeSheet(sheet.title, formulas, constants, inputs, sheet, dated, styles, role)
