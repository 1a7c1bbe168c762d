"""The last step of every book: cached values in formula cells and charts, and reproducible bytes.

Without cached values a phone preview, a mail preview or Protected View shows blanks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import formualizer

from elevshare.workbook import cached_many, chart_cache

_EPOCH = (2020, 1, 1, 0, 0, 0)
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_SHEET = re.compile(r'<sheet name="([^"]+)" sheetId="(\d+)"')


def finish(draft: bytes) -> bytes:
    """Fill the cached values, fix the dates, compress."""
    if cached_many.has_many(draft):
        return _settle(cached_many.filled(draft))
    return _settle(formualizer.recalculate_xlsx_bytes(draft)["bytes"])


def _settle(data: bytes) -> bytes:
    """Write every part again with fixed times, so that the same input gives the same bytes."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        values_of = _sheets(source)
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _DATES.sub(rb"\g<1>2020-01-01T00:00:00Z", part)
            elif name.startswith("xl/charts/chart"):
                part = chart_cache.filled(part, values_of)
            elif name.startswith("xl/drawings/drawing"):
                part = part.replace(b'name="Chart ', 'name="图表 '.encode())
            info = ZipInfo(name, _EPOCH)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(info, part)
    return buffer.getvalue()


def _sheets(book: ZipFile) -> Callable[[str], chart_cache.Values]:
    """Title → values of a sheet that we wrote; read only where a chart asks for it."""
    found = _SHEET.findall(book.read("xl/workbook.xml").decode())
    parts = {unescape(title): f"xl/worksheets/sheet{number}.xml" for title, number in found}
    return cache(lambda title: chart_cache.sheet_values(book.read(parts[title])))
