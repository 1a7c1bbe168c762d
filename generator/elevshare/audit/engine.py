"""What a book's cells must hold: our own formulas, computed from its inputs.

The book's own file is never given to the engine. Where a cell was changed, the change is put into
our formulas, so that what follows from it can be told from values that follow from nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from elevshare.opened import Value
from elevshare.opened.areas import Area, rectangles
from elevshare.opened.places import Place
from elevshare.workbook.engine.opening import open_engine

if TYPE_CHECKING:
    from elevshare.audit.original import Original

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
#: What an input holds that must be typed anew.
_UNKNOWN = object()


class AuditEngine:
    """A book of one recipe, open in an engine; keeps the inputs it was given last."""

    def __init__(self, original: Original) -> None:
        self._engine = open_engine(original.data)
        self._sheets, self._changed = original.sheets, set[tuple[str, Place]]()
        sizes = {title: sheet.size for title, sheet in self._sheets.items()}
        self._wholes = {title: Area(1, row, 1, column) for title, (row, column) in sizes.items()}
        self._areas = {title: rectangles(one.inputs) for title, one in self._sheets.items()}
        self._typed: dict[str, dict[Place, object]] = {
            title: dict(sheet.inputs) for title, sheet in self._sheets.items()
        }

    def type(self, inputs: Typed) -> None:
        """Fill in the inputs; a cell that is not among them holds nothing."""
        for title, areas in self._areas.items():
            given, typed = inputs.get(title, {}), self._typed[title]
            for area in areas:
                now = {place: given.get(place) for place in area.places}
                if any(_differs(typed[place], value) for place, value in now.items()):
                    self._engine.type(title, area, now)
                    typed.update(now)

    def put(self, title: str, place: Place, formula: str | None, value: Value) -> None:
        """Put what stands in a changed cell there: its formula, or its value if that is not plain."""
        if formula is not None and computable(formula):
            self._engine.put(title, place, formula)
        else:
            self._type_one(title, place, value)
        self._changed.add((title, place))

    def restore(self) -> None:
        """Take all changed cells back to how they were made."""
        for title, place in self._changed:
            sheet = self._sheets[title]
            if place in sheet.formulas:
                self._engine.put(title, place, sheet.formulas[place])
            elif place in sheet.constants:
                self._type_one(title, place, sheet.constants[place])
            else:
                self._typed[title][place] = _UNKNOWN
        self._changed.clear()

    def values(self) -> dict[str, list[list[object]]]:
        """Compute; title → rows of values."""
        self._engine.calculate()
        return {title: self._engine.read(title, area) for title, area in self._wholes.items()}

    def _type_one(self, title: str, place: Place, value: Value) -> None:
        """Put a value into one cell."""
        row, column = place
        self._engine.type(title, Area(row, row, column, column), {place: value})


def _differs(before: object, now: Value) -> bool:
    """Whether a value is another one: 1 and true are not alike."""
    return before != now or type(before) is not type(now)


def computable(formula: str) -> bool:
    """Whether a formula from outside is plain enough to be computed.

    >>> computable("SUM(A1:A9)*2"), computable('WEBSERVICE("http://…")'), computable("[1]x!A1")
    (True, False, False)
    """
    plain = len(formula) <= _LONGEST and not any(sign in formula for sign in "[]|{}")
    return plain and all(name.upper() in _PLAIN for name in _CALLS.findall(formula))
