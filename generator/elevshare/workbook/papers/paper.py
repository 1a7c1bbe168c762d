"""Printed papers with one form for each household, filled without gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import Value

#: Row and column of the master check on a form, from 0.
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
    found by that number in the column ``bills``; heights are in points.

    The master check is in row 1 at the left. The first of the ``a_page`` forms of a page shows
    ``idle`` there if the page has no household, so that no page is printed empty.
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
    only ``idle``, a text formula, in the cell of the master check.
    """
    row = form.cell(form.household, start)
    for item in form.items:
        line, value = start + item.down, item.on(row)
        if (item.down, item.left) == _STATUS and value:
            value = value.replace('""', idle, 1)
        if item.right > item.left:
            grid.merge(line, item.left + 1, item.right + 1, value, item.style)
        else:
            grid.put(line, item.left + 1, value, item.style)
    _put(grid, form.number, start, number, "单据-页")
    _put(grid, form.household, start, household, form.row_style)
    for down in range(form.rows):
        grid.height(start + down, form.heights.get(down, form.height))
    _blank(grid, form, start, f"{row}=0")


def _blank(grid: Grid, form: BlankForm, start: int, when: str) -> None:
    """Hide everything on a form except the cell of the master check."""
    last, line = get_column_letter(form.columns), start + _STATUS[0]
    status = next(item for item in form.items if (item.down, item.left) == _STATUS)
    beside = get_column_letter(status.right + 2)
    areas = [f"A{start}:{last}{line - 1}", f"{beside}{line}:{last}{line}"]
    grid.blank(" ".join([*areas, f"A{line + 1}:{last}{start + form.rows - 1}"]), when)


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
