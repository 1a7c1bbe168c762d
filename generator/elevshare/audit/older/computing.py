"""What the formulas of a book from outside give, with some of its cells as they must have been."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal
from xml.sax.saxutils import escape

from elevshare.audit.values import Computed
from elevshare.errors import InputError
from elevshare.opened import Cell, OpenedBook, OpenedSheet, recalculated_values
from elevshare.opened.places import Place, reference

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#: How the kind of a constant is written.
_KINDS = {"n": "", "s": ' t="str"', "b": ' t="b"', "e": ' t="e"'}


def values_of(book: OpenedBook, changed: Mapping[str, Mapping[Place, Cell]]) -> Computed | None:
    """Sheet → rows of values; ``None`` where its formulas cannot be computed.

    Args:
        book: the book; its file is not given to the engine, only its cells are.
        changed: sheet → cell → what stands there instead.
    """
    ours = [sheet for sheet in book.sheets if sheet.cells]
    parts = {sheet.path: _part(sheet, changed.get(sheet.title, {})) for sheet in ours}
    sizes = {sheet.title: _size({*sheet.cells, *changed.get(sheet.title, {})}) for sheet in ours}
    try:
        return recalculated_values(book, parts, sizes)
    except InputError:
        return None


def with_results(book: OpenedBook, found: Computed | None) -> OpenedBook:
    """The book with the result of every formula for which none is stored."""
    if found is None:
        return book
    sheets = [_with_results(sheet, found.get(sheet.title, ())) for sheet in book.sheets]
    return replace(book, sheets=sheets)


def _with_results(sheet: OpenedSheet, rows: Sequence[Sequence[object]]) -> OpenedSheet:
    """A sheet with the results of its formulas."""
    cells = dict(sheet.cells)
    for (row, column), cell in sheet.cells.items():
        if cell.formula is not None and cell.value is None and row <= len(rows):
            value = rows[row - 1][column - 1] if column <= len(rows[row - 1]) else None
            if isinstance(value, int | float | str):
                kind: Literal["n", "s"] = "s" if isinstance(value, str) else "n"
                cells[row, column] = cell._replace(value=value, kind=kind)
    return replace(sheet, cells=cells)


def _part(sheet: OpenedSheet, changed: Mapping[Place, Cell]) -> bytes:
    """The XML of a sheet that holds nothing but cells."""
    rows: dict[int, list[str]] = {}
    for place, cell in sorted({**sheet.cells, **changed}.items()):
        if cell.formula is not None or cell.value is not None:
            rows.setdefault(place[0], []).append(_cell(reference(*place), cell))
    lines = (f'<row r="{row}">{"".join(cells)}</row>' for row, cells in rows.items())
    text = f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    return text.encode("utf-8", "surrogatepass")


def _cell(name: str, cell: Cell) -> str:
    """The XML of a cell; a formula without the value that was stored for it."""
    if cell.formula is not None:
        return f'<c r="{name}"><f>{escape(cell.formula)}</f></c>'
    value = int(cell.value) if isinstance(cell.value, bool) else cell.value
    return f'<c r="{name}"{_KINDS[cell.kind]}><v>{escape(str(value))}</v></c>'


def _size(places: Iterable[Place]) -> Place:
    """The last row and column of some cells."""
    rows, columns = zip(*places, strict=True)
    return max(rows), max(columns)
