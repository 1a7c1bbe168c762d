"""Printed papers with one form for each household, filled without gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from openpyxl.utils import get_column_letter

from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import DRAFT
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.style import BARE, edge

#: Row and column, from 0, of the line on a form that says what is a draft.
_STATUS = (1, 0)


@dataclass(frozen=True, slots=True)
class Item:
    """One cell of a form, or merged cells. ``@`` in a formula stands for the household's row."""

    down: int
    left: int
    value: str | None
    style: str
    right: int = 0

    def on(self, row: str) -> str | None:
        """The value on one form; ``row`` is the address of the cell with its household's row."""
        return self.value.replace("@", row) if self.value else None


@dataclass(frozen=True, slots=True)
class BlankForm:
    """What all forms of a sheet share; rows and columns of a form count from 0.

    ``number`` is the cell of a form's own number, ``household`` the cell with the household's row,
    found by that number in the column ``bills``; both stand right of what is printed. Heights are
    in points.

    The mark of a draft is in row 1 (see ``Inputs.mark``). The first of the ``a_page`` forms of a
    page shows ``idle`` there if the page has no household, so that no page is printed empty.
    """

    items: Sequence[Item]
    rows: int
    columns: int
    number: tuple[int, int]
    household: tuple[int, int]
    bills: str
    height: float
    idle: str
    a_page: int = 1
    heights: Mapping[int, float] = field(default_factory=dict)
    row_style: str = "单据-户"

    def cell(self, at: tuple[int, int], start: int) -> str:
        """The address of a cell of the form whose first row is ``start``."""
        return f"${get_column_letter(at[1] + 1)}${start + at[0]}"


def write_form(grid: Grid, form: BlankForm, count: int) -> None:
    """Write one form below ``count`` others. Without a household it shows nothing."""
    start = count * form.rows + 1
    idle = form.idle if count % form.a_page == 0 else ""
    household = f"MATCH({form.cell(form.number, start)},{form.bills},0)"
    put_form(grid, form, start, f'"{idle}"', count + 1, f"=IFERROR({household},0)")


def put_form(
    grid: Grid, form: BlankForm, start: int, idle: str, number: Value, household: Value
) -> None:
    """Write one form from row ``start`` on.

    ``number`` and ``household`` are the contents of its two cells. Without a household it shows
    only ``idle``, a text formula, in the cell of the mark.
    """
    row = form.cell(form.household, start)
    for item in form.items:
        line, value = start + item.down, item.on(row)
        if (item.down, item.left) == _STATUS and value:
            value = value.replace('""', idle, 1)
        if item.right > item.left:
            grid.merge(line, item.left + 1, item.right + 1, value, item.style + BARE)
        else:
            grid.put(line, item.left + 1, value, item.style + BARE)
    _put(grid, form.number, start, number, "单据-页")
    _put(grid, form.household, start, household, form.row_style)
    for down in range(form.rows):
        grid.height(start + down, form.heights.get(down, form.height))
    mark = form.cell(_STATUS, start)
    grid.used(_areas(form, start), f"{row}>0", f'AND({row}>0,LEFT({mark},{len(DRAFT)})="{DRAFT}")')


def _areas(form: BlankForm, start: int) -> dict[str, str]:
    """Kind of frame → all cells of a form that have it, except the cell of the mark."""
    kinds = {
        (item.down, left): edge(item.style)
        for item in form.items
        for left in range(item.left, max(item.left, item.right) + 1)
    }
    areas: dict[str, list[tuple[str, int]]] = {}
    for down in range(form.rows):
        line = [kinds.get((down, left), "") for left in range(form.columns)]
        left = 0
        for kind, cells in groupby(line):
            right = left + len(list(cells)) - 1
            if down != _STATUS[0]:
                place = f"{get_column_letter(left + 1)}{{}}:{get_column_letter(right + 1)}{{}}"
                areas.setdefault(kind, []).append((place, start + down))
            left = right + 1
    return {kind: " ".join(_joined(places)) for kind, places in areas.items()}


def _joined(places: list[tuple[str, int]]) -> Iterator[str]:
    """The same columns of neighbouring rows as one range."""
    last: dict[str, list[int]] = {}
    for place, row in places:
        if place in last and last[place][1] == row - 1:
            last[place][1] = row
        else:
            if place in last:
                yield place.format(*last[place])
            last[place] = [row, row]
    yield from (place.format(*rows) for place, rows in last.items())


def _put(grid: Grid, at: tuple[int, int], start: int, value: Value, style: str) -> None:
    grid.put(start + at[0], at[1] + 1, value, style)


def when(formula: str) -> str:
    """A value that all forms share, empty on a form without a household."""
    return f'=IF(@=0,"",{formula})'


def of(column: str, tail: str = "") -> str:
    """The value of a column (given by its address) for the household of the form."""
    return when(f"INDEX({column},@){tail}")


def pair(down: int, left: int, label: str, value: str | None, style: str) -> list[Item]:
    """A label and, in the next cell, its value."""
    return [Item(down, left, label, "单据-标签"), Item(down, left + 1, value, style)]


def line(
    down: int, label: str, value: str | None, right: int, style: str = "单据-文字"
) -> list[Item]:
    """A label and its value, which takes the cells up to column ``right``."""
    return [Item(down, 0, label, "单据-标签"), Item(down, 1, value, style, right=right)]
