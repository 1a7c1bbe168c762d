"""The forms of a filled-in book as rows of texts with their looks, for a browser to print or to draw."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, TypedDict

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from elevshare.errors import InputError
from elevshare.opened.book import opened
from elevshare.opened.displayed import displayed
from elevshare.printing.forms import PaperForm, a_page, forms_of, printed_area
from elevshare.printing.job import USUAL
from elevshare.workbook.style import BARE, edge

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    AnyCell = Cell | MergedCell

#: How wide a column is in characters where the sheet does not say.
_STANDARD = 8.43


class PaperCell(TypedDict):
    """One cell: what it shows, how many columns it takes, how it looks (sizes in points)."""

    text: str
    span: int
    align: str
    size: float
    bold: bool
    framed: bool
    wraps: bool


class PaperRowSaid(TypedDict):
    """One row: its height in points, and its cells."""

    height: float
    cells: list[PaperCell]


class Paper(TypedDict):
    """One form: whose it is, and its rows."""

    room: str
    rows: list[PaperRowSaid]


class Papers(TypedDict):
    """All forms of a sheet that are in use; widths in characters."""

    title: str
    a_page: int
    widths: list[float]
    forms: list[Paper]


def papers_of(data: bytes, name: str, wanted: str = "") -> Papers:
    """The forms of a sheet, by default the households' bills, from the values that the book holds.

    Raises:
        InputError: it is no book of ours, or has no such forms.
    """
    titles = [sheet.title for sheet in opened(data, name).sheets]
    title = next((one for one in ((wanted,) if wanted else USUAL) if one in titles), "")
    if not title:
        raise InputError("没有按户打印的单据", where=name, todo="请给出填好的簿子")
    sheet = load_workbook(BytesIO(data), data_only=True)[title]
    forms = forms_of(sheet)
    if not forms:
        raise InputError("没有一张单据可以打印", where=name, todo="请先填好“住户”和费用")
    left, _, right, _ = printed_area(sheet)
    return {
        "title": title,
        "a_page": a_page(sheet),
        "widths": [_width(sheet, column) for column in range(left, right + 1)],
        "forms": [_paper(sheet, form, left, right) for form in forms],
    }


def _width(sheet: Worksheet, column: int) -> float:
    """The width of a column in characters."""
    return float(sheet.column_dimensions[get_column_letter(column)].width or _STANDARD)


def _paper(sheet: Worksheet, form: PaperForm, left: int, right: int) -> Paper:
    """One form."""
    spans = {
        (area.min_row, area.min_col): area.max_col - area.min_col + 1
        for area in sheet.merged_cells.ranges
        if form.first <= area.min_row <= form.last
    }
    rows = [_row(sheet, row, left, right, spans) for row in range(form.first, form.last + 1)]
    return {"room": form.room, "rows": rows}


def _row(
    sheet: Worksheet, row: int, left: int, right: int, spans: dict[tuple[int, int], int]
) -> PaperRowSaid:
    """One row; the cells that a merged one covers are left out."""
    cells, column = [], left
    while column <= right:
        span = min(spans.get((row, column), 1), right - column + 1)
        cells.append(_cell(sheet.cell(row, column), span))
        column += span
    height = sheet.row_dimensions[row].height or sheet.sheet_format.defaultRowHeight or 15
    return {"height": float(height), "cells": cells}


def _cell(cell: AnyCell, span: int) -> PaperCell:
    """One cell."""
    alignment, font = cell.alignment, cell.font
    return {
        "text": _text(cell),
        "span": span,
        "align": alignment.horizontal or "left",
        "size": float(font.sz or 11),
        "bold": bool(font.b),
        "framed": cell.style.endswith(BARE) and edge(cell.style.removesuffix(BARE)) == "box",
        "wraps": bool(alignment.wrap_text),
    }


def _text(cell: AnyCell) -> str:
    """What a cell shows."""
    value = cell.value
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, int | float) and not isinstance(value, bool):
        shown = displayed(value, cell.number_format)
        return (str(value) if shown is None else shown).strip()
    return "" if value is None else str(value)
