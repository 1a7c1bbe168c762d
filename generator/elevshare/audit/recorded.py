"""The record on 来源 that a book was made by, where it is not the book's."""

from __future__ import annotations

from dataclasses import replace

from elevshare.audit.finding import Finding
from elevshare.opened import OpenedBook
from elevshare.opened.places import reference
from elevshare.text import shown
from elevshare.workbook.recipe import Recipe

_NAME = "book_recipe"


def recipe_changed(book: OpenedBook, recorded: Recipe, right: Recipe) -> Finding:
    """Report at its cell that the record is another than the book was made by."""
    named = book.named(_NAME)
    sheet = shown(named.sheet.title) if named else ""
    area = reference(*named.area.first) if named else ""
    text = f"制作记录与簿子不符：写的是“{recorded.text()}”，像是“{right.text()}”"
    return Finding("recipe-changed", text, sheet, area, right.text(), recorded.text())


def with_recipe(book: OpenedBook, recipe: Recipe) -> OpenedBook:
    """The book with another record, so that it can be read; the same book where it has no record."""
    named = book.named(_NAME)
    if named is None:
        return book
    at = named.area.first
    cells = {**named.sheet.cells, at: named.sheet.cells[at]._replace(value=recipe.text())}
    sheet = replace(named.sheet, cells=cells)
    return replace(book, sheets=[sheet if one is named.sheet else one for one in book.sheets])
