"""Cached values of a book with more formulas than ``recalculate_xlsx_bytes`` takes (about 100,000).

The same engine works them out, which has no such limit, and they are put into the cells here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import formualizer
from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_to_tuple

from elevshare.workbook.calculator import calculator
from elevshare.workbook.sheetxml import value_text

#: As many formulas are left to ``recalculate_xlsx_bytes``.
MOST = 90_000
_SHEET = re.compile(r'<sheet [^>]*name="([^"]+)" sheetId="(\d+)"')
_SIZE = re.compile(rb'<dimension ref="([^"]+)"/>')
_CELL = re.compile(r'(<c r="([A-Z]+)(\d+)" s="\d+")(><f>[^<]*</f>)<v/></c>')


def has_many(draft: bytes) -> bool:
    """Whether a draft has more formulas than ``MOST``."""
    with ZipFile(BytesIO(draft)) as archive:
        parts = (archive.read(name) for name in archive.namelist() if "worksheets/" in name)
        return sum(part.count(b"<f>") for part in parts) > MOST


def filled(draft: bytes) -> bytes:
    """A draft (see ``book.assembled``) with the value of every formula.

    Raises:
        ValueError: a formula gives an error or nothing at all.
    """
    engine = calculator(draft)
    engine.evaluate_all()
    buffer = BytesIO()
    with ZipFile(BytesIO(draft)) as source, ZipFile(buffer, "w", ZIP_STORED) as target:
        titles = dict(_titles(source.read("xl/workbook.xml").decode()))
        for name in source.namelist():
            part = source.read(name)
            if name in titles:
                part = _with_values(part, engine, titles[name])
            target.writestr(name, part)
    return buffer.getvalue()


def _titles(book: str) -> Iterator[tuple[str, str]]:
    """Part → title of every sheet of a book that we wrote."""
    for title, number in _SHEET.findall(book):
        yield f"xl/worksheets/sheet{number}.xml", unescape(title)


def _with_values(part: bytes, engine: formualizer.Workbook, title: str) -> bytes:
    """A sheet's part with the values that the engine found."""
    found = _SIZE.search(part)
    if found is None:
        raise ValueError(f"{title} does not say how large it is")
    bottom, right = coordinate_to_tuple(found[1].decode().split(":")[1])
    area = formualizer.RangeAddress(title, 1, 1, bottom, right)
    rows = engine.sheet(title).get_values(area)
    columns: dict[str, int] = {}

    def cell(match: re.Match[str]) -> str:
        head, letters, row, formula = match.groups()
        if letters not in columns:
            columns[letters] = column_index_from_string(letters) - 1
        value = rows[int(row) - 1][columns[letters]]
        return f"{head}{_value(value, formula)}</c>"

    return _CELL.sub(cell, part.decode()).encode()


def _value(value: object, formula: str) -> str:
    """The formula with its value, and before both the kind of the value."""
    if isinstance(value, bool):
        return f' t="b"{formula}<v>{value:d}</v>'
    if isinstance(value, int | float):
        return f"{formula}<v>{value_text(value)}</v>"
    if isinstance(value, str):
        return f' t="str"{formula}<v>{value_text(value)}</v>'
    raise ValueError(f"{formula} gives {value!r}")
