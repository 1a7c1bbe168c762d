"""Copy the inputs of a book of an earlier version to the cells they have in this version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from elevshare.opened import Cell, OpenedBook, OpenedSheet, Value
from elevshare.returned.labels import At, Label
from elevshare.returned.made import Made, MadeSheet
from elevshare.returned.search import found_in
from elevshare.workbook.formerly import word_now
from elevshare.workbook.reading.cells import Place


@dataclass(frozen=True, slots=True)
class Translated:
    """A book of an earlier version in the layout of this one.

    Attributes:
        book: its inputs in the cells of this version; missing ones as a new book ships them.
        stood: cell in this version → cell in the book.
        missing: the inputs of this version that the book does not have.
        unread: filled inputs of the book that this version does not have.
    """

    book: OpenedBook
    stood: Mapping[Place, Place]
    missing: tuple[Label, ...]
    unread: tuple[Place, ...]


def translated(book: OpenedBook, made: Made) -> Translated:
    """Copy the inputs of an older book to the cells they have in this version.

    Args:
        book: a book of an earlier version.
        made: the book that this version makes of the same recipe.
    """
    found = found_in(book, made.labels)
    cells = {title: _blank(sheet) for title, sheet in made.sheets.items() if sheet.inputs}
    stood: dict[Place, Place] = {}
    for label, (title, place) in found.items():
        ours = made.labels[label]
        sheet = book.sheet(title)
        now = sheet.cells.get(place) if sheet else None
        cells[ours.sheet][ours.place] = _today(label, now or Cell(None, None, "n", 0))
        stood[Place(ours.sheet, *ours.place)] = Place(title, *place)
    sheets = [OpenedSheet(title, "visible", "", cells=every) for title, every in cells.items()]
    missing = tuple(label for label in made.labels if label not in found)
    unread = tuple(_unread(book, set(found.values())))
    return Translated(replace(book, sheets=sheets), stood, missing, unread)


def _today(label: Label, cell: Cell) -> Cell:
    """An input with the word of today, where it offered another before."""
    word = word_now(label.head, cell.value)
    return cell if word is None else Cell(None, word, _kind(word), cell.style)


def _blank(sheet: MadeSheet) -> dict[tuple[int, int], Cell]:
    """Return the constants of a sheet, and its inputs as a new book ships them."""
    every: Mapping[tuple[int, int], Value] = sheet.constants | sheet.inputs
    return {place: Cell(None, value, _kind(value), 0) for place, value in every.items()}


def _kind(value: Value) -> Literal["n", "s", "b"]:
    """Return the kind of a constant: number, text or truth value."""
    return "b" if isinstance(value, bool) else "s" if isinstance(value, str) else "n"


def _unread(book: OpenedBook, found: set[At]) -> Iterator[Place]:
    """Return the filled inputs of a book that are not among ``found``."""
    titles = {at.sheet for at in found}
    for sheet in book.sheets:
        for place, cell in sheet.cells.items():
            filled = cell.formula is not None or cell.value not in (None, "")
            ours = sheet.title in titles and cell.style in book.unlocked
            if filled and ours and At(sheet.title, place) not in found:
                yield Place(sheet.title, *place)
