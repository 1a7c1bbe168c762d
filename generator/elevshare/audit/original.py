"""The book as it was made, from its recipe: what stood in every cell before anybody filled it in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from elevshare.audit.rules import Rule, Rules
from elevshare.opened.places import Place
from elevshare.opened.relations import relations
from elevshare.returned.made import Made, MadeSheet, made_of

if TYPE_CHECKING:
    from elevshare.audit.engine import AuditEngine
    from elevshare.workbook.recipe import Recipe

__all__ = ["Basis", "Original", "OriginalSheet", "Place", "original_of"]


class Basis(Protocol):
    """What a book is held against: names and sheets as they were made."""

    @property
    def names(self) -> Mapping[str, str]:
        """Defined name → address."""

    @property
    def sheets(self) -> Mapping[str, OriginalSheet]:
        """Title → sheet, in their order."""


@dataclass(slots=True)
class OriginalSheet(MadeSheet):
    """One sheet as it was made, with what guards it.

    ``rules`` say what may be typed; ``drawn`` is whether it has charts, ``veiled`` whether a
    conditional format hides numbers on it.
    """

    rules: Rules
    drawn: bool
    veiled: bool
    _ruled: list[tuple[Place, Rule]] | None = None

    @property
    def ruled(self) -> list[tuple[Place, Rule]]:
        """The inputs with the rule for what may be typed into each."""
        if self._ruled is None:
            self._ruled = list(self.rules.cells(self.inputs))
        return self._ruled


class Original:
    """A book of a recipe as it was made, with an engine that computes it."""

    def __init__(self, made: Made) -> None:
        self.data = made.data
        self.names: Mapping[str, str] = made.names
        self.sheets = {title: _guarded(sheet, made) for title, sheet in made.sheets.items()}

    @cached_property
    def engine(self) -> AuditEngine:
        """Computes books of this recipe, one after the other."""
        from elevshare.audit.engine import AuditEngine

        return AuditEngine(self)


def original_of(recipe: Recipe) -> Original:
    """The book of a recipe as it was made; kept as long as the made book is."""
    made = made_of(recipe)
    if made.audited is None:
        made.audited = Original(made)
    return cast("Original", made.audited)


def _guarded(sheet: MadeSheet, made: Made) -> OriginalSheet:
    """A sheet with what guards it."""
    book, rest = made.book, sheet.opened
    return OriginalSheet(
        sheet.title, sheet.formulas, sheet.constants, sheet.inputs, rest, sheet.dated,
        rules=Rules(rest.validations),
        drawn=any(one.kind == "drawing" for one in relations(book.package, rest.path)),
        veiled=any(number in book.look_formats for _, number in rest.looks),
    )  # fmt: skip
