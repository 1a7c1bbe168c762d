"""Find the inputs of a book of an earlier version by their labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from elevshare.opened import Cell, OpenedBook, OpenedSheet
from elevshare.opened.places import Place
from elevshare.returned.labels import At, Label, row_names, short
from elevshare.workbook.formerly import names_of

#: The heads of a table are at most this many rows below its section's title.
_NEAR = 40


def found_in(book: OpenedBook, wanted: Iterable[Label]) -> dict[Label, At]:
    """Return label → cell of each wanted input that the book has.

    Args:
        book: a book of an earlier version.
        wanted: the inputs of this version.
    """
    tables: defaultdict[tuple[str, str], dict[str, list[Label]]] = defaultdict(dict)
    singles: defaultdict[str, list[Label]] = defaultdict(list)
    for label in wanted:
        if label.row:
            tables[label.sheet, label.section].setdefault(label.head, []).append(label)
        else:
            singles[label.sheet].append(label)
    sheets = {title: _Sheet(sheet, book.unlocked) for title in {one for one, _ in tables} | set(singles)
              if (sheet := _named(book, title))}  # fmt: skip
    found: dict[Label, At] = {}
    for (title, section), heads in tables.items():
        if title in sheets:
            found |= sheets[title].table(section, heads)
    for title, labels in singles.items():
        if title in sheets:
            found |= sheets[title].singles(labels)
    return found


def _named(book: OpenedBook, title: str) -> OpenedSheet | None:
    """Return the sheet with a title, or with one that earlier versions gave it."""
    return next((sheet for name in names_of(title) if (sheet := book.sheet(name))), None)


class _Sheet:
    """One sheet with inputs."""

    def __init__(self, sheet: OpenedSheet, unlocked: set[int]) -> None:
        self.title, self._cells, self._unlocked = sheet.title, sheet.cells, unlocked
        self._places: defaultdict[str, list[Place]] = defaultdict(list)
        for place, cell in sheet.cells.items():
            if cell.formula is None and isinstance(cell.value, str) and not self._input(place):
                self._places[cell.value].append(place)
        self._starts = {short(text): place[0] for text, places in self._places.items()
                        for place in places if place[1] == 1}  # fmt: skip

    def _input(self, place: Place) -> bool:
        """Return whether a cell is an input (unlocked)."""
        cell: Cell | None = self._cells.get(place)
        return cell is not None and cell.style in self._unlocked

    def _where(self, text: str) -> list[Place]:
        """Return the cells with a text, or else with one that earlier versions used."""
        return next((places for one in names_of(text) if (places := self._places.get(one))), [])

    def _start(self, section: str) -> int:
        """Return the row of a section's title; 0 if there is none."""
        return next((row for one in names_of(section) if (row := self._starts.get(one))), 0)

    def singles(self, labels: Sequence[Label]) -> dict[Label, At]:
        """Return the inputs beside labels; of several, the first below the section's title."""
        found = {}
        for label in labels:
            places = [(row, column + 1) for row, column in self._where(label.head)
                      if self._input((row, column + 1))]  # fmt: skip
            below = [place for place in places if place[0] > self._start(label.section)]
            if len(places) == 1 or below:
                found[label] = At(self.title, min(below) if below else places[0])
        return found

    def table(self, section: str, heads: Mapping[str, Sequence[Label]]) -> dict[Label, At]:
        """Return the inputs of the table of a section; ``heads``: column head → its labels."""
        row, columns = self._heads(self._start(section), heads)
        rows = list(self._rows(row + 1, columns.values()))
        if not rows:
            return {}
        front = {one: cell.value for one in rows
                 if (cell := self._cells.get((one, 1))) and not self._input((one, 1))}  # fmt: skip
        names = row_names(range(rows[0], rows[-1] + 1), front)
        known = {str(number): one for number, one in enumerate(rows, 1)}
        known |= dict(zip(names, rows, strict=True))
        return {
            label: At(self.title, (known[label.row], columns[head]))
            for head, labels in heads.items()
            if head in columns
            for label in labels
            if label.row in known
        }

    def _heads(self, start: int, heads: Iterable[str]) -> tuple[int, dict[str, int]]:
        """Return the row with most of the heads (the first of equals), and the column of each."""
        rows: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for head in heads:
            for row, column in self._where(head):
                if start < row <= start + _NEAR:
                    rows[row].setdefault(head, column)
        if not rows:
            return 0, {}
        best = max(map(len, rows.values()))
        row = min(row for row, columns in rows.items() if len(columns) == best)
        return row, rows[row]

    def _rows(self, first: int, columns: Iterable[int]) -> Iterator[int]:
        """Return the rows from ``first`` on that have an input in one of the columns."""
        row, every = first, tuple(columns)
        while any(self._input((row, column)) for column in every):
            yield row
            row += 1
