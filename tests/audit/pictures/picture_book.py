"""The small book whose papers are changed and printed: four households, 公示, 账单 and 图表."""

from __future__ import annotations

import re
from functools import cache

import bases
from bookfile import BookFile
from buildings import project

from elevshare.project import Topic
from elevshare.workbook.book import draft, family_of
from elevshare.workbook.engine.filling import filled

PAPERS = ("公示", "账单", "图表")
#: Rows of a bill.
ROWS = 34
_ROW = re.compile(r'<row r="(\d+)"[^>]*?(?:/>|>.*?</row>)', re.DOTALL)
_CELLS = re.compile("<sheetData>.*</sheetData>", re.DOTALL)


@cache
def book() -> bytes:
    """The book as the program makes it."""
    small = project(
        storeys=4,
        areas=(8017,),
        papers=bases.PAPERS,
        topics=frozenset({Topic.NOTICE, Topic.CHARTS}),
    )
    return filled(draft(family_of(small).plan(small)))


def for_print(data: bytes, only: str = "") -> bytes:
    """The same with little but papers, or ``only`` one of them: what is left is printed alike.

    Results are stored, so no sheet needs another; of the bills, two are enough.
    """
    file = BookFile(data)
    papers = (only,) if only in PAPERS else PAPERS
    for title, number in _numbers().items():
        part = f"xl/worksheets/sheet{number}.xml"
        if part not in file.parts:
            continue
        if title not in papers:
            file.parts[part] = _CELLS.sub("<sheetData/>", file.text(part)).encode()
        elif title == "账单":
            file.parts[part] = _ROW.sub(_first_bills, file.text(part)).encode()
    return file.data()


@cache
def _numbers() -> dict[str, int]:
    """The title of each sheet, as the program wrote it, with its number."""
    return {title: number for number, title in enumerate(BookFile(book()).titles, 1)}


def _first_bills(row: re.Match[str]) -> str:
    """A row of the first two bills, nothing of any other."""
    return row[0] if int(row[1]) <= 2 * ROWS else ""
