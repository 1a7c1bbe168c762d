"""Compute the values that a book must hold: the original's formulas with the book's inputs.

The engine opens the original, never the book's own file. Changed cells of the book are copied into
it, so that a value that follows from a changed formula is not reported as a wrong value as well.
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
#: Functions that a changed formula may call to be computed: none is slow or reads anything outside.
_PLAIN = frozenset(
    "SUM IF IFERROR AND OR NOT MIN MAX ABS INT LARGE SMALL RANK INDEX MATCH VLOOKUP COUNTIF SUMIF "
    "CHOOSE DATE EDATE YEAR MONTH DAY LEFT RIGHT MID LEN SUBSTITUTE VALUE ROUND ROUNDDOWN ROUNDUP "
    "TEXT FIXED UPPER SUMPRODUCT COUNT COUNTA COUNTIFS SUMIFS AVERAGE MOD TRUE FALSE PMT ISNUMBER FIND TRIM CHAR".split()
)
_CALLS = re.compile(r"([\w.]+)\(")
_LONGEST = 2_000
#: The known value of an input that must be typed again.
_UNKNOWN = object()


class AuditEngine:
    """An original open in an engine; it remembers the last inputs and types only what differs."""

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
        """Fill in the inputs by sheet and cell; an input that is not given becomes empty."""
        for title, areas in self._areas.items():
            given, typed = inputs.get(title, {}), self._typed[title]
            for area in areas:
                now = {place: given.get(place) for place in area.places}
                if any(_differs(typed[place], value) for place, value in now.items()):
                    self._engine.type(title, area, now)
                    typed.update(now)

    def put(self, title: str, place: Place, formula: str | None, value: Value) -> None:
        """Copy a changed cell: its formula if ``computable``, else its value."""
        if formula is not None and computable(formula):
            self._engine.put(title, place, formula)
        else:
            self._type_one(title, place, value)
        self._changed.add((title, place))

    def restore(self) -> None:
        """Give all changed cells their original content again."""
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
        """Calculate, and return sheet title → rows of values."""
        self._engine.calculate()
        return {title: self._engine.read(title, area) for title, area in self._wholes.items()}

    def _type_one(self, title: str, place: Place, value: Value) -> None:
        """Type a value into one cell."""
        row, column = place
        self._engine.type(title, Area(row, row, column, column), {place: value})


def _differs(before: object, now: Value) -> bool:
    """Return whether two values differ; 1 and true do."""
    return before != now or type(before) is not type(now)


def computable(formula: str) -> bool:
    """Return whether a formula from outside is short and calls only harmless functions.

    >>> computable("SUM(A1:A9)*2"), computable('WEBSERVICE("http://…")'), computable("[1]x!A1")
    (True, False, False)
    """
    plain = len(formula) <= _LONGEST and not any(sign in formula for sign in "[]|{}")
    return plain and all(name.upper() in _PLAIN for name in _CALLS.findall(formula))
