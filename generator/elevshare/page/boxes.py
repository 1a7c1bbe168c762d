"""The cells of a form as boxes on paper: where each stands, what it shows, how it looks."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, TypedDict

from elevshare.opened.places import column_letters
from elevshare.page.looks import CHARACTER, CellLook, fit_of, look_of
from elevshare.page.shown import shown
from elevshare.printing.forms import PaperForm, columns_of
from elevshare.printing.frames import Frames, Look

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.cell_range import CellRange
    from openpyxl.worksheet.worksheet import Worksheet

    AnyCell = Cell | MergedCell

#: How wide a column is in characters, and how high a row in points, where the sheet does not say.
_WIDTH, _HEIGHT = 8.43, 15.0


class Box(TypedDict):
    """A cell, or merged ones: place and size in points, and the number of its look."""

    x: float
    y: float
    width: float
    height: float
    look: int
    text: str


class Boxes:
    """Reads the forms of one sheet; ``looks`` are all looks that were met."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet, self._frames = sheet, Frames(sheet)
        self._columns = columns_of(sheet)
        self._lefts = [0.0, *accumulate(_width(sheet, column) for column in self._columns)]
        self._merges: dict[int, list[CellRange]] = {}
        for area in sheet.merged_cells.ranges:
            self._merges.setdefault(area.min_row, []).append(area)
        self.looks: list[CellLook] = []
        self._known: dict[tuple[object, ...], int] = {}

    @property
    def width(self) -> float:
        """How wide a form is."""
        return self._lefts[-1]

    def height(self, form: PaperForm) -> float:
        """How high a form is."""
        return self._tops(form)[-1]

    def of(self, form: PaperForm) -> list[Box]:
        """The boxes of a form that show anything, row by row."""
        tops, added = self._tops(form), self._frames.looks_of(form)
        rows = range(form.first, form.last + 1)
        merged = {
            (one.min_row, one.min_col): one for row in rows for one in self._merges.get(row, ())
        }
        covered = {place for one in merged.values() for place in one.cells}
        boxes = []
        for row in rows:
            for column in self._columns:
                area = merged.get((row, column))
                if not area and (row, column) in covered:
                    continue
                last = (area.max_row, area.max_col) if area else self._end(row, column, covered)
                ends = min(last[0], form.last), min(last[1], self._columns[-1])
                if box := self._box((row, column), ends, added, (form.first, tops)):
                    boxes.append(box)
        return boxes

    def _box(
        self,
        first: tuple[int, int],
        last: tuple[int, int],
        added: dict[tuple[int, int], Look],
        down: tuple[int, list[float]],
    ) -> Box | None:
        """The cells from ``first`` to ``last`` as one; ``None`` if nothing of them is seen."""
        cell = self._sheet.cell(*first)
        text = shown(cell.value, cell.number_format)
        number = self._look(
            cell, self._sheet.cell(*last), *(Frames.of(added, *at) for at in (first, last))
        )
        look, (start, tops) = self.looks[number], down
        if not (text.strip() or look["ground"] or look["lines"]):
            return None
        left, top = self._lefts[first[1] - self._columns[0]], tops[first[0] - start]
        right, bottom = self._lefts[last[1] - self._columns[0] + 1], tops[last[0] - start + 1]
        return {
            "x": left,
            "y": top,
            "width": right - left,
            "height": bottom - top,
            "look": number,
            "text": text,
        }

    def _end(self, row: int, column: int, covered: set[tuple[int, int]]) -> tuple[int, int]:
        """The last cell that a text runs over: to the right over empty cells, as on a sheet."""
        cell, end = self._sheet.cell(row, column), column
        if not isinstance(cell.value, str) or fit_of(cell) != "run":
            return row, column
        while end < self._columns[-1] and (row, end + 1) not in covered:
            if self._sheet.cell(row, end + 1).value not in (None, ""):
                break
            end += 1
        return row, end

    def _look(self, first: AnyCell, last: AnyCell, *added: Look) -> int:
        """The number of a look, which is noted if it is new."""
        key = (first.style_id, last.style_id, isinstance(first.value, str), *added)
        if key not in self._known:
            look = look_of(first, last, *added)
            if look not in self.looks:
                self.looks.append(look)
            self._known[key] = self.looks.index(look)
        return self._known[key]

    def _tops(self, form: PaperForm) -> list[float]:
        """Where each row of a form begins, and the last one ends."""
        standard = self._sheet.sheet_format.defaultRowHeight or _HEIGHT
        rows = (self._sheet.row_dimensions[row] for row in range(form.first, form.last + 1))
        return [0.0, *accumulate(float(row.height or standard) for row in rows)]


def _width(sheet: Worksheet, column: int) -> float:
    """The width of a column in points; equal neighbours are stored as one."""
    for one in sheet.column_dimensions.values():
        if one.min and one.max and one.min <= column <= one.max and one.width:
            return float(one.width) * CHARACTER
    return float(sheet.column_dimensions[column_letters(column)].width or _WIDTH) * CHARACTER
