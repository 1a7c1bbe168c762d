"""Scale, page breaks and repeated heads of a finished sheet that is no paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries
from openpyxl.worksheet.pagebreak import Break, ColBreak, RowBreak

from elevshare.workbook import pagination

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: The height of a row and the width of a column that have none of their own; calculations have
#: many rows.
ROW, LOW_ROW, _STANDARD = 18.0, 16.5, 8.43


def width(sheet: Worksheet, column: int) -> float:
    """The width of a column in characters."""
    letter = get_column_letter(column)
    known = letter in sheet.column_dimensions
    return float(sheet.column_dimensions[letter].width) if known else _STANDARD


def column_at(sheet: Worksheet, wide: float) -> int:
    """The column in which a text of a width ends that begins in the first."""
    column = 0
    while wide > 0:
        column += 1
        wide -= width(sheet, column)
    return column


def settle(
    sheet: Worksheet,
    area: str,
    titles: Sequence[int],
    heads: Sequence[int],
    heights: Mapping[int, float],
    dense: bool = False,
) -> None:
    """Set scale and page breaks.

    A scale is stated, because some programs take no page breaks where a sheet is fitted to a page.

    Args:
        sheet: a sheet whose columns have their widths.
        area: what is printed.
        titles: the rows of the titles of tables and sections.
        heads: the rows of the heads of tables.
        heights: row → height in points, where it has one of its own.
        dense: print as small as can be read where that takes fewer pages.
    """
    left, _, right, last = range_boundaries(area)
    widths = [width(sheet, column) for column in range(int(left or 1), int(right or 1) + 1)]
    across = sheet.page_setup.orientation == "landscape"
    if sum(widths) > pagination.WIDEST_UPRIGHT:
        across, sheet.page_setup.orientation = True, "landscape"
    percent = sheet.page_setup.scale = pagination.scale(_page_width(sheet, widths), across)
    forced = [one.id for one in sheet.row_breaks.brk]
    end = int(last or 1)
    titles, heads = ([row for row in rows if row <= end] for rows in (titles, heads))
    starts = sorted({*titles, *(row + 1 for row in forced)})
    found, room = pagination.parts(starts, heads, end), pagination.capacity(percent, across)

    usual = float(sheet.sheet_format.defaultRowHeight)

    def height(row: int) -> float:
        return heights.get(row, usual)

    def all_of(rows: range) -> float:
        return sum(map(height, rows))

    # Of several tables only the last can have its heads on every page: the others stay whole.
    smallest = pagination.capacity(pagination.SMALLEST, across)
    if any(room < all_of(range(one.first, one.last + 1)) <= smallest for one in found[:-1]):
        sheet.page_setup.scale, room = pagination.SMALLEST, smallest
    long = found[-1]
    if not sheet.print_title_rows and all_of(range(long.first, long.last)) > room:
        rows = [row for row in heads if long.first <= row <= long.heads]
        # Heads of the table that comes last: no other stands below them.
        sheet.print_title_rows = f"{rows[0]}:{rows[-1]}" if rows else None
    repeated = 0.0
    if sheet.print_title_rows:
        first, final = map(int, sheet.print_title_rows.replace("$", "").split(":"))
        repeated = all_of(range(first, final + 1))
    ends = pagination.page_ends(found, height, room, repeated, forced)
    fewer = pagination.page_ends(found, height, smallest, repeated, forced)
    if dense and len(fewer) < len(ends):
        sheet.page_setup.scale, ends = pagination.SMALLEST, fewer
    sheet.row_breaks = RowBreak(brk=[Break(id=row) for row in ends])


def _page_width(sheet: Worksheet, widths: Sequence[float]) -> float:
    """The width of the printed columns; those of a wide sheet go on two pages."""
    frozen = sheet.freeze_panes
    repeated = column_index_from_string(frozen.rstrip("0123456789")) - 1 if frozen else 0
    end = pagination.column_end(widths, repeated)
    if not end:
        return sum(widths)
    sheet.col_breaks = ColBreak(brk=[Break(id=end, max=1048575)])
    if repeated:
        sheet.print_title_cols = f"A:{get_column_letter(repeated)}"
    return max(sum(widths[:end]), sum(widths[:repeated]) + sum(widths[end:]))
