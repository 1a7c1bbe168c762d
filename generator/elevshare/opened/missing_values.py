"""Values of the formulas for which a file stores none, as programs other than Excel write them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from elevshare.errors import InputError
from elevshare.opened import limits
from elevshare.opened.areas import rectangles
from elevshare.opened.bare_sheets import bare_sheet
from elevshare.opened.computable import hides_differences, obstacle
from elevshare.opened.model import Cell, OpenedBook, OpenedSheet
from elevshare.opened.places import Place, reference
from elevshare.opened.recalculation import recalculated_values
from elevshare.opened.results import missing, with_results

_TODO = "请用 Excel 或 WPS 打开、保存一次，或把公式粘贴为数值"
_NO_RESULT = "公式没有存下结果，这里也算不出来"


def with_values(book: OpenedBook) -> OpenedBook:
    """Return a book whose formulas all have values: the stored ones, and those computed for the rest.

    Where none is missing it is the book itself, and nothing is computed. Stored values are trusted.
    ``#DIV/0!``, ``#N/A`` and ``#NUM!`` are values, of kind e, as if they had been stored.

    Raises:
        InputError: a value is missing and cannot be computed with certainty: another file, a
            table or a function that is not known, formulas in a circle, too many.
    """
    lacking = {sheet.title: cells for sheet in book.sheets if (cells := missing(sheet))}
    if not lacking:
        return book
    _check(book, lacking)
    found = _results(book, lacking)
    filled = with_results(book, lambda sheet, place: found[sheet.title].get(place))
    for sheet in filled.sheets:
        for place in missing(sheet):
            raise _uncomputed(book, sheet, place)
    return filled


def _check(book: OpenedBook, lacking: Mapping[str, list[Place]]) -> None:
    """Refuse formulas that the engine may compute otherwise than Excel."""
    every = [(one, place) for one in book.sheets for place in lacking.get(one.title, [])]
    if len(every) > limits.MISSING:
        raise _uncomputed(book, *every[0], f"这样的公式有 {len(every)} 格，太多了")
    formulas = [sheet.cells[place].formula or "" for sheet, place in every]
    for (sheet, place), formula in zip(every, formulas, strict=True):
        if why := obstacle(formula):
            raise _uncomputed(book, sheet, place, why)
    if hides_differences(formulas):
        raise _uncomputed(book, *every[0], "用了函数 VALUE")


def _results(
    book: OpenedBook, lacking: Mapping[str, list[Place]]
) -> dict[str, dict[Place, object]]:
    """Compute what is missing: sheet → cell → result."""
    sheets = [sheet for sheet in book.sheets if sheet.kind == "worksheet"]
    parts = {sheet.path: bare_sheet(_given(sheet)) for sheet in sheets}
    areas = {title: rectangles(places) for title, places in lacking.items()}
    try:
        found = recalculated_values(book, parts, areas)
    except InputError as error:
        sheet = next(sheet for sheet in sheets if sheet.title in lacking)
        raise _uncomputed(book, sheet, lacking[sheet.title][0], error.what) from error
    return {
        title: {
            place: value
            for area, rows in zip(areas[title], some, strict=True)
            for place, value in zip(area.places, chain(*rows), strict=True)
        }
        for title, some in found.items()
    }


def _given(sheet: OpenedSheet) -> dict[Place, Cell]:
    """Return the cells that the engine is given: a stored value instead of its formula."""
    return {
        place: cell if cell.value is None else cell._replace(formula=None)
        for place, cell in sheet.cells.items()
    }


def _uncomputed(book: OpenedBook, sheet: OpenedSheet, place: Place, why: str = "") -> InputError:
    """Return the error for a cell without a value."""
    what = f"{_NO_RESULT}：{why}" if why else _NO_RESULT
    return InputError(what, where=f"{book.where(sheet)}{reference(*place)}", todo=_TODO)
