"""Save a book through openpyxl, which writes all but what a sheet shows and what is kept here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from io import BytesIO
from types import MappingProxyType
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.extended import ExtendedProperties
from openpyxl.styles.stylesheet import write_stylesheet
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook._writer import WorkbookWriter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.writer.theme import theme_xml
from openpyxl.xml.constants import (
    ARC_APP,
    ARC_CORE,
    ARC_ROOT_RELS,
    ARC_STYLE,
    ARC_THEME,
    ARC_WORKBOOK,  # fmt: skip
    ARC_WORKBOOK_RELS,
)
from openpyxl.xml.functions import tostring

from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import xml
from elevshare.workbook.style import default_font, named_styles

#: The attributes in which openpyxl keeps the styles of a book.
_STYLE_LISTS = ("_fonts", "_fills", "_borders", "_alignments", "_protections", "_number_formats",
                "_cell_styles", "_named_styles")  # fmt: skip
#: What stands before the conditional formats in the part of styles.
_BEFORE_FORMATS = b"</cellStyles>"


def register(book: Workbook) -> Mapping[str, int]:
    """Add the named styles to a book; give the number by which cells refer to each."""
    styled, numbers = _styled()
    for part in _STYLE_LISTS:
        setattr(book, part, getattr(styled, part))
    return numbers


@cache
def _styled() -> tuple[Workbook, Mapping[str, int]]:
    """A new openpyxl book with the named styles, and their numbers.

    The lists of styles are shared between books, which is safe since no sheet adds a style.
    """
    book, font = Workbook(), default_font()
    book._fonts = IndexedList([font])  # type: ignore[attr-defined]
    book._named_styles["Normal"].font = font  # type: ignore[attr-defined]
    cell = Cell(book.worksheets[0], 1, 1)
    numbers = {}
    for style in named_styles():
        book.add_named_style(style)
        cell.style = style.name
        numbers[style.name] = cell.style_id
    return book, MappingProxyType(numbers)


def written(book: Workbook, grids: Iterable[Grid]) -> bytes:
    """The book with the cells of its sheets, without compression: ``filled`` writes it again."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        _Writer(book, archive, {grid.sheet.title: grid for grid in grids}).write_data()
    return buffer.getvalue()


class _Writer(ExcelWriter):
    """openpyxl's writer: what is the same for all books is kept, and sheets are written by us."""

    def __init__(self, book: Workbook, archive: ZipFile, grids: Mapping[str, Grid]) -> None:
        super().__init__(book, archive)
        self._grids = grids
        #: The conditional formats of the book as XML, and their numbers.
        self._formats: dict[str, int] = {}

    def write_data(self) -> None:
        """Write every part. Sheets come before styles, which have the formats of sheets."""
        writer: Any = self
        book, write = self.workbook, writer._archive.writestr
        write(ARC_APP, xml(ExtendedProperties()))
        write(ARC_CORE, xml(book.properties))
        write(ARC_THEME, theme_xml)
        writer._write_worksheets()
        writer._write_charts()
        write(ARC_STYLE, _styles(self._formats))
        inner: Any = WorkbookWriter(book)
        write(ARC_ROOT_RELS, inner.write_root_rels())
        write(ARC_WORKBOOK, inner.write())
        write(ARC_WORKBOOK_RELS, inner.write_rels())
        writer.manifest._write(writer._archive, book)

    def write_worksheet(self, sheet: Worksheet) -> None:
        """Write a sheet with its cells."""
        sheet._drawing = SpreadsheetDrawing()  # type: ignore[attr-defined]
        sheet._drawing.charts = sheet._charts  # type: ignore[attr-defined]
        writer = WorksheetWriter(sheet, BytesIO())
        writer.write()
        sheet._rels = writer._rels  # type: ignore[attr-defined]
        part = self._grids[sheet.title].finished(writer.read(), self._formats)
        self._archive.writestr(sheet.path[1:], part)  # type: ignore[attr-defined]
        self.manifest.append(sheet)


def _styles(formats: Collection[str]) -> bytes:
    """The part of styles, with conditional formats (as XML) in the order of their numbers."""
    if not formats:
        return _plain_styles()
    found = f'<dxfs count="{len(formats)}">{"".join(formats)}</dxfs>'
    return _plain_styles().replace(_BEFORE_FORMATS, _BEFORE_FORMATS + found.encode(), 1)


@cache
def _plain_styles() -> bytes:
    """The part of styles without conditional formats, which is the same for all books."""
    found: Any = tostring(write_stylesheet(_styled()[0]))
    part = bytes(found)
    if _BEFORE_FORMATS not in part:
        raise ValueError("openpyxl no longer writes styles as it used to")
    return part
