"""Compare one sheet cell by cell with the original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from elevshare.audit.formulas import same_formula
from elevshare.audit.moves import Moves
from elevshare.audit.original import OriginalSheet
from elevshare.audit.runs import Difference
from elevshare.audit.value_equality import same_value
from elevshare.opened import Cell, Value
from elevshare.opened.places import Place
from elevshare.text import shown

#: Characters of a text that a message repeats, and of one piece given to ``shown``.
_LONGEST, _PIECE = 400, 40
Cells = Mapping[Place, Cell]
#: Functions that give something else on another day, at another time, or each time.
_VOLATILE = re.compile(
    r"\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|CELL|INFO|OFFSET|INDIRECT)\s*\(", re.IGNORECASE
)
#: Characters that turn the direction of what follows, and others that nobody sees.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff\uffa0]"
    "|[\U000e0000-\U000e007f]"
)


def differences(sheet: OriginalSheet, cells: Cells, moves: Moves) -> list[Difference]:
    """Return the cells that differ from the original.

    Args:
        sheet: the original sheet.
        cells: the cells now, by their original row and column.
        moves: inserted, deleted and renamed lines and sheets, which change correct formulas too.
    """
    return [
        *_formulas(sheet, cells, moves),
        *_constants(sheet, cells),
        *_beside(sheet, cells),
        *_inputs(sheet, cells),
    ]


def _formulas(sheet: OriginalSheet, cells: Cells, moves: Moves) -> Iterator[Difference]:
    """Report formulas that are missing or changed."""
    for place, formula in sheet.formulas.items():
        cell = cells.get(place)
        now = cell.formula if cell else None
        if now == formula:
            continue
        was = f"={formula}"
        if now is not None:
            expected = moves.formula(formula, sheet.title) if moves else formula
            if not same_formula(now, expected) and not same_formula(now, formula):
                yield _difference("formula-edited", place, was, f"={now}")
        elif cell is None or cell.value in (None, ""):
            yield _difference("formula-cleared", place, was, "")
        else:
            yield _difference("formula-overwritten", place, was, cell.value)


def _constants(sheet: OriginalSheet, cells: Cells) -> Iterator[Difference]:
    """Report labels and locked numbers that are missing or changed."""
    for place, value in sheet.constants.items():
        cell = cells.get(place)
        now = cell.value if cell else None
        formula = cell.formula if cell else None
        retyped = isinstance(now, str | bool) and not isinstance(value, str | bool)
        if formula is None and same_value(value, now) and not retyped:
            continue
        kind = "label-changed" if isinstance(value, str) else "number-changed"
        yield _difference(kind, place, value, now if formula is None else f"={formula}")


def _beside(sheet: OriginalSheet, cells: Cells) -> Iterator[Difference]:
    """Report content in cells that were empty in the original."""
    ours = (sheet.formulas, sheet.constants, sheet.inputs)
    for place, cell in cells.items():
        if cell.formula is None and cell.value in (None, ""):
            continue
        if not any(place in known for known in ours):
            now = cell.value if cell.formula is None else f"={cell.formula}"
            outside = cell.formula is not None and "[" in cell.formula
            yield _difference("external-link" if outside else "typed-beside", place, "", now)


def _inputs(sheet: OriginalSheet, cells: Cells) -> Iterator[Difference]:
    """Report inputs that are formulas, and characters in inputs that nobody sees."""
    for place in sheet.inputs:
        cell = cells.get(place)
        if cell is not None and isinstance(cell.value, str):
            for kind, marks in (("input-turned", _TURNING), ("input-unseen", _UNSEEN)):
                if marks.search(cell.value):
                    yield _difference(kind, place, "", cell.value)
        if cell is not None and cell.formula is not None:
            plain = all(mark in "0123456789.+-*/() %" for mark in cell.formula)
            kind = "input-formula" if plain else "input-reference"
            kind = "external-link" if "[" in cell.formula else kind
            kind = "input-volatile" if _VOLATILE.search(cell.formula) else kind
            yield _difference(kind, place, "", f"={cell.formula}")


def _difference(kind: str, place: Place, was: Value, now: Value) -> Difference:
    """Build a difference with both values as message texts."""
    return Difference(kind, *place, value_text(was), value_text(now))


def value_text(value: Value) -> str:
    r"""Return a value as a text for messages: cut to 400 characters, invisible characters shown.

    >>> value_text(0.1 + 0.2), value_text("张\u202e三"), len(value_text("一" * 9_999))
    ('0.3', '张<U+202E>三', 400)
    """
    if value is None:
        return ""
    text = f"{value:.12g}" if isinstance(value, int | float) else value[:_LONGEST]
    return "".join(shown(text[at : at + _PIECE]) for at in range(0, len(text), _PIECE))
