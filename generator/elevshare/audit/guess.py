"""Guess the recipe of a book from its sheets and names where its record is lost or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from elevshare.audit.formulas import same_formula
from elevshare.audit.original import Original, original_of
from elevshare.audit.value_equality import same_value
from elevshare.errors import InputError
from elevshare.opened import OpenedBook
from elevshare.project import Topic
from elevshare.project.model import SPARE_FLATS, TEMPLATE_FLATS
from elevshare.schemes import Family, Scheme, find
from elevshare.workbook.book import family_of
from elevshare.workbook.recipe import Recipe

#: The recorded recipe is doubted from this many defined names with other addresses on.
_ASTRAY = 3
#: Parts (0 to 1) of a book that match a recipe: the least that counts; the recorded one is kept if
#: only one sheet differs; the search ends.
_ENOUGH, _GOOD, _SURE = 0.8, 0.95, 0.99


def guessed(book: OpenedBook, scheme: str) -> Recipe | None:
    """Return the recipe of a scheme (by id) that matches a book best; ``None`` if none does."""
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


def better(book: OpenedBook, scheme: str, recorded: Recipe) -> Recipe | None:
    """Return a recipe that matches a book better than its recorded one; ``None`` if none does."""
    ours = original_of(recorded)
    if contradicted := _contradicted(recorded, ours, scheme, book):
        found = max(contradicted, key=lambda one: fit(original_of(one), book))
        if fit(original_of(found), book) > fit(ours, book):
            return found
    astray = [
        name
        for name, address in ours.names.items()
        if not same_formula(address, book.names.get(name, ""))
    ]
    sheets = {ours.names[name].partition("!")[0] for name in astray}
    if len(astray) < _ASTRAY or recorded.parts:
        return None
    fits = fit(ours, book)
    if len(sheets) < 2 and fits > _GOOD:
        return None  # lines were moved on one sheet, which is reported otherwise
    other = guessed(book, scheme)
    if other is None or other == recorded:
        return None
    return other if fit(original_of(other), book) > fits else None


def _contradicted(recorded: Recipe, ours: Original, scheme: str, book: OpenedBook) -> list[Recipe]:
    """Return what the record must be by the book's scheme, households and storeys; none if it is.

    Each has a witness of its own: 说明, a defined name, and the rule for typing storeys on 住户.
    """
    found = [recorded]
    if scheme and recorded.scheme.partition("@")[0] != scheme.partition("@")[0]:
        found = [replace(one, scheme=scheme) for one in found if _is_known(scheme)]
    rows = _rows(book)
    if rows is not None and rows != _rows(ours.book):
        flats = {max(rows - SPARE_FLATS, 1), *({0} if rows == TEMPLATE_FLATS else set())}
        found = [replace(one, flats=count, rows=0) for one in found for count in sorted(flats)]
        if recorded.rows:
            found.append(replace(recorded, rows=rows))
    if (storeys := _storeys(book)) and storeys != _storeys(ours.book):
        blank = {0} if any(one.flats == 0 for one in found) else set()
        found = [replace(one, storeys=n) for one in found for n in sorted({storeys, *blank})]
    return [one for one in found if one != recorded]


def _is_known(scheme: str) -> bool:
    """Return whether there is a scheme with an id."""
    try:
        find(scheme)
    except InputError:
        return False
    return True


def _rows(book: OpenedBook) -> int | None:
    """Return the number of household rows, from a defined name with a cell each, or ``None``."""
    for name in ("room_no", "amount_due", "storey", "taking_part"):
        found = book.named(name)
        if found and found.area.size > 1:
            return found.area.bottom - found.area.top + 1
    return None


def _candidates(scheme: Scheme, book: OpenedBook, rows: int) -> Iterator[Recipe]:
    """Return the recipes of a scheme with these household rows and the book's subjects."""
    topics = _topics(scheme, {sheet.title for sheet in book.sheets})
    flats = {0} if rows == TEMPLATE_FLATS else set()
    for count in sorted({max(rows - SPARE_FLATS, 1), *flats}):
        for storeys in sorted({_storeys(book), 0}):
            for halves in (False, True) if scheme.family is not Family.LEASE else (False,):
                yield Recipe(scheme.id, (), count, storeys, topics, halves)


def _storeys(book: OpenedBook) -> int:
    """Return the highest storey that the validation on 住户 allows; 0 without one."""
    sheet = book.sheet("住户")
    bounds = [one.formula2 for one in sheet.validations if one.kind == "whole"] if sheet else []
    return max((int(bound) for bound in bounds if bound.isdecimal() and len(bound) < 3), default=0)


def _topics(scheme: Scheme, titles: set[str]) -> frozenset[Topic]:
    """The subjects whose sheets a book has."""
    told = family_of(Recipe(scheme.id).project()).subject_sheets
    return frozenset(topic for title, topic in told.items() if title in titles)


def fit(original: Original, book: OpenedBook) -> float:
    """Return the part (0 to 1) of an original's formulas and constants that a book has."""
    good = every = 0
    for title, ours in original.sheets.items():
        sheet = book.sheet(title)
        cells = sheet.cells if sheet else {}
        every += len(ours.formulas) + len(ours.constants)
        good += sum(p in cells and cells[p].formula is not None for p in ours.formulas)
        good += sum(p in cells and same_value(cells[p].value, v) for p, v in ours.constants.items())
    return good / max(every, 1)
