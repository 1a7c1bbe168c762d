"""The recipe of a book that no longer tells it, from its sheets and defined names."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.audit.formulas import same_formula
from elevshare.audit.original import Original, original_of
from elevshare.audit.same import same_value
from elevshare.errors import InputError
from elevshare.opened import OpenedBook
from elevshare.project import Topic
from elevshare.project.model import SPARE_FLATS, TEMPLATE_FLATS
from elevshare.schemes import Family, Scheme, find
from elevshare.workbook.book import family_of
from elevshare.workbook.recipe import Recipe

#: So many names must stand for something else before a recipe is doubted.
_ASTRAY = 3
#: How much of a book must be as a recipe makes it; from where on no other is looked for.
_ENOUGH, _GOOD, _SURE = 0.8, 0.95, 0.99


def guessed(book: OpenedBook, scheme: str) -> Recipe | None:
    """The recipe whose book has the sheets and rows of this one; ``None`` where none fits."""
    try:
        found = find(scheme)
    except InputError:
        return None
    rows = _rows(book)
    if found.family is Family.NONE or rows is None:
        return None
    best, most = None, _ENOUGH
    for recipe in _candidates(found, book, rows):
        fits = fit(original_of(recipe), book)
        if fits > most:
            best, most = recipe, fits
        if fits > _SURE:
            break
    return best


def better(book: OpenedBook, scheme: str, told: Recipe) -> Recipe | None:
    """A recipe that fits a book better than the one it tells; ``None`` where there is none."""
    ours = original_of(told)
    astray = [
        name
        for name, address in ours.names.items()
        if not same_formula(address, book.names.get(name, ""))
    ]
    sheets = {ours.names[name].partition("!")[0] for name in astray}
    if len(astray) < _ASTRAY or told.parts:
        return None
    fits = fit(ours, book)
    if len(sheets) < 2 and fits > _GOOD:
        return None  # lines were moved on one sheet: that is told otherwise
    other = guessed(book, scheme)
    if other is None or other == told:
        return None
    return other if fit(original_of(other), book) > fits else None


def _rows(book: OpenedBook) -> int | None:
    """Rows for households, from a name that covers one cell of each."""
    for name in ("room_no", "amount_due", "storey", "taking_part"):
        found = book.named(name)
        if found and found.area.size > 1:
            return found.area.bottom - found.area.top + 1
    return None


def _candidates(scheme: Scheme, book: OpenedBook, rows: int) -> Iterator[Recipe]:
    """Recipes with as many rows and the same subjects."""
    topics = _topics(scheme, {sheet.title for sheet in book.sheets})
    flats = {0} if rows == TEMPLATE_FLATS else set()
    for count in sorted({max(rows - SPARE_FLATS, 1), *flats}):
        for storeys in sorted({_storeys(book), 0}):
            for halves in (False, True) if scheme.family is not Family.LEASE else (False,):
                yield Recipe(scheme.id, (), count, storeys, topics, halves)


def _storeys(book: OpenedBook) -> int:
    """The highest storey that may be typed, 0 where nothing tells it."""
    sheet = book.sheet("住户")
    bounds = [one.formula2 for one in sheet.validations if one.kind == "whole"] if sheet else []
    return max((int(bound) for bound in bounds if bound.isdigit() and len(bound) < 3), default=0)


def _topics(scheme: Scheme, titles: set[str]) -> frozenset[Topic]:
    """The subjects whose sheets a book has."""
    told = family_of(Recipe(scheme.id).project()).subject_sheets
    return frozenset(topic for title, topic in told.items() if title in titles)


def fit(original: Original, book: OpenedBook) -> float:
    """How much of what is fixed in an original stands in a book, 0 to 1."""
    good = every = 0
    for title, ours in original.sheets.items():
        sheet = book.sheet(title)
        cells = sheet.cells if sheet else {}
        every += len(ours.formulas) + len(ours.constants)
        good += sum(p in cells and cells[p].formula is not None for p in ours.formulas)
        good += sum(p in cells and same_value(cells[p].value, v) for p, v in ours.constants.items())
    return good / max(every, 1)
