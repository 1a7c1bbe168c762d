"""What a finished book holds, in plain terms that any writer can be handed."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

Look = dict[str, Any]

_LINES = {"thin": 1, "dashed": 3}


class Item(NamedTuple):
    """One cell: its formula or value, a formula's cached value, its style's name and number."""

    row: int
    column: int
    value: Any
    cached: Any
    style: str
    look: int


class Sheet(NamedTuple):
    """One sheet; of merged cells ``items`` has only the first."""

    title: str
    items: list[Item]
    merges: list[str]
    heights: dict[int, float]
    widths: dict[str, float]
    validations: list[DataValidation]
    formats: list[ConditionalFormatting]


class Content(NamedTuple):
    """A whole book; ``looks`` are XlsxWriter's properties of every style that cells have."""

    sheets: list[Sheet]
    looks: dict[int, Look]
    names: dict[str, str]

    def cells(self) -> list[tuple[Any, ...]]:
        """Every cell with its look, to compare two books."""
        return [
            (sheet.title, *item[:4], sorted(self.looks[item.look].items()))
            for sheet in self.sheets
            for item in sheet.items
        ]


def read(data: bytes) -> Content:
    """The content of a book with cached values."""
    book, cached = load_workbook(BytesIO(data)), load_workbook(BytesIO(data), data_only=True)
    looks: dict[int, Look] = {}
    sheets = [_sheet(sheet, cached[sheet.title], looks) for sheet in book.worksheets]
    names = {name: str(place.attr_text) for name, place in book.defined_names.items()}
    return Content(sheets, looks, names)


def _sheet(sheet: Worksheet, cached: Worksheet, looks: dict[int, Look]) -> Sheet:
    """One sheet; its cells' looks are added to ``looks``."""
    items = []
    for cell in (cell for row in sheet.iter_rows() for cell in row):
        if isinstance(cell, MergedCell) or not (cell.has_style or cell.value is not None):
            continue
        if cell.style_id not in looks:
            looks[cell.style_id] = _look(cell)
        result = cached[cell.coordinate].value if cell.data_type == "f" else ""
        place = (cell.row, cell.column, _plain(cell.value), _plain(result))
        items.append(Item(*place, str(cell.style), cell.style_id))
    return Sheet(
        sheet.title,
        items,
        [str(area) for area in sheet.merged_cells.ranges],
        {row: size.height for row, size in sheet.row_dimensions.items() if size.height},
        {letter: size.width for letter, size in sheet.column_dimensions.items()},
        list(sheet.data_validations.dataValidation),
        list(sheet.conditional_formatting),
    )


def _plain(value: Any) -> Any:
    """Dates and times as serial numbers, nothing as an empty text."""
    if isinstance(value, datetime | time):
        return to_excel(value)
    return "" if value is None else value


def _look(cell: Cell) -> Look:
    """A cell's format as properties of XlsxWriter."""
    at, font = cell.alignment, cell.font
    upright = "vcenter" if at.vertical == "center" else at.vertical
    look = {"font_name": font.name, "font_size": font.sz, "align": at.horizontal}
    look |= {"valign": upright, "text_wrap": at.wrap_text, "indent": int(at.indent)}
    look |= {"num_format": cell.number_format, **paint(font, cell.fill.fgColor, cell.border)}
    look["underline"] = 1 if font.u else 0
    look["locked"] = cell.protection.locked
    if cell.fill.fill_type is None:
        look.pop("bg_color", None)
    return {key: value for key, value in look.items() if value is not None}


def paint(font: Any, colour: Any, border: Any) -> Look:
    """Colours and lines, of a cell or of a conditional format."""
    look: Look = {"bold": bool(font and font.b)}
    if font and font.color and font.color.type == "rgb":
        look["font_color"] = f"#{font.color.rgb[2:]}"
    if colour is not None and colour.type == "rgb":
        look["bg_color"] = f"#{colour.rgb[2:]}"
    for side in ("left", "right", "top", "bottom"):
        line = getattr(border, side, None)
        if line is not None and line.style:
            look |= {side: _LINES[line.style], f"{side}_color": f"#{line.color.rgb[2:]}"}
    return look
