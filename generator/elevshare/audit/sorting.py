"""Find rows that were put into another order."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

from elevshare.audit.original import OriginalSheet
from elevshare.opened import Cell, Value
from elevshare.opened.places import Place

#: An address on the formula's own sheet: column, row. Sorting does not change others.
_OWN_ROW = re.compile(r"(?<![!\w$])(\$?[A-Z]{1,3})(\d+)(?![\w(])")


def sorted_rows(sheet: OriginalSheet, cells: Mapping[Place, Cell]) -> range:
    """Return the range of rows that were reordered; an empty range if none were.

    Rows were reordered if those that differ have together exactly the content they had before.
    """
    ours, theirs = _ours(sheet), _theirs(sheet, cells)
    odd = [row for row in ours if ours[row] != theirs.get(row)]
    if len(odd) < 2:
        return range(0)
    before = Counter(ours[row] for row in odd)
    if len(before) < 2 or before != Counter(theirs.get(row) for row in odd):
        return range(0)
    return range(min(odd), max(odd) + 1)


def _ours(sheet: OriginalSheet) -> dict[int, Hashable]:
    """Return row → its formulas and constants in the original."""
    rows: defaultdict[int, set[tuple[int, str]]] = defaultdict(set)
    for (row, column), formula in sheet.formulas.items():
        rows[row].add((column, _relative(formula, row)))
    for (row, column), value in sheet.constants.items():
        rows[row].add((column, _text(value)))
    return {row: frozenset(content) for row, content in rows.items()}


def _theirs(sheet: OriginalSheet, cells: Mapping[Place, Cell]) -> dict[int, Hashable]:
    """Return row → its formulas and constants now; inputs are left out."""
    rows: defaultdict[int, set[tuple[int, str]]] = defaultdict(set)
    for place, cell in cells.items():
        if place in sheet.inputs:
            continue
        if cell.formula is not None:
            rows[place[0]].add((place[1], _relative(cell.formula, place[0])))
        elif cell.value not in (None, ""):
            rows[place[0]].add((place[1], _text(cell.value)))
    return {row: frozenset(content) for row, content in rows.items()}


def _relative(formula: str, row: int) -> str:
    """Return a formula with its own row number replaced, so that copies in other rows are equal.

    >>> _relative("$C25*2+分摊!$B25", 25), _relative("$C$25", 25)
    ('=$C@*2+分摊!$B25', '=$C$25')
    """
    own = str(row)
    return "=" + _OWN_ROW.sub(lambda m: f"{m[1]}@" if m[2] == own else m[0], formula)


def _text(value: Value) -> str:
    """Return a constant as a text that is the same whichever program saved it."""
    return f"{value:.9g}" if isinstance(value, int | float) else str(value).strip()
