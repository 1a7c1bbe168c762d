"""Assemble a book: sheets, names, properties, cached values, the same bytes for the same input."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.styles.cell_style import StyleArray
from openpyxl.writer.excel import ExcelWriter

from elevshare.project import Project, validate
from elevshare.workbook import names
from elevshare.workbook.cached import finish
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets import CONTRIBUTION
from elevshare.workbook.style import named_styles


def make_book(project: Project) -> bytes:
    """The contribution book of a project, as the bytes of an .xlsx file.

    Without flats it is a blank template for 40 households.

    Raises:
        InputError: the project makes no sense (see ``project.validate``).
    """
    validate(project)
    return finish(draft(Plan(project)))


def draft(plan: Plan) -> bytes:
    """The book without cached values, not compressed."""
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = _register(book)
    for module in CONTRIBUTION:
        sheet = book.create_sheet(module.TITLE)
        module.write(Grid(sheet, styles, module.ROLE), plan)
    names.define(book, plan)
    book.calculation.fullCalcOnLoad = True
    book.properties.title = f"加装电梯费用分摊簿（{plan.project.scheme.name}）"
    book.properties.creator = plan.version
    return _save(book)


def _register(book: Workbook) -> dict[str, StyleArray]:
    """Add the named styles to a book; one shared style array for each."""
    styles = {}
    for style in named_styles():
        book.add_named_style(style)
        styles[style.name] = StyleArray(style.as_tuple())
    return styles


def _save(book: Workbook) -> bytes:
    """Write without compressing: ``finish`` will write every part once more."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        ExcelWriter(book, archive).save()
    return buffer.getvalue()
