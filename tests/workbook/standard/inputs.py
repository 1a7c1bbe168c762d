"""Points about inputs: told from all else, validated, with the source of what a scheme gave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from standard.finding import CHINESE, Finding, at, of, on_each_sheet
from standard.model import Book
from standard.parts import Cell, Sheet

#: An input that formulas compare with a word.
_COMPARED = re.compile(r"(?:([^\W\d]\w*)!)?\$?([A-Z]{1,3})\$?(\d+)=\"([^\"]+)\"")
#: What a source is called in the key of the colours on 参数, and where all sources stand.
SOURCES, PARAMETERS = "来源", "参数"


@on_each_sheet
def told(sheet: Sheet) -> Iterator[Finding]:
    """3: what looks like an input is unlocked and a constant, on a sheet of inputs; all else is not."""
    for cell in sheet.cells.values():
        if cell.style.locked == cell.is_input:
            yield at(sheet, cell, f"{cell.style.name}, locked: {cell.style.locked}")
        if cell.is_input and cell.formula is not None:
            yield at(sheet, cell, "an input that is a formula")
        if cell.is_input and sheet.role not in ("输入", "说明"):
            yield at(sheet, cell, f"an input on a sheet of role {sheet.role}")


def validated(book: Book) -> Iterator[Finding]:
    """17: every input that is not free text has a validation with a Chinese message."""
    compared = _compared(book)
    for sheet in book.sheets.values():
        for areas, rule in sheet.validations:
            yield from _messages(sheet, areas, rule)
        covered = _covered(sheet)
        for cell in sheet.inputs:
            chosen = (sheet.title, cell.place) in compared
            free = (cell.style.name == "输入-text" and not chosen) or sheet.role == "说明"
            if not free and (cell.row, cell.column) not in covered:
                yield at(sheet, cell, "an input without a validation")
        for row, column in covered - {(cell.row, cell.column) for cell in sheet.inputs}:
            yield Finding(sheet.title, f"R{row}C{column}", "a validation where there is no input")


def _messages(sheet: Sheet, areas: list[tuple[int, int, int, int]], rule: str) -> Iterator[Finding]:
    """Whether a validation says what it wants."""
    for key in ("error", "errorTitle", "prompt", "promptTitle"):
        found = re.search(f' {key}="([^"]*)"', rule)
        if not found or not CHINESE.search(found[1]):
            yield of(sheet, f"a validation without a Chinese {key} for {areas}")
    if 'showErrorMessage="1"' not in rule:
        yield of(sheet, f"a validation that stops nobody for {areas}")
    lists = re.search('type="list".*<formula1>(.*?)</formula1>', rule)
    if lists and len(unescape(lists[1])) > 257:
        yield of(sheet, f"a list of more than 255 characters for {areas}")


def _covered(sheet: Sheet) -> set[tuple[int, int]]:
    """Row and column of every cell that a validation is for."""
    return {
        (row, column)
        for areas, _ in sheet.validations
        for left, top, right, bottom in areas
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }


def _compared(book: Book) -> set[tuple[str, str]]:
    """Sheet and place of every cell that a formula compares with a word."""
    return {place for sheet in book.sheets.values() for place in _compared_on(sheet)}


def _compared_on(sheet: Sheet) -> set[tuple[str, str]]:
    """The same of the formulas of one sheet."""
    return {
        (title or sheet.title, f"{letter}{row}")
        for cell in sheet.formulas
        if '="' in (cell.formula or "")
        for title, letter, row, _ in _COMPARED.findall(cell.formula or "")
    }


def sourced(book: Book) -> Iterator[Finding]:
    """22: every number that a scheme gave has its source beside it, or its row on 来源.

    Only a blank template can tell: what is filled in there is what the scheme gave.
    """
    if not book.blank:
        return
    listed = _listed(book)
    sheet = book.sheets[PARAMETERS]
    for cell in sheet.inputs:
        if cell.is_number and (sheet.title, cell.place) not in listed and not _beside(sheet, cell):
            yield at(sheet, cell, f"{cell.value:g} without a source: {sheet.text(cell.row, 1)}")
    for row, (source, now) in _compared_rows(book).items():
        if source != now:
            yield Finding(SOURCES, f"B{row}", f"{source} is now {now}")


def _listed(book: Book) -> set[tuple[str, str]]:
    """Sheet and place of every cell that 来源 refers to."""
    return {
        (title, place.replace("$", ""))
        for cell in book.sheets[SOURCES].formulas
        for title, place in re.findall(r"([^\W\d]\w*)!(\$[A-Z]+\$\d+)", cell.formula or "")
    }


def _beside(sheet: Sheet, cell: Cell) -> bool:
    """Whether a note beside a cell names a source."""
    notes = (sheet.text(cell.row, column) for column in range(cell.column + 1, cell.column + 9))
    return any("来源" in note or "详见" in note for note in notes)


def _compared_rows(book: Book) -> dict[int, tuple[object, object]]:
    """Row of 来源 → the value of the source and the value now, where both are shown."""
    sheet = book.sheets[SOURCES]
    rows = {row for row, _ in sheet.cells if sheet.text(row, 4) in ("与来源一致", "已改动")}
    return {row: (sheet.cells[row, 2].value, sheet.cells[row, 3].value) for row in rows}
