"""Find the forms on a sheet of papers: where each stands, and whose it is.

Saving a book in another program may rename its styles, so a form is known by what the style
looks like as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.workbook.style import named_styles

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_STYLES = {style.name: style for style in named_styles()}
_TITLE, _HOUSEHOLD = _STYLES["单据-题"], _STYLES["单据-户"]
_ROOM = "房号"


@dataclass(frozen=True, slots=True)
class Form:
    """One household's form: its first and last row on the sheet, its household and room."""

    first: int
    last: int
    household: int
    room: str


def forms_of(sheet: Worksheet) -> list[Form]:
    """The forms that are in use, top down.

    Raises:
        InputError: a form in use has an error value or says of no room.
    """
    starts = _starts(sheet)
    ends = [after - 1 for after in starts[1:]]
    height = max((last - first + 1 for first, last in zip(starts, ends, strict=False)), default=0)
    if starts:
        bottom = int(sheet.max_row)
        ends.append(min(bottom, starts[-1] + height - 1) if height else bottom)
    found = (_form(sheet, *rows) for rows in zip(starts, ends, strict=True))
    return [form for form in found if form]


def a_page(sheet: Worksheet) -> int:
    """How many forms the sheet has on a page: those above its first page break."""
    starts = _starts(sheet)
    breaks = [int(one.id) for one in sheet.row_breaks.brk if one.id]
    if not breaks:
        return max(1, len(starts))
    return max(1, sum(start <= min(breaks) for start in starts))


def pages_of(forms: Sequence[Form], count: int) -> list[Sequence[Form]]:
    """Forms by page, ``count`` on each.

    >>> [len(page) for page in pages_of([Form(1, 2, n, "101") for n in range(5)], 2)]
    [2, 2, 1]
    """
    edges = [*range(0, len(forms), count), len(forms)]
    return [forms[first:last] for first, last in pairwise(edges)]


def is_household(cell: Cell | MergedCell) -> bool:
    """Whether a cell holds the household row of a form."""
    return bool(cell.number_format == _HOUSEHOLD.number_format)


def _starts(sheet: Worksheet) -> list[int]:
    """The rows where a form starts."""
    column = (cell for (cell,) in sheet.iter_rows(max_col=1))
    return [row for row, cell in enumerate(column, 1) if _is_title(cell)]


def _is_title(cell: Cell | MergedCell) -> bool:
    """Whether a cell is the title of a paper."""
    font = cell.font
    return bool(cell.style == _TITLE.name or (font.b and font.sz == _TITLE.font.sz))


def _form(sheet: Worksheet, first: int, last: int) -> Form | None:
    """The form in some rows, nothing where it has no household."""
    rows = list(sheet.iter_rows(first, last))
    cells = [cell for row in rows for cell in row]
    household = next((cell.value for cell in cells if is_household(cell)), None)
    if not isinstance(household, int | float) or household < 1:
        return None
    _refuse_errors(sheet, cells)
    for row in rows:
        for label, value in pairwise(row):
            if label.value == _ROOM:
                return Form(first, last, int(household), _text(value.value))
    raise InputError(
        "这一页的单据上没有房号，不能按户打印", where=f"「{sheet.title}」第 {first} 行",
        todo="请另选一页，或在 Excel、WPS 中打印这一页",
    )  # fmt: skip


def _refuse_errors(sheet: Worksheet, cells: Sequence[Cell | MergedCell]) -> None:
    """An error value is never printed."""
    for cell in cells:
        if cell.data_type == "e":
            raise InputError(
                f"是错误值 {cell.value}",
                where=f"「{sheet.title}」{cell.coordinate}",
                todo="请检查是否删除或插入过行、列，改回后再打印",
            )


def _text(room: object) -> str:
    """A room as it is shown, also where it was typed as a number."""
    if isinstance(room, float) and room.is_integer():
        room = int(room)
    return str("" if room is None else room).strip()
