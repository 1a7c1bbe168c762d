"""What the formulas of a book from outside give, with some of its cells as they must have been."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from elevshare.audit.values import Computed
from elevshare.errors import InputError
from elevshare.opened import Cell, OpenedBook, OpenedSheet, recalculated_values, results
from elevshare.opened.areas import Area
from elevshare.opened.bare_sheets import bare_sheet
from elevshare.opened.places import Place


def values_of(book: OpenedBook, changed: Mapping[str, Mapping[Place, Cell]]) -> Computed | None:
    """Sheet → rows of values; ``None`` where its formulas cannot be computed.

    Args:
        book: the book; its file is not given to the engine, only its cells are.
        changed: sheet → cell → what stands there instead.
    """
    cells = {
        sheet.title: {**sheet.cells, **changed.get(sheet.title, {})}
        for sheet in book.sheets if sheet.kind == "worksheet"
    }  # fmt: skip
    parts = {one.path: bare_sheet(cells[one.title]) for one in book.sheets if one.title in cells}
    areas = {title: [_all_of(found)] for title, found in cells.items() if found}
    try:
        found = recalculated_values(book, parts, areas)
    except InputError:
        return None
    return {title: rows for title, (rows,) in found.items()}


def with_results(book: OpenedBook, found: Computed | None) -> OpenedBook:
    """The book with the result of every formula for which none is stored."""
    if found is None:
        return book

    def result_at(sheet: OpenedSheet, place: Place) -> object:
        rows, (row, column) = found.get(sheet.title, ()), place
        inside = row <= len(rows) and column <= len(rows[row - 1])
        return rows[row - 1][column - 1] if inside else None

    return results.with_results(book, result_at)


def _all_of(places: Iterable[Place]) -> Area:
    """The area from the first cell of a sheet to the last of some cells."""
    rows, columns = zip(*places, strict=True)
    return Area(1, max(rows), 1, max(columns))
