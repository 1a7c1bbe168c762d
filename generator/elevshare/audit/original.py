"""The original: the book as its recipe makes it, before anybody filled it in."""

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
    from elevshare.audit.appearance.looks import Looks
    from elevshare.audit.engine import AuditEngine
    from elevshare.workbook.recipe import Recipe

__all__ = ["Original", "OriginalSheet", "Place", "Reference", "original_of"]


class Reference(Protocol):
    """What a book is compared with: names and sheets as they were made."""

    @property
    def names(self) -> Mapping[str, str]:
        """Defined name → address."""

    @property
    def sheets(self) -> Mapping[str, OriginalSheet]:
        """Title → sheet, in their order."""


@dataclass(slots=True)
class OriginalSheet(MadeSheet):
    """One sheet as it was made.

    ``rules`` are its validations; ``drawn``: it has charts; ``veiled``: a conditional format hides
    numbers on it.
    """

    rules: Rules
    drawn: bool
    veiled: bool
    _ruled: list[tuple[Place, Rule]] | None = None

    @property
    def ruled(self) -> list[tuple[Place, Rule]]:
        """The inputs that have a validation, each with its rule."""
        if self._ruled is None:
            self._ruled = list(self.rules.cells(self.inputs))
        return self._ruled


class Original:
    """The book that a recipe makes, with an engine that computes it."""

    def __init__(self, made: Made) -> None:
        self.data = made.data
        self.names: Mapping[str, str] = made.names
        self.book = made.book
        self.sheets = {title: _guarded(sheet, made) for title, sheet in made.sheets.items()}

    @cached_property
    def looks(self) -> Looks:
        """How its cells look."""
        from elevshare.audit.appearance.look_reader import looks_of

        return looks_of(self.book)

    @cached_property
    def engine(self) -> AuditEngine:
        """The engine with this book, used for one audited book after the other."""
        from elevshare.audit.engine import AuditEngine

        return AuditEngine(self)


def original_of(recipe: Recipe) -> Original:
    """Return the original of a recipe; kept as long as its made book is."""
    made = made_of(recipe)
    if made.audited is None:
        made.audited = Original(made)
    return cast("Original", made.audited)


def _guarded(sheet: MadeSheet, made: Made) -> OriginalSheet:
    """Add its guards to a made sheet."""
    book, rest = made.book, sheet.opened
    return OriginalSheet(
        sheet.title, sheet.formulas, sheet.constants, sheet.inputs, rest, sheet.dated,
        sheet.styles, sheet.role,
        rules=Rules(rest.validations),
        drawn=any(one.kind == "drawing" for one in relations(book.package, rest.path)),
        veiled=any(number in book.conditional_codes for _, number in rest.conditional_formats),
    )  # fmt: skip
