"""The book as it was made, from its recipe: what stood in every cell before anybody filled it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from elevshare.audit.rules import Rule, Rules
from elevshare.opened import OpenedBook, OpenedSheet, Value, opened
from elevshare.opened.places import Place
from elevshare.opened.relations import relations
from elevshare.workbook.book import draft, kind_of

if TYPE_CHECKING:
    from elevshare.audit.engine import AuditEngine
    from elevshare.workbook.inputs import Inputs
    from elevshare.workbook.recipe import Recipe


@dataclass
class OriginalSheet:
    """One sheet as it was made: (row, column) → formula without ``=``, constant, or input.

    ``dated`` are the cells that show a date, ``drawn`` is whether it has charts, ``veiled`` whether
    a conditional look hides numbers on it.
    """

    title: str
    formulas: dict[Place, str]
    constants: dict[Place, Value]
    inputs: dict[Place, Value]
    opened: OpenedSheet
    rules: Rules
    drawn: bool
    veiled: bool
    dated: frozenset[Place]

    @cached_property
    def ruled(self) -> list[tuple[Place, Rule]]:
        """The inputs with the rule for what may be typed into each."""
        return list(self.rules.cells(self.inputs))

    @property
    def size(self) -> Place:
        """The last row and column of what stands on it."""
        places = [*self.formulas, *self.constants, *self.inputs]
        return max(row for row, _ in places), max(column for _, column in places)

    def locked(self) -> Iterator[Place]:
        """Every cell that nobody is to change."""
        yield from self.formulas
        yield from self.constants


class Original:
    """A book of a recipe as it was made, with an engine that computes it."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.project = recipe.project()
        self.kind = kind_of(self.project)
        self.plan: Inputs = self.kind.plan(self.project)
        self.data = draft(self.plan)
        book = opened(self.data, "")
        self.parts: Mapping[str, int] = book.parts
        self.names: Mapping[str, str] = book.names
        self.sheets = {sheet.title: _sheet(sheet, book) for sheet in book.sheets}

    @cached_property
    def engine(self) -> AuditEngine:
        """Computes books of this recipe, one after the other."""
        from elevshare.audit.engine import AuditEngine

        return AuditEngine(self)


#: How many are kept.
_KEPT = 8
_kept = lru_cache(maxsize=_KEPT)(Original)


def original_of(recipe: Recipe) -> Original:
    """The book of a recipe as it was made; kept for the next one."""
    return _kept(recipe)


def keep(most: int) -> None:
    """Keep that many originals at most from now on, none of those kept so far."""
    global _kept
    _kept = lru_cache(maxsize=most)(Original)


def _sheet(sheet: OpenedSheet, book: OpenedBook) -> OriginalSheet:
    """The cells of a sheet by what they are."""
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
    sheet.cells = {}
    drawn = any(one.kind == "drawing" for one in relations(book.package, sheet.path))
    rules = Rules(sheet.validations)
    veiled = any(number in book.look_formats for _, number in sheet.looks)
    return OriginalSheet(
        sheet.title, formulas, constants, inputs, sheet, rules, drawn, veiled, dated
    )
