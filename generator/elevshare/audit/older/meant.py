"""What the defined names of an older book must stand for, by the heads and labels of their cells."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.audit.identity import told
from elevshare.audit.original import Original, OriginalSheet
from elevshare.opened import OpenedBook, OpenedSheet
from elevshare.opened.areas import Area, address
from elevshare.opened.places import Place, column_letters
from elevshare.project.model import MAX_FLATS, SPARE_FLATS
from elevshare.returned.version import Age, age_of
from elevshare.workbook.formerly import NAMES_SINCE, names_of

#: Title of a sheet, and cells of one of its columns.
Cells = tuple[str, Area]


def meant(book: OpenedBook, today: Original) -> dict[str, Cells]:
    """Defined name → cells, for every name that books of this version have and of its own had.

    A name whose head cannot be found in the book is taken as it is; a column is as long as it is.
    """
    found, version = {}, told(book, "book_version")
    for name, text in today.names.items():
        (title, ours), named = address(text), book.named(name)
        if named is None and age_of(version, NAMES_SINCE.get(name, "0.1.0")) is Age.OLDER:
            continue
        if named is None or named.area.size > MAX_FLATS + SPARE_FLATS:
            found[name] = (title, ours)
            continue
        now = (named.sheet.title, named.area)
        sheet = book.sheet(title) or named.sheet
        words = _called(today.sheets[title], ours)
        every = [cell for word in words for cell in _cells(sheet, word)]
        # Of equal heads in a row the first is ours: another one was put beside the table.
        heads = {min(cell for cell in every if cell[0] == row) for row, _ in every}
        astray = heads and not (now[0] == title and _head(now[1]) in heads)
        found[name] = (title, _below(heads, ours, now[1])) if astray else now
    return found


def written(cells: Cells) -> str:
    """The address as we write it."""
    title, area = cells
    ends = [f"${column_letters(area.left)}${row}" for row in (area.top, area.bottom)]
    return f"{title}!{ends[0] if area.size == 1 else ':'.join(ends)}"


def _below(heads: set[Place], ours: Area, now: Area) -> Area:
    """The cells below, or beside, the nearest of some heads."""
    row, column = min(heads, key=lambda cell: abs(cell[0] - _head(now)[0]))
    if ours.size == 1:
        return Area(row, row, ours.left, ours.left)
    return Area(row + 1, row + 1 + now.bottom - now.top, column, column)


def _head(area: Area) -> Place:
    """The head of a column, or the label of a single cell."""
    return (area.top, 1) if area.size == 1 else (area.top - 1, area.left)


def _called(sheet: OriginalSheet, area: Area) -> tuple[str, ...]:
    """What the head or label says, by all its names."""
    text = sheet.constants.get(_head(area))
    return names_of(text) if isinstance(text, str) else ()


def _cells(sheet: OpenedSheet, text: str) -> Iterator[Place]:
    """Where a text stands on a sheet."""
    return (at for at, cell in sheet.cells.items() if cell.formula is None and cell.value == text)
