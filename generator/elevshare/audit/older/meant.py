"""What the defined names of an older book must stand for, by the heads and labels of their cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from elevshare.audit.original import Original, OriginalSheet
from elevshare.opened import OpenedBook, OpenedSheet
from elevshare.opened.places import Place, column_letters, place
from elevshare.workbook.formerly import names_of


class Area(NamedTuple):
    """Cells of one column of a sheet."""

    sheet: str
    first: Place
    last: Place

    @property
    def cells(self) -> list[Place]:
        """Every cell, top down."""
        return [(row, self.first[1]) for row in range(self.first[0], self.last[0] + 1)]

    @property
    def text(self) -> str:
        """The address as we write it."""
        ends = [f"${column_letters(column)}${row}" for row, column in (self.first, self.last)]
        return f"{self.sheet}!{ends[0] if self.first == self.last else ':'.join(ends)}"


def meant(book: OpenedBook, today: Original) -> dict[str, str]:
    """Defined name → address, for every name that books of this version have.

    A name whose head cannot be found in the book is taken as it is; a column is as long as it is.
    """
    found = {}
    for name, address in today.names.items():
        now, ours = area_of(book.names.get(name, "")), area_of(address)
        if now is None or ours is None:
            found[name] = book.names.get(name, address)
            continue
        texts = _called(today.sheets[ours.sheet], ours)
        sheet = book.sheet(ours.sheet) or book.sheet(now.sheet)
        heads = {cell for text in texts for cell in _cells(sheet, text)}
        found[name] = _moved(now, ours, heads).text
    return found


def _moved(now: Area, ours: Area, heads: set[Place]) -> Area:
    """The address itself where it has its head; else that of the nearest head there is."""
    if not heads or (now.sheet == ours.sheet and _head(now) in heads):
        return now
    row, column = min(heads, key=lambda cell: abs(cell[0] - _head(now)[0]))
    if ours.first == ours.last:
        return Area(ours.sheet, (row, ours.first[1]), (row, ours.first[1]))
    return Area(ours.sheet, (row + 1, column), (row + 1 + now.last[0] - now.first[0], column))


def _head(area: Area) -> Place:
    """The head of a column, or the label of a single cell."""
    row, column = area.first
    return (row, 1) if area.first == area.last else (row - 1, column)


def _called(sheet: OriginalSheet, area: Area) -> tuple[str, ...]:
    """What the head or label says, by all its names."""
    text = sheet.constants.get(_head(area))
    return names_of(text) if isinstance(text, str) else ()


def _cells(sheet: OpenedSheet | None, text: str) -> Iterator[Place]:
    """Where a text stands on a sheet."""
    for at, cell in (sheet.cells if sheet else {}).items():
        if cell.formula is None and cell.value == text:
            yield at


def area_of(address: str) -> Area | None:
    """The cells of an address; ``None`` where it is none of ours."""
    title, _, cells = address.lstrip("=").replace("$", "").rpartition("!")
    try:
        ends = [place(end) for end in cells.split(":")]
    except ValueError:
        return None
    return Area(title.strip("'"), ends[0], ends[-1]) if len(ends) < 3 else None
