"""The last step of every book: cached values in formula cells and charts, and reproducible bytes.

Without cached values a phone preview, a mail preview or Protected View shows blanks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from io import BytesIO
from zipfile import ZipFile

import formualizer

from elevshare.workbook import cached_many, chart_cache, package

_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
#: A number, not the text of a room.
_MINUS_NOTHING = re.compile(rb'(<c r="[A-Z]+\d+" s="\d+"><f>[^<]*</f>)<v>-0</v>')
#: How the names of the parts of sheets and of charts begin.
SHEETS, CHARTS = "xl/worksheets/sheet", "xl/charts/chart"
_SHEET = re.compile(r'<sheet name="([^"]+)" sheetId="(\d+)"')


def finish(draft: bytes) -> bytes:
    """Fill the cached values, fix the dates, compress."""
    if cached_many.has_many(draft):
        return _settle(cached_many.filled(draft))
    return _settle(formualizer.recalculate_xlsx_bytes(draft)["bytes"])


def _settle(data: bytes) -> bytes:
    """Write every part again with fixed times, so that the same input gives the same bytes."""
    with ZipFile(BytesIO(data)) as source:
        values_of = _sheets(source)
        parts = []
        for name in source.namelist():
            part = settled(name, source.read(name))
            if name.startswith(SHEETS):
                part = _MINUS_NOTHING.sub(rb"\1<v>0</v>", part) if b"<v>-0<" in part else part
            elif name.startswith(CHARTS):
                part = chart_cache.filled(part, values_of)
            parts.append(package.part(name, part))
    return package.written(parts)


def settled(name: str, part: bytes) -> bytes:
    """A part that openpyxl wrote, without what differs from run to run, in Chinese."""
    if name == "docProps/core.xml":
        return _DATES.sub(rb"\g<1>2020-01-01T00:00:00Z", part)
    if name.startswith("xl/drawings/drawing"):
        return part.replace(b'name="Chart ', 'name="图表 '.encode())
    return part


def sheet_parts(workbook: bytes) -> dict[str, str]:
    """Title → part of every sheet of a book that we wrote, from its ``xl/workbook.xml``."""
    found = _SHEET.findall(workbook.decode())
    return {unescape(title): f"{SHEETS}{number}.xml" for title, number in found}


def _sheets(book: ZipFile) -> Callable[[str], chart_cache.Values]:
    """Title → values of a sheet that we wrote; read only where a chart asks for it."""
    parts = sheet_parts(book.read("xl/workbook.xml"))
    return cache(lambda title: chart_cache.sheet_values(book.read(parts[title])))
