"""A finished book as the checker sees it: its XML read once into plain objects."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from openpyxl.utils import range_boundaries

from elevshare.workbook.style import ROLES
from standard.formulas import bare, column

_ROLE_OF = {f"00{colour}": role for role, colour in ROLES.items()}
_ROW = re.compile(r'<row r="(\d+)"([^>]*)>(.*?)</row>', re.S)
_CELL = re.compile(
    r'<c r="([A-Z]+)\d+" s="(\d+)"(?: t="(\w+)")?(?:/>|>(?:<f>([^<]*)</f>)?'
    r"(?:<v>([^<]*)</v>|<v/>|<is><t[^>]*>([^<]*)</t></is>)?</c>)"
)
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


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Book:
    """A finished book."""

    name: str
    data: bytes = field(repr=False)

    @cached_property
    def parts(self) -> dict[str, bytes]:
        """Name → bytes of every part of the file."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def xml(self) -> str:
        """The part that lists sheets and names."""
        return self.parts["xl/workbook.xml"].decode()

    @cached_property
    def names(self) -> dict[str, str]:
        """The defined names of the book and their addresses."""
        return dict(re.findall(r'<definedName name="(\w+)">([^<]+)</definedName>', self.xml))

    @cached_property
    def sheets(self) -> dict[str, Sheet]:
        """Title → sheet, in order."""
        styles = styles_of(self.parts["xl/styles.xml"].decode())
        found = re.findall(r'<sheet [^>]*name="([^"]+)"[^>]*state="(\w+)"', self.xml)
        printing = self._printing()
        return {
            title: _sheet(
                title,
                state,
                self.parts[f"xl/worksheets/sheet{number + 1}.xml"].decode(),
                styles,
                printing.get(("Print_Area", number), ""),
                printing.get(("Print_Titles", number), ""),
            )
            for number, (title, state) in enumerate(found)
        }

    def _printing(self) -> dict[tuple[str, int], str]:
        """Print areas and titles: what and number of the sheet → address."""
        found = re.findall(r'name="_xlnm\.(\w+)" localSheetId="(\d+)">([^<]+)<', self.xml)
        return {(what, int(number)): address for what, number, address in found}

    @property
    def blank(self) -> bool:
        """Whether no household is filled in."""
        title, _, area = self.names["room_no"].replace("$", "").partition("!")
        left, top, _, bottom = range_boundaries(area)
        return not any(self.sheets[title].text(row, left) for row in range(top, bottom + 1))

    def of_role(self, *roles: str) -> Iterator[Sheet]:
        """The sheets of some roles."""
        return (sheet for sheet in self.sheets.values() if sheet.role in roles)

    def named(self, name: str) -> Cell | None:
        """The one cell of a defined name."""
        title, place = self.names[name].replace("$", "").split("!")
        return self.sheets[title].at(place)


def _areas(xml: str) -> list[tuple[int, int, int, int]]:
    """The areas that an element is for."""
    return [range_boundaries(one) for one in re.search(r'sqref="([^"]+)"', xml)[1].split()]


def styles_of(xml: str) -> list[Style]:
    """The style of every number that a cell can refer to."""
    names = dict(re.findall(r'<cellStyle name="([^"]+)" xfId="(\d+)"', xml))
    names = {int(number): name for name, number in names.items()}
    patterns = {
        int(number): unescape(code)
        for number, code in re.findall(r'numFmtId="(\d+)" formatCode="([^"]*)"', xml)
    }
    sizes = [float(one) for one in re.findall(r'<font>.*?<sz val="([\d.]+)".*?</font>', xml, re.S)]
    masters, cells = (
        re.findall(
            r"<xf [^>]*?/>|<xf .*?</xf>", re.search(rf"<{tag}.*?</{tag}>", xml, re.S)[0], re.S
        )
        for tag in ("cellStyleXfs", "cellXfs")
    )
    return [_style(one, masters, names, patterns, sizes) for one in cells]


def _style(xml, masters, names, patterns, sizes):  # type: ignore[no-untyped-def]
    """One style."""

    def number(key: str, source: str = xml) -> int:
        found = re.search(rf'{key}="(\d+)"', source)
        return int(found[1]) if found else 0

    keys = ("numFmtId", "fontId", "fillId", "borderId")
    same = all(number(key) == number(key, masters[number("xfId")]) for key in keys)
    pattern = patterns.get(
        number("numFmtId"),
        {0: "General", 1: "0", 2: "0.00", 4: "#,##0.00", 10: "0.00%", 49: "@"}.get(
            number("numFmtId"), "?"
        ),
    )
    return Style(names.get(number("xfId"), "?"), 'locked="0"' not in xml, pattern,
                 'wrapText="1"' in xml, 'shrinkToFit="1"' in xml, 'indent="1"' in xml, sizes[number("fontId")], not same)  # fmt: skip


def _sheet(title: str, state: str, xml: str, styles: list[Style], area: str, titles: str) -> Sheet:
    """One sheet."""
    head, _, rest = xml.partition("<sheetData>")
    rows, _, tail = rest.partition("</sheetData>")
    colour = re.search(r'<tabColor rgb="(\w+)"', head)
    cells, heights = {}, {}
    for row, more, body in _ROW.findall(rows):
        if tall := re.search(r'ht="([\d.]+)"', more):
            heights[int(row)] = float(tall[1])
        for cell in _cells(int(row), body, styles):
            cells[cell.row, cell.column] = cell
    role = _ROLE_OF.get(colour[1] if colour else "", "?")
    return Sheet(title, state, role, cells, heights, rows, head, tail, area, titles)


def _cells(row: int, body: str, styles: list[Style]) -> Iterator[Cell]:
    """The cells of a row."""
    for letter, style, kind, formula, number, text in _CELL.findall(body):
        value: str | float | None = None
        if number:
            value = float(number) if kind in ("", "n", "b") else unescape(number)
        elif kind in ("str", "inlineStr"):
            value = unescape(text)
        yield Cell(f"{letter}{row}", row, column(letter), styles[int(style)],
                   unescape(formula) if formula else None, value, kind == "e")  # fmt: skip
