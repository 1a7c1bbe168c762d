"""What a finished book consists of, as the checker sees it: styles, cells, sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import NamedTuple

from openpyxl.utils import range_boundaries

from standard.formulas import bare, kind

_SHEET = re.compile(r"([^\W\d]\w*)!")
_CACHED = re.compile(r' t="\w+"><f>|</f><v>[^<]*</v>')


class Style(NamedTuple):
    """A named style, as far as it matters here; ``own`` when the cell is formatted by hand."""

    name: str
    locked: bool
    pattern: str
    wraps: bool
    shrinks: bool
    indented: bool
    size: float
    own: bool


class Cell(NamedTuple):
    """One cell with a style; the value is None where there is none, a text may be empty."""

    place: str
    row: int
    column: int
    style: Style
    formula: str | None
    value: str | float | None
    error: bool

    @property
    def is_input(self) -> bool:
        """Whether it looks like an input."""
        return self.style.name.startswith("输入-")

    @property
    def is_number(self) -> bool:
        """Whether it shows a number."""
        return isinstance(self.value, float)


@dataclass(frozen=True, eq=False)
class Sheet:
    """One sheet: ``head`` and ``tail`` are its XML before and after the cells."""

    title: str
    state: str
    role: str
    cells: dict[tuple[int, int], Cell]
    heights: dict[int, float]
    rows: str
    head: str
    tail: str
    print_area: str = ""
    print_titles: str = ""

    @property
    def xml(self) -> tuple[str, str, str]:
        """All of its XML."""
        return self.head, self.rows, self.tail

    @cached_property
    def made_of(self) -> int:
        """The same for sheets that differ in nothing but cached values."""
        return hash((self.title, self.head, self.tail, _CACHED.sub("", self.rows), self.print_area))

    @cached_property
    def formulas(self) -> list[Cell]:
        """Its formula cells, row by row."""
        return [cell for cell in self.cells.values() if cell.formula is not None]

    @cached_property
    def kinds(self) -> list[Cell]:
        """One formula cell of each kind: the last of those that differ in references only."""
        return list({kind(cell.formula or ""): cell for cell in self.formulas}.values())

    @cached_property
    def refers(self) -> dict[str, list[Cell]]:
        """The sheets that its formulas refer to, each with the cells that do."""
        found: dict[str, list[Cell]] = {}
        for cell in self.formulas:
            for title in set(_SHEET.findall(bare(cell.formula or ""))):
                found.setdefault(title, []).append(cell)
        return found

    @cached_property
    def inputs(self) -> list[Cell]:
        """Its inputs, row by row."""
        return [cell for cell in self.cells.values() if cell.is_input]

    @cached_property
    def merges(self) -> list[tuple[int, int, int, int]]:
        """Its merged cells: left, top, right, bottom."""
        return [range_boundaries(ref) for ref in re.findall(r'<mergeCell ref="([^"]+)"', self.tail)]

    @cached_property
    def merged(self) -> dict[tuple[int, int], tuple[int, int, int, int]]:
        """Row and column of every first cell of a merge → the merge."""
        return {(one[1], one[0]): one for one in self.merges}

    @cached_property
    def widths(self) -> dict[int, float]:
        """Column → width in characters."""
        return {
            column: float(width)
            for width, low, high in re.findall(
                r'<col width="([\d.]+)" customWidth="1" min="(\d+)" max="(\d+)"', self.head
            )
            for column in range(int(low), int(high) + 1)
        }

    @cached_property
    def validations(self) -> list[tuple[list[tuple[int, int, int, int]], str]]:
        """Areas and XML of every validation."""
        found = re.findall(r"<dataValidation .*?</dataValidation>", self.tail, re.S)
        return [(_areas(one), one) for one in found]

    @cached_property
    def conditions(self) -> list[tuple[list[tuple[int, int, int, int]], list[str]]]:
        """Areas and formulas of every conditional format."""
        found = re.findall(r"<conditionalFormatting .*?</conditionalFormatting>", self.tail, re.S)
        return [
            (_areas(one), list(map(unescape, re.findall(r"<formula>([^<]*)<", one))))
            for one in found
        ]

    @cached_property
    def breaks(self) -> list[int]:
        """The rows after which a new page begins."""
        found = re.search("<rowBreaks.*?</rowBreaks>", self.tail, re.S)
        return [int(row) for row in re.findall(r'<brk id="(\d+)"', found[0])] if found else []

    @property
    def printed(self) -> tuple[int, int]:
        """The last column and the last row that are printed."""
        _, _, right, bottom = range_boundaries(self.print_area.split("!")[1].replace("$", ""))
        return right, bottom

    @property
    def last_row(self) -> int:
        """The last row with a cell."""
        return max(row for row, _ in self.cells)

    def at(self, place: str) -> Cell | None:
        """The cell of an address such as B5."""
        left, top, _, _ = range_boundaries(place)
        return self.cells.get((top, left))

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as a text."""
        cell = self.cells.get((row, column))
        return "" if cell is None or cell.value is None else str(cell.value)

    def style(self, row: int, column: int) -> str:
        """The name of the style of a cell."""
        cell = self.cells.get((row, column))
        return "" if cell is None else cell.style.name


def _areas(xml: str) -> list[tuple[int, int, int, int]]:
    """The areas that an element is for."""
    return [range_boundaries(one) for one in re.search(r'sqref="([^"]+)"', xml)[1].split()]
