"""Write cells, merges, validations and print set-up on one sheet, fast."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.pagebreak import Break, RowBreak

from elevshare.workbook import page_setup, pagination, percents
from elevshare.workbook.conditions import Conditions
from elevshare.workbook.sheetxml import Value, formula_cell, value_cell, with_cells
from elevshare.workbook.style import ROLES
from elevshare.workbook.validations import Validations

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Points of a line of text; characters from this code on are twice as wide.
_TEXT_LINE, _FULL_WIDTH = 15.0, 0x2010
#: The numbers of sizes of paper.
A4, A3 = 9, 8
#: Margins in inches of pages printed without scaling: programs whose digits are a little wider than
#: measured still need room for all columns.
_NARROW = 0.3
#: The same above a title that stands over the page: its line keeps clear of the table.
_HEADER = 0.2
#: Titles and heads of printed tables stand in one of these columns; working columns are further right.
_LEFTMOST = 2
#: Units of width of a character of a title, whose letters are large and bold.
_TITLE_MARK, _BACK = 1.45, "链接-不折行"
_STYLE = re.compile(r' s="(\d+)"')
#: The style of inputs that are free texts.
_FREE = "输入-text"


def _characters(mark: str) -> int:
    """How many characters of half width a character takes."""
    return 1 if ord(mark) < _FULL_WIDTH else 2


class Grid(Conditions, Validations):
    """One sheet that is being written.

    Rows and columns count from 1; styles go by name. Cells are kept as finished XML (see
    ``sheetxml``), everything else is set on openpyxl's sheet. The bases have what
    depends on a condition, and what may be typed in.
    """

    def __init__(self, sheet: Worksheet, styles: Mapping[str, int], role: str) -> None:
        Conditions.__init__(self)
        Validations.__init__(self)
        self.sheet, self._styles = sheet, styles
        self._rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
        self._heights: dict[int, float] = {}
        self._links: dict[str, str] = {}
        self._merges: list[str] = []
        self._percents: defaultdict[int, set[int]] = defaultdict(set)
        self._marked: dict[str, set[int]] = {"节": set(), "表头": set()}
        self._paper, self._fitted, self._title = role == "单据", "", ""
        # What the accountant alone prints, and neighbours do not read.
        self._dense = role in ("说明", "输入", "校验", "来源")
        sheet.sheet_properties.tabColor = ROLES[role]
        sheet.sheet_view.showGridLines = False
        usual = page_setup.LOW_ROW if role == "计算" else page_setup.ROW
        sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = usual, True
        sheet.protection.sheet = True
        # Widening a column or row must stay possible on a protected sheet.
        sheet.protection.formatColumns = sheet.protection.formatRows = False

    def put(self, row: int, column: int, value: Value, style: str) -> None:
        """Write a value; a text that starts with ``=`` is a formula. See ``text``."""
        place = f"{get_column_letter(column)}{row}"
        if style == _FREE:
            self._texts[column].add(row)
        elif style in percents.STYLES:
            self._percents[column].add(row)
        elif (row, column) == (1, 1):
            self._title = str(value)
        elif style in self._marked and column <= _LEFTMOST:
            self._marked[style].add(row)
        if isinstance(value, str) and value[:1] == "=":
            cell = formula_cell(place, self._styles[style], value[1:])
        else:
            cell = value_cell(place, self._styles[style], value)
        self._rows[row][column] = cell

    def text(self, row: int, column: int, value: str, style: str) -> None:
        """Write a user's text, which is never a formula; an empty text leaves the cell blank."""
        place = f"{get_column_letter(column)}{row}"
        if style == _FREE:
            self._texts[column].add(row)
        self._rows[row][column] = value_cell(place, self._styles[style], value or None)

    def type(self, values: Mapping[tuple[int, int], Value]) -> None:
        """Replace constants of cells that were written; styles stay, no text is a formula.

        A row grows with a text that wraps in its column.
        """
        for (row, column), value in values.items():
            style = _STYLE.search(self._rows[row][column])
            place = f"{get_column_letter(column)}{row}"
            if style is None or "<f>" in self._rows[row][column]:
                raise ValueError(f"{place} is not to be filled in")
            self._rows[row][column] = value_cell(place, int(style[1]), value)
            if isinstance(value, str):
                self.fit(row, value, self.sheet.column_dimensions[get_column_letter(column)].width)

    def finished(self, part: bytes, numbers: dict[str, int]) -> bytes:
        """The sheet's XML: what openpyxl wrote, with everything that was written here.

        ``numbers`` are those of the book's conditional formats; new ones are added.
        """
        rules = self.conditions_xml(numbers) + self.validations_xml()
        right = max(max(cells) for cells in self._rows.values())
        size = f"A1:{get_column_letter(right)}{max(self._rows)}"
        return with_cells(part, self._rows, self._heights, self._links, self._merges, rules, size)

    def row(self, row: int, column: int, values: Sequence[Value], style: str) -> None:
        """Write neighbouring cells of one style, from ``column`` on."""
        for offset, value in enumerate(values):
            self.put(row, column + offset, value, style)

    def merge(self, row: int, first: int, last: int, value: Value, style: str) -> None:
        """Write a value over merged cells of a row; all get the style, so that frames close."""
        for column in range(first, last + 1):
            self.put(row, column, None, style)
        self.put(row, first, value, style)
        left, right = get_column_letter(first), get_column_letter(last)
        self._merges.append(f"{left}{row}:{right}{row}")

    def link(self, row: int, column: int, title: str) -> None:
        """The title of another sheet, as a link to it."""
        self.put(row, column, title, "链接")
        self._links[f"{get_column_letter(column)}{row}"] = title

    def widths(self, *widths: float) -> None:
        """Column widths in characters, from column A on."""
        for column, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width

    def height(self, row: int, points: float) -> None:
        """Height of one row in points."""
        self._heights[row] = points

    def fit(self, row: int, text: str, width: float) -> None:
        """Make a row high enough for a text that wraps in ``width`` characters."""
        wide = sum(map(_characters, text))
        lines = math.ceil(wide / (width - 2))
        if lines > 1:
            self._heights[row] = max(self._heights.get(row, 0), _TEXT_LINE * lines)

    def filter(self, area: str, sort: bool = False) -> None:
        """Filter an area by the heads in its first row, on a protected sheet too.

        ``sort``: rows may be sorted, which a protected sheet does where no cell of the area is
        locked but the heads.
        """
        self.sheet.auto_filter.ref = area
        self.sheet.protection.autoFilter = False
        if sort:
            self.sheet.protection.sort = False

    def breaks(self, rows: list[int]) -> None:
        """Set page breaks after these rows."""
        self.sheet.row_breaks = RowBreak(brk=[Break(id=row) for row in rows])

    def page(
        self,
        area: str,
        *,
        landscape: bool = False,
        title_rows: str = "",
        fit: bool = True,
        numbered: bool = True,
        paper: int = A4,
    ) -> None:
        """Set the print area and the paper; ``fit``: one page wide; ``numbered``: with page numbers."""
        sheet, setup = self.sheet, self.sheet.page_setup
        setup.paperSize, setup.orientation = paper, "landscape" if landscape else "portrait"
        margins = sheet.page_margins
        margins.left = margins.right = pagination.MARGIN if fit else _NARROW
        margins.top, margins.bottom = pagination.MARGIN if fit else 0.6, pagination.BOTTOM
        margins.header = margins.footer = 0.3
        sheet.print_area, self._fitted = area, area if fit and not self._paper else ""
        if fit and self._paper:
            sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
            setup.fitToWidth, setup.fitToHeight = 1, 0
        if title_rows:
            sheet.print_title_rows = title_rows
        sheet.print_options.horizontalCentered = True
        if numbered:
            sheet.oddFooter.center.text = "第 &P 页，共 &N 页"  # type: ignore[union-attr]

    def settle(self) -> None:
        """Set scale and page breaks, once everything is written."""
        for area, formula in percents.whole(self._percents):
            self.shorten(area, formula)
        self._keep_heads()
        if self._fitted:
            titles, heads = (sorted(rows) for rows in self._marked.values())
            page_setup.settle(self.sheet, self._fitted, titles, heads, self._heights, self._dense)
            self._print_from(titles, heads)

    def _print_from(self, titles: Sequence[int], heads: Sequence[int]) -> None:
        """Print the title of a table above the page where the first columns stand on two pages.

        In these columns on the second page a long title would be cut.
        """
        top = heads[0] if heads else 0
        if not self.sheet.print_title_cols or not top or any(row < top - 1 for row in titles):
            return
        self.sheet.print_area = re.sub(r"^([A-Z]+)\d+", rf"\g<1>{top}", self._fitted)
        self.sheet.page_margins.header = _HEADER
        self.sheet.oddHeader.left.text = self._title.replace("&", "&&")  # type: ignore[union-attr]

    def _keep_heads(self) -> None:
        """Freeze no heads above another table, whose rows would seem to be theirs; the title stays."""
        frozen = re.fullmatch(r"([A-Z]+)(\d+)", self.sheet.freeze_panes or "A1")
        if frozen and any(row >= int(frozen[2]) for row in self._marked["表头"]):
            self.sheet.freeze_panes = f"{frozen[1]}2"

    def link_back(self, title: str) -> None:
        """A link to the first sheet: right of the title; on papers beside what is printed."""
        left = int(range_boundaries(str(self.sheet.print_area).split("!")[-1])[2] or 1)
        if not self._paper:
            wide = sum(map(_characters, self._title)) * _TITLE_MARK
            left = page_setup.column_at(self.sheet, wide)
        column = next(one for one in count(left + 1) if one not in self._rows[1])
        self.put(1, column, f"返回{title}", _BACK)
        self._links[f"{get_column_letter(column)}1"] = title
