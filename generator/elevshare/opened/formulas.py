"""Read stored formulas; copies of a shared formula are written out."""

from __future__ import annotations

from elevshare.opened import limits
from elevshare.opened.copies import SharedFormula
from elevshare.opened.limits import TooMuchError
from elevshare.opened.places import Place
from elevshare.opened.texts import ReadingBudget
from elevshare.opened.xml import Attributes


class Formulas:
    """The formulas of one sheet."""

    def __init__(self, budget: ReadingBudget) -> None:
        self._budget = budget
        self._firsts: dict[str, tuple[str, Place]] = {}
        self._originals: dict[str, SharedFormula] = {}

    def of(self, text: str, attributes: Attributes, place: Place) -> str | None:
        """Return the formula of a cell, without its ``=``.

        Args:
            text: the text of the element; empty for a copy.
            attributes: the attributes of the element.
            place: row and column of the cell.

        Raises:
            TooMuchError: it is too long, or all formulas together are.
            ValueError: it is a copy of a formula that does not exist.
        """
        kind = attributes.get("t")
        if kind == "dataTable":
            inputs = ",".join(attributes.get(key, "") for key in ("r1", "r2"))
            return f"TABLE({inputs[:50]})"
        if kind == "shared":
            return self._shared(text, attributes.get("si", ""), place)
        return self._own(text) or None

    def _own(self, text: str) -> str:
        """Return a formula that is written out in its cell."""
        return self._budget.text(text, limits.FORMULA).removeprefix("=")

    def _shared(self, text: str, number: str, place: Place) -> str:
        """Return a shared formula, or a copy of the one with this number."""
        if text:
            first = self._own(text)
            self._firsts[number] = (first, place)
            self._originals.pop(number, None)
            return first
        if number not in self._firsts:
            raise ValueError("a copy of no formula")
        return self._budget.text(self._copied(number, place), 2 * limits.FORMULA)

    def _copied(self, number: str, place: Place) -> str:
        """Return a copy of a shared formula."""
        if number not in self._originals:
            self._originals[number] = SharedFormula(*self._firsts[number])
        original = self._originals[number]
        self._budget.copied -= original.references
        if self._budget.copied < 0:
            raise TooMuchError
        return original.copied(place)
