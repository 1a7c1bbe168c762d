"""Rows that were put into another order."""

import small
from small import value

from elevshare.audit.sorting import sorted_rows

SHEET = small.original(
    {(row, 3): f"$B{row}*2+$B$1" for row in range(2, 7)},
    {(row, 1): f"户{row}" for row in range(2, 7)},
    [(row, 2) for row in range(2, 7)],
)


def cells(*order):
    """The rows from 2 in another order, their formulas copied along; inputs are anything."""
    found = {}
    for row, was in enumerate(order, 2):
        found[row, 1] = value(f"户{was} ")
        found[row, 2] = value(row * 100)
        found[row, 3] = value(0, f"$B{row}*2+$B$1")
    return found


def test_rows_in_another_order():
    assert sorted_rows(SHEET, cells(2, 3, 4, 5, 6)) == range(0)
    assert sorted_rows(SHEET, cells(2, 4, 3, 5, 6)) == range(3, 5)
    assert sorted_rows(SHEET, cells(6, 3, 4, 5, 2)) == range(2, 7)


def test_rows_that_hold_something_else_were_not_sorted():
    changed = cells(2, 4, 3, 5, 6)
    changed[3, 1] = value("别的")
    assert sorted_rows(SHEET, changed) == range(0)
    assert sorted_rows(SHEET, cells(2, 3, 4, 5, 5)) == range(0)
    beside = cells(2, 4, 3, 5, 6) | {(3, 9): value(1)}
    assert sorted_rows(SHEET, beside) == range(0)


def test_blank_cells_are_no_content():
    blank = cells(2, 4, 3, 5, 6) | {(3, 9): value(None), (4, 9): value("")}
    assert sorted_rows(SHEET, blank) == range(3, 5)


def test_a_formula_of_another_row_is_no_copy():
    other = cells(2, 4, 3, 5, 6)
    other[3, 3] = value(0, "$B4*2+$B$1")
    assert sorted_rows(SHEET, other) == range(0)


def test_numbers_that_programs_write_otherwise():
    sheet = small.original(constants={(2, 1): 0.1 + 0.2, (3, 1): 7, (4, 1): 7})
    swapped = {(2, 1): value(7.0), (3, 1): value(0.3), (4, 1): value(7)}
    assert sorted_rows(sheet, swapped) == range(2, 4)
