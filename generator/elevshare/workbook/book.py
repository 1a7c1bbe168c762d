"""Assemble a book: sheets, names, properties, cached values. Equal projects give equal bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from io import BytesIO
from types import MappingProxyType
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from elevshare.project import Project, validate
from elevshare.schemes import Family
from elevshare.workbook import names
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.family import BookFamily
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.sheets import modules, subject_sheets
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.style import default_font, named_styles
from elevshare.workbook.subjects.sharing.plan import SharingPlan

#: (row, column) of a cell → the value typed into it.
Typed = Mapping[tuple[int, int], Value]
#: The attributes in which openpyxl keeps the styles of a book.
_STYLE_LISTS = ("_fonts", "_fills", "_borders", "_alignments", "_protections", "_number_formats",
                "_cell_styles", "_named_styles")  # fmt: skip


def make_book(project: Project) -> bytes:
    """Make the book of a project, as the bytes of an .xlsx file.

    The project's scheme decides the family of the book. Without flats the book is a blank template
    for 40 households.

    Raises:
        InputError: the project makes no sense (see ``project.validate``).
    """
    family = family_of(project)
    family.validate(project)
    return filled(draft(family.plan(project)))


def family_of(project: Project) -> BookFamily:
    """The family of a project's book; code of other families is not imported."""
    if project.scheme.family is Family.LEASE:
        from elevshare.workbook.lease import FAMILY

        return FAMILY
    return BookFamily(
        "加装电梯费用分摊簿", validate, SharingPlan, modules, names.addresses, subject_sheets()
    )


def draft(plan: Inputs, typed: Mapping[str, Typed] | None = None) -> bytes:
    """Make the book without cached values and without compression.

    ``typed`` (sheet → cell → value) replaces inputs of the project, to fill the book in.
    """
    family = family_of(plan.project)
    sheets = [(m.TITLE, m.ROLE, partial(m.write, plan=plan)) for m in family.sheets(plan)]
    return assembled(sheets, family.names(plan), title_of(plan), plan.version, typed)


def title_of(plan: Inputs) -> str:
    """The title of a book."""
    return f"{family_of(plan.project).title}（{plan.project.scheme.name}）"


def assembled(
    sheets: Iterable[tuple[str, str, Callable[[Grid], None]]],
    addresses: Mapping[str, str],
    title: str,
    creator: str,
    typed: Mapping[str, Typed] | None = None,
) -> bytes:
    """Assemble any book without cached values.

    ``sheets`` are title, role and writer of each sheet; ``addresses`` the defined names. ``typed``
    (sheet → (row, column) → value) replaces constants that the writers wrote.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = _register(book)
    grids: list[Grid] = []
    for name, role, write in sheets:
        grid = Grid(book.create_sheet(name), styles, role)
        write(grid)
        grid.settle()
        if grids:
            grid.link_back(grids[0].sheet.title)
        grid.type((typed or {}).get(name, {}))
        grid.guard_texts()
        grids.append(grid)
    names.define(book, addresses)
    book.calculation.fullCalcOnLoad = True
    book.properties.title, book.properties.creator = title, creator
    return _with_cells(_save(book), grids)


def _register(book: Workbook) -> Mapping[str, int]:
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


def _save(book: Workbook) -> bytes:
    """Save without compression, because ``filled`` writes every part again."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        _Writer(book, archive).save()
    return buffer.getvalue()


class _Writer(ExcelWriter):
    """openpyxl's writer, without a temporary file for every sheet."""

    def write_worksheet(self, sheet: Worksheet) -> None:
        """Write a sheet that has no cells yet."""
        sheet._drawing = SpreadsheetDrawing()  # type: ignore[attr-defined]
        sheet._drawing.charts = sheet._charts  # type: ignore[attr-defined]
        writer = WorksheetWriter(sheet, BytesIO())
        writer.write()
        sheet._rels = writer._rels  # type: ignore[attr-defined]
        self._archive.writestr(sheet.path[1:], writer.read())  # type: ignore[attr-defined]
        self.manifest.append(sheet)


def _with_cells(data: bytes, grids: list[Grid]) -> bytes:
    """The book that openpyxl wrote, with the cells of its sheets."""
    parts = {grid.sheet.path.lstrip("/"): grid for grid in grids}
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w", ZIP_STORED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, parts[name].finished(part) if name in parts else part)
    return buffer.getvalue()
