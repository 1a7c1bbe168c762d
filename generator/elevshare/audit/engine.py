"""What a book's cells must hold: our own formulas, computed from its inputs.

The book's own file is never given to the engine. Where a cell was changed, the change is put into
our formulas, so that what follows from it can be told from values that follow from nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from elevshare.opened import Value

if TYPE_CHECKING:
    from elevshare.audit.original import Original

Place = tuple[int, int]
#: Sheet → cell → what is typed there.
Typed = Mapping[str, Mapping[Place, Value]]
#: Functions that a changed formula may call and still be computed: none is costly or goes out.
_PLAIN = frozenset(
    "SUM IF IFERROR AND OR NOT MIN MAX ABS INT LARGE SMALL RANK INDEX MATCH VLOOKUP COUNTIF SUMIF "
    "CHOOSE DATE EDATE YEAR MONTH DAY LEFT RIGHT MID LEN SUBSTITUTE VALUE ROUND ROUNDDOWN ROUNDUP "
    "TEXT SUMPRODUCT COUNT COUNTA AVERAGE MOD TRUE FALSE PMT".split()
)
_CALLS = re.compile(r"([\w.]+)\(")
_LONGEST = 2_000
#: Stands for an input that must be typed anew.
_UNKNOWN = object()


class Engine:
    """A book of one recipe, open in an engine; keeps the inputs it was given last."""

    def __init__(self, original: Original) -> None:
        import formualizer

        from elevshare.workbook.calculator import calculator

        self._book = calculator(original.data)
        self._areas = {
            title: formualizer.RangeAddress(title, 1, 1, *sheet.size)
            for title, sheet in original.sheets.items()
        }
        self._sheets, self._changed = original.sheets, set[tuple[str, Place]]()
        self._made = {title: sheet.inputs for title, sheet in original.sheets.items()}
        self._typed: dict[str, dict[Place, object]] = {
            title: dict(inputs) for title, inputs in self._made.items()
        }

    def type(self, inputs: Typed) -> None:
        """Fill in the inputs; a cell that is not among them holds nothing."""
        for title, made in self._made.items():
            given, typed = inputs.get(title, {}), self._typed[title]
            for place in made:
                value = given.get(place)
                if typed[place] != value or type(typed[place]) is not type(value):
                    self._book.set_value(title, *place, value)
                    typed[place] = value

    def put(self, title: str, place: Place, formula: str | None, value: Value) -> None:
        """Put what stands in a changed cell there: its formula, or its value if that is not plain."""
        if formula is not None and computable(formula):
            self._book.set_formula(title, *place, f"={formula}")
        else:
            self._book.set_value(title, *place, value)
        self._changed.add((title, place))

    def restore(self) -> None:
        """Take all changed cells back to how they were made."""
        for title, place in self._changed:
            sheet = self._sheets[title]
            if place in sheet.formulas:
                self._book.set_formula(title, *place, f"={sheet.formulas[place]}")
            elif place in sheet.constants:
                self._book.set_value(title, *place, sheet.constants[place])
            else:
                self._typed[title][place] = _UNKNOWN
        self._changed.clear()

    def values(self) -> dict[str, list[list[object]]]:
        """Compute; title → rows of values."""
        self._book.evaluate_all()
        return {
            title: self._book.sheet(title).get_values(area) for title, area in self._areas.items()
        }


def computable(formula: str) -> bool:
    """Whether a formula from outside is plain enough to be computed.

    >>> computable("SUM(A1:A9)*2"), computable('WEBSERVICE("http://…")'), computable("[1]x!A1")
    (True, False, False)
    """
    plain = len(formula) <= _LONGEST and not any(sign in formula for sign in "[]|{}")
    return plain and all(name.upper() in _PLAIN for name in _CALLS.findall(formula))
