"""What comes out of the printer, through LibreOffice: the pages of every sheet of a few books."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from engines import need
from office import converted
from standard.looks import shown
from standard.model import Book
from standard.parts import Cell, Sheet

from elevshare.schemes import load_all

#: Words that are not Chinese and may be printed, and why.
LATIN = {
    "ZAKER": "part of the name of a newspaper",
    "Ctrl": "a key",
    **{word: "part of the id of a scheme" for one in load_all() for word in one.id.split("-")},
}
#: A form without a household is hidden where this holds.
_HIDDEN = re.compile(r"NOT\(\$([A-Z]+)\$?(\d+)>0\)")


@dataclass(frozen=True)
class Printout:
    """A book on paper: what it was made of, and the text of every page without blanks."""

    book: Book
    pages: list[str]
    sizes: list[str]
    starts: Mapping[str, int]

    def of(self, title: str) -> list[str]:
        """The pages of a sheet."""
        after = [page for page in self.starts.values() if page > self.starts[title]]
        return self.pages[self.starts[title] - 1 : min(after, default=len(self.pages) + 1) - 1]

    @property
    def papers(self) -> list[str]:
        """The titles of the papers."""
        return [sheet.title for sheet in self.book.of_role("单据")]


@dataclass(frozen=True)
class Paper:
    """A sheet of forms as it is to be printed."""

    sheet: Sheet

    @cached_property
    def ends(self) -> list[int]:
        """The last row of every page."""
        last = self.sheet.printed[1]
        return [row for row in self.sheet.breaks if row < last] + [last]

    @property
    def flows(self) -> bool:
        """Whether it is one table that goes on over as many pages as it needs."""
        return bool(self.sheet.print_titles) and len(self.ends) == 1

    def page_of(self, row: int) -> int:
        """The page of a row, from 0."""
        return next(page for page, end in enumerate(self.ends) if row <= end)

    @cached_property
    def printed(self) -> list[Cell]:
        """The cells that show something on the printed pages."""
        right, bottom = self.sheet.printed
        return [
            cell
            for cell in self.sheet.cells.values()
            if cell.column <= right and cell.row <= bottom and _shows(cell)
            and (cell.row, cell.column) not in self._hidden
        ]  # fmt: skip

    @cached_property
    def _hidden(self) -> set[tuple[int, int]]:
        """The cells of forms that have no household."""
        return {
            (row, column)
            for areas, formulas in self.sheet.conditions
            if any(self._holds(formula) for formula in formulas)
            for left, top, right, bottom in areas
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        }

    def _holds(self, formula: str) -> bool:
        """Whether a form is hidden."""
        found = _HIDDEN.fullmatch(formula)
        cell = self.sheet.at(f"{found[1]}{found[2]}") if found else None
        return cell is not None and cell.value == 0.0

    def missing(self, pages: list[str]) -> Iterator[str]:
        """What stands in a cell and not, or not as often, on its page."""
        if self.flows:
            pages = ["".join(pages)]
        wanted: Counter[tuple[int, str]] = Counter()
        for cell in self.printed:
            wanted[self.page_of(cell.row), dense(text_of(cell))] += 1
        for (number, text), times in wanted.items():
            if pages[number].count(text) < times:
                yield f"page {number + 1}: {text}, {times} times"


def _shows(cell: Cell) -> bool:
    """Whether a cell shows anything."""
    return cell.value is not None and cell.value != ""


def text_of(cell: Cell) -> str:
    """What a cell shows."""
    if isinstance(cell.value, float):
        return shown(cell.value, cell.style.pattern)
    return str(cell.value)


def dense(text: str) -> str:
    """Text without blanks and line ends, so that wrapping does not matter."""
    return re.sub(r"\s", "", text)


def printouts(books: Mapping[str, bytes], folder: Path) -> dict[str, Printout]:
    """The books on paper, in one run of LibreOffice."""
    for program in ("pdftotext", "pdftohtml", "pdfinfo"):
        need(program)
    files = [folder / f"{name}.xlsx" for name in books]
    for file, data in zip(files, books.values(), strict=True):
        file.write_bytes(data)
    converted(files, "pdf", folder)
    return {name: _read(Book(name, data), folder / f"{name}.pdf") for name, data in books.items()}


def _read(book: Book, path: Path) -> Printout:
    """A book's pages; LibreOffice lists in the outline where each sheet begins."""
    text = _said("pdftotext", "-raw", path, "-")
    outline = re.findall(
        r'<item page="(\d+)">([^<]+)</item>', _said("pdftohtml", "-xml", "-i", "-stdout", path)
    )
    pages = [dense(page) for page in text.split("\f")[:-1]]
    info = _said("pdfinfo", "-l", str(len(pages)), path)
    sizes = re.findall(r"Page +\d+ size: +(.*)", info)
    return Printout(book, pages, sizes, {title: int(page) for page, title in outline})


def _said(*command: str | Path) -> str:
    """What a program says."""
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()
