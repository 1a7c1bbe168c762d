"""The last step of every book: store the values of formulas and charts, in reproducible bytes.

Without stored values a preview on a phone or in a mail, and Protected View, show blanks.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache
from html import unescape
from io import BytesIO
from zipfile import ZipFile

from elevshare.opened.areas import rectangles
from elevshare.opened.places import Place
from elevshare.workbook.engine import chart_cache, package
from elevshare.workbook.engine.opening import open_engine
from elevshare.workbook.engine.sheet import DraftSheet, Written
from elevshare.workbook.sheetxml import Value

_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
#: The beginning of the names of sheet parts and of chart parts.
_SHEETS, _CHARTS = "xl/worksheets/sheet", "xl/charts/chart"
_SHEET = re.compile(r'<sheet name="([^"]+)" sheetId="(\d+)"')


def filled(draft: bytes) -> bytes:
    """Calculate a drafted book (see ``book.assembled``); give the bytes of the finished .xlsx file.

    Raises:
        ValueError: a formula gives an error or no value.
    """
    return Pieces(draft).book()


class Pieces:
    """A drafted book, loaded in an engine and split, from which several books can be made.

    Constants can be replaced on the sheets named in ``depending``. All parts that cannot differ are
    compressed once. After an error the object is unusable.
    """

    def __init__(self, draft: bytes, depending: Collection[str] = ()) -> None:
        self._engine, self._written = open_engine(draft), Written()
        with ZipFile(BytesIO(draft)) as archive:
            source = {name: _settled(name, archive.read(name)) for name in archive.namelist()}
        self._part_of = _sheet_parts(source["xl/workbook.xml"])
        self._sheets = {
            title: DraftSheet(title, source[name], title in depending)
            for title, name in self._part_of.items()
        }
        self._areas = {title: rectangles(self._sheets[title].constants) for title in depending}
        self._charts = {name: part for name, part in source.items() if name.startswith(_CHARTS)}
        own = {*self._part_of.values(), *self._charts}
        self._parts = {
            name: package.part(name, part) for name, part in source.items() if name not in own
        }
        self._names = tuple(source)

    def type(
        self, title: str, changed: Mapping[Place, Value], every: Mapping[Place, Value]
    ) -> None:
        """Replace constants of a sheet; ``every`` has all of its constants afterwards."""
        self._sheets[title].type(changed)
        self._parts.pop(self._part_of[title], None)
        for area in self._areas[title]:
            if not changed.keys().isdisjoint(area.places):
                self._engine.type(title, area, every)

    def book(self) -> bytes:
        """Calculate, and give the bytes of the book."""
        self._engine.calculate()
        for title, sheet in self._sheets.items():
            name = self._part_of[title]
            different = sheet.calculated(self._engine, self._written)
            if different or name not in self._parts:
                self._parts[name] = package.part(name, sheet.part())
        values_of = cache(lambda title: self._sheets[title].shown(self._engine))
        for name, chart in self._charts.items():
            self._parts[name] = package.part(name, chart_cache.with_values(chart, values_of))
        return package.written(self._parts[name] for name in self._names)


def _settled(name: str, part: bytes) -> bytes:
    """A part that openpyxl wrote, with its time stamps fixed and its language set to Chinese."""
    if name == "docProps/core.xml":
        return _DATES.sub(rb"\g<1>2020-01-01T00:00:00Z", part)
    if name.startswith("xl/drawings/drawing"):
        return part.replace(b'name="Chart ', 'name="图表 '.encode())
    return part


def _sheet_parts(workbook: bytes) -> dict[str, str]:
    """Sheet title → part name, from the ``xl/workbook.xml`` of a book that we wrote."""
    found = _SHEET.findall(workbook.decode())
    return {unescape(title): f"{_SHEETS}{number}.xml" for title, number in found}
