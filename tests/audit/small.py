"""Sheets of a few cells, as an audit compares them; no book is made for them."""

from __future__ import annotations

from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.moves import Moves
from elevshare.audit.original import OriginalSheet
from elevshare.audit.rules import Rules
from elevshare.opened import Cell, OpenedSheet, Validation


def original(formulas=(), constants=(), inputs=(), validations=(), title="页") -> OriginalSheet:
    """A sheet as it was made: (row, column) → formula or constant; places of inputs."""
    made = OpenedSheet(title, "visible", "")
    return OriginalSheet(
        title, dict(formulas), dict(constants), dict.fromkeys(inputs), made, frozenset(), {}, "",
        rules=Rules(validations), drawn=False, veiled=False,
    )  # fmt: skip


def value(what, formula=None, kind=None) -> Cell:
    """A cell with a value, and with a formula where there is one."""
    return Cell(formula, what, kind or ("s" if isinstance(what, str) else "n"), 0)


def layout(sheet, cells, now="页", moves=None, **more) -> FoundLayout:
    """A book of one sheet, whose title may be another one now."""
    pair = Pair(sheet, OpenedSheet(now, "visible", "", cells=cells), cells, **more)
    return FoundLayout([pair], moves or Moves(), [], [])


def between(cells, least, most, kind="decimal") -> Validation:
    """A validation with two bounds."""
    return Validation(cells, kind, str(least), str(most), {})
