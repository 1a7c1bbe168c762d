"""Write forms of a sheet into a workbook of their own: values and formats, no formula."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break, RowBreak

from elevshare.opened.places import column_letters, reference
from elevshare.printing.forms import PaperForm, columns_of
from elevshare.printing.frames import Frames, Look

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    AnyCell = Cell | MergedCell

#: How openpyxl stores all formats of a cell as one; copying each of them takes long.
_ALL_FORMATS = "_style"
#: As many characters of a text as are printed: no form has room for half of them.
_MOST = 1_000
#: Inches from the edge of the paper to what stands above and below a page; points of that below.
_EDGE, _FOOT_SIZE = 0.2, 8
_FORMATS = ("font", "border", "fill", "alignment", "number_format")


class Writer:
    """Makes workbooks of the forms of one sheet; ``mark`` stands above every page, ``foot`` below it."""

    def __init__(self, source: Worksheet, mark: str = "", foot: str = "") -> None:
        self._source, self._mark, self._foot = source, mark, foot
        self._columns, self._frames = columns_of(source), Frames(source)
        self._merges: dict[int, list[CellRange]] = {}
        for area in source.merged_cells.ranges:
            self._merges.setdefault(area.min_row, []).append(area)

    def workbook(self, pages: Sequence[Sequence[PaperForm]], title: str) -> bytes:
        """The pages as an .xlsx file; ``title`` is the file's property."""
        book = Workbook()
        _measure_alike(book, self._source)
        book.properties.title, book.properties.creator = title, "加梯分摊"
        sheet = book.worksheets[0]
        sheet.title = self._source.title
        self._set_up(sheet)
        formats: dict[tuple[int, Look], AnyCell] = {}
        row, breaks = 1, []
        for page in pages:
            for form in page:
                self._copy(sheet, form, row, formats)
                row += form.last - form.first + 1
            breaks.append(Break(id=row - 1))
        sheet.row_breaks = RowBreak(brk=breaks[:-1])
        sheet.print_area = f"A1:{reference(row - 1, len(self._columns))}"
        buffer = BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    def _set_up(self, sheet: Worksheet) -> None:
        """Paper, margins, widths."""
        source = self._source
        for name in ("paperSize", "orientation", "scale"):
            setattr(sheet.page_setup, name, getattr(source.page_setup, name))
        sheet.page_setup.paperSize = sheet.page_setup.paperSize or 9
        sheet.page_margins = copy(source.page_margins)
        sheet.print_options.horizontalCentered = source.print_options.horizontalCentered
        header = sheet.oddHeader
        if self._mark and header is not None:
            header.center.text, header.center.size, header.center.color = self._mark, 14, "C00000"
            sheet.page_margins.header = _EDGE
        footer = sheet.oddFooter
        if self._foot and footer is not None:
            footer.center.text, footer.center.size = self._foot, _FOOT_SIZE
            sheet.page_margins.footer = _EDGE
        widths = _widths(source)
        for left, column in enumerate(self._columns, 1):
            if column in widths:
                sheet.column_dimensions[column_letters(left)].width = widths[column]

    def _copy(
        self,
        sheet: Worksheet,
        form: PaperForm,
        start: int,
        formats: dict[tuple[int, Look], AnyCell],
    ) -> None:
        """One form, from the row ``start`` on."""
        source, first = self._source, self._columns[0]
        standard, looks = source.sheet_format.defaultRowHeight, self._frames.looks_of(form)
        for offset, row in enumerate(range(form.first, form.last + 1)):
            height = source.row_dimensions[row].height or standard
            sheet.row_dimensions[start + offset].height = height
            for column in self._columns:
                target = sheet.cell(start + offset, column - first + 1)
                _put(target, source.cell(row, column), Frames.of(looks, row, column), formats)
            for area in self._merges.get(row, ()):
                self._merge(sheet, area, form, start - form.first)

    def _merge(self, sheet: Worksheet, area: CellRange, form: PaperForm, down: int) -> None:
        """Merge cells as in the source, within the printed area."""
        first, last = self._columns[0], self._columns[-1]
        right, bottom = min(area.max_col, last), min(area.max_row, form.last)
        if area.min_col < first or right < area.min_col:
            return
        moved = CellRange(
            min_col=area.min_col - first + 1, max_col=right - first + 1,
            min_row=area.min_row + down, max_row=bottom + down,
        )  # fmt: skip
        if moved.size["columns"] * moved.size["rows"] > 1:
            sheet.merged_cells.ranges.add(moved)


def written_height(sheet: Worksheet, forms: Sequence[PaperForm]) -> float:
    """How far down a page is written that has these forms, in points, with as much margin below."""
    standard = sheet.sheet_format.defaultRowHeight or 0
    rows = (row for form in forms for row in range(form.first, form.last + 1))
    heights = sum(sheet.row_dimensions[row].height or standard for row in rows)
    return heights + 2 * 72 * float(sheet.page_margins.top or 0)


def _measure_alike(book: Workbook, source: Worksheet) -> None:
    """Give a workbook the source's default font, in which column widths are measured."""
    font = copy(source.parent._named_styles["Normal"].font)  # type: ignore[union-attr]
    book._fonts = IndexedList([font])  # type: ignore[attr-defined]
    book._named_styles["Normal"].font = font  # type: ignore[attr-defined]


def _put(
    target: AnyCell, cell: AnyCell, look: Look, formats: dict[tuple[int, Look], AnyCell]
) -> None:
    """Write one cell: its value, never as a formula, and its formats."""
    if cell.value is not None:
        target.value = _fitting(cell.value) if isinstance(cell.value, str) else cell.value
        if isinstance(cell.value, str):
            target.data_type = "s"
    alike = formats.setdefault((cell.style_id, look), target)
    if alike is not target:
        setattr(target, _ALL_FORMATS, copy(getattr(alike, _ALL_FORMATS)))
        return
    for name in _FORMATS:
        setattr(target, name, copy(getattr(cell, name)))
    if look.border:
        target.border = copy(look.border)
    if look.fill:
        target.fill = copy(look.fill)


def _fitting(text: str) -> str:
    """A text that a page can hold; LibreOffice breaks a longer one into lines for minutes.

    >>> _fitting("张三"), len(_fitting("长" * 32767))
    ('张三', 1001)
    """
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def _widths(sheet: Worksheet) -> dict[int, float]:
    """The width of each column; equal neighbours are stored as one."""
    return {
        column: dimension.width
        for dimension in sheet.column_dimensions.values()
        if dimension.min and dimension.max and dimension.width
        for column in range(dimension.min, min(dimension.max, sheet.max_column) + 1)
    }
