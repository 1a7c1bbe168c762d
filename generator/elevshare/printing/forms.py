"""Find the forms on a sheet of papers: their rows, and whose each one is.

Forms fill a sheet from its first row on, all of one height. Each says in one cell which household
or which payment it is of; the cell is known by its number format, because saving a book in another
program may rename its styles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.opened.areas import address
from elevshare.workbook.formerly import FORMER_FORMATS
from elevshare.workbook.spelling.meaning import room as room_of
from elevshare.workbook.style import named_styles

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_FORMATS = {style.name: style.number_format for style in named_styles()}
_NOW = (_FORMATS["单据-户"], _FORMATS["单据-行"])
#: What says the same on books of earlier versions: today other cells have one of these formats.
_FORMER = tuple(FORMER_FORMATS[code] for code in _NOW)
_HOUSEHOLDS = (_NOW[0], _FORMER[0])
_ROOM = "房号"


@dataclass(frozen=True, slots=True)
class PaperForm:
    """One form in use: its first and last row on the sheet, and whose it is.

    ``household`` is the row of 住户, from 1; 0 where the form is of a payment: then the room
    alone tells whose it is.
    """

    first: int
    last: int
    household: int
    room: str


def forms_of(sheet: Worksheet, rooms: Sequence[object] = ()) -> list[PaperForm]:
    """The forms that are in use, top down.

    Args:
        sheet: a sheet of papers; any other has no forms.
        rooms: the rooms of 住户, for papers on which the room stands in no cell of its own.

    Raises:
        InputError: a form in use has an error value, or no room.
    """
    marks = _marks(sheet)
    starts = _starts(marks)
    if not starts:
        return []
    height = starts[1] - starts[0] if starts[1:] else printed_area(sheet)[3]
    ends = [*(start - 1 for start in starts[1:]), starts[-1] + height - 1]
    places = zip(marks, starts, ends, strict=True)
    return [_form(sheet, mark, first, last, rooms) for mark, first, last in places if _used(mark)]


def forms_in_use(cells: Sequence[tuple[str, object]]) -> int:
    """How many forms of a sheet are in use, from the number format and the value of each cell.

    >>> mark = '"“住户”第 "0" 户"'
    >>> forms_in_use([(mark, 1), (mark, 2), (mark, 0), ("0", 3)])
    2
    """
    marks = [(code, value) for code, value in cells if code in (*_NOW, *_FORMER)]
    found = [value for code, value in marks if code in _NOW] or [value for _, value in marks]
    return sum(isinstance(value, int | float) and value >= 1 for value in found)


def a_page(sheet: Worksheet) -> int:
    """How many forms the sheet has on a page: those above its first page break."""
    starts = _starts(_marks(sheet))
    breaks = [int(one.id) for one in sheet.row_breaks.brk if one.id]
    above = [start for start in starts if not breaks or start <= min(breaks)]
    return max(1, len(above))


def columns_of(sheet: Worksheet) -> range:
    """The columns of the forms, whatever the print area: those left of the cells that say whose.

    Forms of earlier versions have those cells within: their print area tells.
    """
    marks = _marks(sheet)
    if any(cell.number_format in _FORMER for cell in marks):
        left, _, right, _ = printed_area(sheet)
        return range(left, right + 1)
    return range(1, min((cell.column or 1 for cell in marks), default=sheet.max_column + 1))


def pages_of(forms: Sequence[PaperForm], count: int) -> list[Sequence[PaperForm]]:
    """Forms by page, ``count`` on each.

    >>> [len(page) for page in pages_of([PaperForm(1, 2, n, "101") for n in range(5)], 2)]
    [2, 2, 1]
    """
    edges = [*range(0, len(forms), count), len(forms)]
    return [forms[first:last] for first, last in pairwise(edges)]


def is_mark(cell: Cell | MergedCell) -> bool:
    """Whether a cell says whose form it stands on."""
    return cell.number_format in (*_NOW, *_FORMER)


def printed_area(sheet: Worksheet) -> tuple[int, int, int, int]:
    """First column, first row, last column, last row to print; the whole sheet by default."""
    try:
        areas = [address(part)[1] for part in str(sheet.print_area).split(",")]
    except ValueError:  # none, or one of whole rows
        return 1, 1, int(sheet.max_column), int(sheet.max_row)
    top, bottom, left, right = zip(*areas, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _marks(sheet: Worksheet) -> list[Cell | MergedCell]:
    """The cell of each form that says whose it is."""
    found = [cell for row in sheet.iter_rows() for cell in row if is_mark(cell)]
    return [cell for cell in found if cell.number_format in _NOW] or found


def _starts(marks: Sequence[Cell | MergedCell]) -> list[int]:
    """The first row of each form; the first form begins in row 1."""
    rows = [mark.row or 1 for mark in marks]
    return [row - rows[0] + 1 for row in rows]


def _used(mark: Cell | MergedCell) -> bool:
    """Whether the form with this mark is in use."""
    return isinstance(mark.value, int | float) and mark.value >= 1


def _form(
    sheet: Worksheet, mark: Cell | MergedCell, first: int, last: int, rooms: Sequence[object]
) -> PaperForm:
    """The form in the rows from ``first`` to ``last``."""
    rows = list(sheet.iter_rows(first, last))
    _refuse_errors(sheet, [cell for row in rows for cell in row])
    household = int(mark.value) if mark.number_format in _HOUSEHOLDS else 0  # type: ignore[arg-type]
    said = [value.value for row in rows for label, value in pairwise(row) if label.value == _ROOM]
    listed = rooms[household - 1 : household] if household else ()
    if room := next((text for room in (*said, *listed) if (text := room_of(room))), ""):
        return PaperForm(first, last, household, room)
    raise InputError(
        "单据上没有房号，不能按户打印", where=f"「{sheet.title}」第 {first} 行",
        todo="请另选一页，或在 Excel、WPS 中打印这一页",
    )  # fmt: skip


def _refuse_errors(sheet: Worksheet, cells: Sequence[Cell | MergedCell]) -> None:
    """Refuse cells with error values."""
    for cell in cells:
        if cell.data_type == "e":
            raise InputError(
                f"是错误值 {cell.value}",
                where=f"「{sheet.title}」{cell.coordinate}",
                todo="请检查是否删除或插入过行、列，改回后再打印",
            )
