"""The results of formulas put into the cells for which none are stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import isfinite
from typing import Literal

from elevshare.opened.model import OpenedBook, OpenedSheet, Value
from elevshare.opened.places import Place

#: What an engine gives for a formula: a number, a text, a truth value, or a mapping for an error.
ResultAt = Callable[[OpenedSheet, Place], object]
#: Errors as the engine names them that say something about the numbers, not about the engine.
_ERRORS = {"Div": "#DIV/0!", "Na": "#N/A", "Num": "#NUM!"}


def with_results(book: OpenedBook, result_at: ResultAt) -> OpenedBook:
    """Return a book with the results of the formulas for which none are stored.

    A formula of which the engine gives nothing, or an error of its own, stays without.

    Args:
        book: the book.
        result_at: sheet and cell → what the engine gives.
    """
    return replace(book, sheets=[_filled(sheet, result_at) for sheet in book.sheets])


def _filled(sheet: OpenedSheet, result_at: ResultAt) -> OpenedSheet:
    """Return a sheet with results."""
    cells = dict(sheet.cells)
    for place in missing(sheet):
        value, kind = _stored(result_at(sheet, place))
        cells[place] = cells[place]._replace(value=value, kind=kind)
    return replace(sheet, cells=cells)


def missing(sheet: OpenedSheet) -> list[Place]:
    """Return the cells of a sheet with a formula and no value."""
    return [
        place
        for place, cell in sheet.cells.items()
        if cell.value is None and cell.formula is not None
    ]


def _stored(result: object) -> tuple[Value, Literal["n", "s", "b", "e"]]:
    """Return a result as a file stores it: value and kind."""
    if isinstance(result, bool):
        return result, "b"
    if isinstance(result, str):
        return result, "s"
    if isinstance(result, int | float) and isfinite(result):
        return int(result) if result == int(result) else result, "n"
    if isinstance(result, dict) and result.get("kind") in _ERRORS:
        return _ERRORS[result["kind"]], "e"
    return None, "n"
