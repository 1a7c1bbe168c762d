"""The engine IronCalc, which runs in a browser, behind the protocol of engines.

``bridge`` is the JavaScript object that ``generator/page/src/worker/bridge.mjs`` makes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from typing import Protocol
from weakref import finalize
from zipfile import ZipFile

from elevshare.opened.areas import Area
from elevshare.opened.places import Place, column_number
from elevshare.workbook.engine.protocol import Input

_SHEET = re.compile(r"""<sheet [^>]*?name=("[^"]+"|'[^']+') """)
_PART = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_NAME = re.compile(r'<definedName name="([^"]+)"([^>]*)>([^<]*)</definedName>')
_CELL = re.compile(
    r'<c r="([A-Z]+)(\d+)"[^>]*?(?: t="(\w+)")?>'
    r"(?:<f>([^<]*)</f>(?:<v ?/>|<v>[^<]*</v>)?|<is><t[^>]*>([^<]*)</t></is>|<v>([^<]*)</v>)</c>"
)
#: What is typed in another way: INDEX, and the count in one cell (before its comma). Texts and titles
#: in quotes are found so that nothing is found inside of them.
_OTHERWISE = re.compile(
    r"""\bINDEX\(|\bCOUNTIF\(((?:'[^']*'!|[^\W\d]\w*!)?\$?[A-Z]{1,3}\$?\d+)(?=,)|"[^"]*"|'[^']*'"""
)
#: A text in quotes, or the beginning of a number written as a text; formats → their decimals.
_WRITTEN = re.compile(r"""\bTEXT\(|"[^"]*\"""")
_DECIMALS = {'"0.00"': 2, '"0"': 0}


class Bridge(Protocol):
    """IronCalc's books by number; cells and values go as JSON."""

    def open(self, book: str) -> int:
        """Load ``{"sheets": [[title, [row, column, input, …], columns], …], "names": [[name, area], …]}``."""

    def put(self, book: int, cells: str) -> None:
        """Type ``[sheet, row, column, input, …]``."""

    def evaluate(self, book: int) -> None:
        """Calculate everything."""

    def values(self, book: int, sheet: int, top: int, left: int, bottom: int, right: int) -> str:
        """The values of an area, row by row in one list."""

    def free(self, book: int) -> None:
        """Forget a book."""


class IronCalcEngine:
    """A book in IronCalc (see ``protocol.Engine``)."""

    def __init__(self, draft: bytes, bridge: Bridge) -> None:
        with ZipFile(BytesIO(draft)) as archive:
            main = archive.read("xl/workbook.xml").decode()
            titles = [unescape(title[1:-1]) for title in _SHEET.findall(main)]
            parts = sorted(filter(_PART.fullmatch, archive.namelist()), key=_number)
            sheets = [
                _sheet(title, archive.read(part).decode())
                for title, part in zip(titles, parts, strict=True)
            ]
        names = [
            (unescape(name), unescape(area))
            for name, more, area in _NAME.findall(main)
            if "localSheetId" not in more
        ]
        self._numbers = {title: number for number, title in enumerate(titles)}
        self._bridge, self._typed, self._dirty = bridge, [], True
        self._book = bridge.open(json.dumps({"sheets": sheets, "names": names}, ensure_ascii=False))
        finalize(self, bridge.free, self._book)

    _typed: list[object]

    def type(self, sheet: str, area: Area, typed: Mapping[Place, Input]) -> None:
        """Replace the contents of an area."""
        number = self._numbers[sheet]
        for place in area.places:
            self._typed += (number, *place, _input(typed.get(place)))

    def put(self, sheet: str, place: Place, formula: str) -> None:
        """Write a formula."""
        self._typed += (self._numbers[sheet], *place, _formula(formula))

    def calculate(self) -> None:
        """Calculate; IronCalc always calculates everything, so only after a change."""
        if self._typed:
            self._bridge.put(self._book, json.dumps(self._typed, ensure_ascii=False))
            self._typed, self._dirty = [], True
        if self._dirty:
            self._bridge.evaluate(self._book)
            self._dirty = False

    def read(self, sheet: str, area: Area) -> list[list[object]]:
        """The values of an area, row by row; an error is a dict."""
        edges = (area.top, area.left, area.bottom, area.right)
        flat = json.loads(
            self._bridge.values(self._book, self._numbers[sheet], *edges), parse_int=float
        )
        wide = area.right - area.left + 1
        return [flat[start : start + wide] for start in range(0, len(flat), wide)]


def _number(part: str) -> int:
    """The number of a worksheet's part."""
    found = _PART.fullmatch(part)
    return int(found[1]) if found else 0


def _sheet(title: str, part: str) -> tuple[str, list[object], int]:
    """Title, cells, and number of columns of a sheet that we wrote."""
    cells: list[object] = []
    widest = 1
    for letters, row, kind, formula, text, value in _CELL.findall(part):
        column = column_number(letters)
        widest = max(widest, column)
        cells += (
            int(row),
            column,
            _typed(kind, unescape(formula), unescape(text), unescape(value)),
        )
    return title, cells, widest


def _typed(kind: str, formula: str, text: str, value: str) -> str:
    """What is typed for a cell of a file."""
    if formula:
        return _formula(formula)
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    return value if value and kind not in ("str", "e") else f"'{value or text}"


def _formula(formula: str) -> str:
    """A formula as it is typed."""
    return "=" + _OTHERWISE.sub(_otherwise, _with_fixed(formula))


def _with_fixed(formula: str) -> str:
    """A formula whose numbers are written by FIXED: IronCalc's TEXT rounds exact halves down.

    >>> _with_fixed('TEXT($D22*100,"0.00")&"%，TEXT(1,"')
    'IFERROR(FIXED($D22*100,2,TRUE),TEXT($D22*100,"0.00"))&"%，TEXT(1,"'
    """
    for found in reversed(list(_WRITTEN.finditer(formula))):
        if found[0] != "TEXT(":
            continue
        inside = formula[found.end() : _closed(formula, found.end())]
        value, _, code = inside.rpartition(",")
        if code in _DECIMALS:
            tail = formula[found.end() + len(inside) :]
            fixed = f"IFERROR(FIXED({value},{_DECIMALS[code]},TRUE),TEXT({inside})"
            formula = formula[: found.start()] + fixed + tail  # TEXT for what is no number
    return formula


def _closed(formula: str, start: int) -> int:
    """Where the bracket is closed that was opened before ``start``."""
    depth, quoted = 1, False
    for at in range(start, len(formula)):
        quoted ^= formula[at] == '"'
        depth += 0 if quoted else (formula[at] == "(") - (formula[at] == ")")
        if depth == 0:
            return at
    return len(formula)


def _otherwise(found: re.Match[str]) -> str:
    """A piece of a formula as IronCalc needs it.

    It takes INDEX for something that may fill many cells, and begins again for each of those; "@" says
    that it is one value, which is two hundred times faster. It counts in an area, not in a cell.
    """
    if found[0] == "INDEX(":
        return "@INDEX("
    if cell := found[1]:
        return f"COUNTIF({cell}:{cell.rpartition('!')[2]}"
    return found[0]


def _input(value: Input) -> str:
    """What is typed for a value: a text with an apostrophe, so that it stays one."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return f"'{value}" if isinstance(value, str) else repr(float(value))
