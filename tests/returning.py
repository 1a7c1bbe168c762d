"""Books that come back: a book as it was made, opened from outside, and typed into again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import samples
from editing import Book, Reading, column, fen
from leases import LeaseBook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from elevshare.opened import Cell, OpenedBook, opened
from elevshare.returned import Amounts, Returned, amounts_of, read_back
from elevshare.workbook.book import family_of, make_book
from elevshare.workbook.subjects.ledger.places import collected


@cache
def as_made(data: bytes) -> OpenedBook:
    """A finished book, opened as a file from outside; one that the tests share is opened once."""
    return opened(data, "退回.xlsx")


@cache
def filled(name: str) -> Book:
    """A book of ``samples``, opened once to be typed into; it has its project's inputs only."""
    project = samples.PROJECTS[name][0]()
    plan = family_of(project).plan(project)
    return (LeaseBook if name == "lease" else Book)(make_book(project), plan)


def returned(book: Book) -> OpenedBook:
    """The book with what was typed into it, as a file from outside; it is opened once."""
    original = as_made(book.data)
    sheets = [replace(sheet, cells=dict(sheet.cells)) for sheet in original.sheets]
    cells = {sheet.title: sheet.cells for sheet in sheets}
    for (sheet, cell), value in book.typed.items():
        letter, row = coordinate_from_string(cell)
        at = (row, column_index_from_string(letter))
        cells[sheet][at] = cell_of(value, cells[sheet][at].style)
    return replace(original, sheets=sheets)


def cell_of(value: Any, style: int = 0) -> Cell:
    """A cell that holds a constant."""
    kind = "b" if isinstance(value, bool) else "s" if isinstance(value, str) else "n"
    return Cell(None, value, kind, style)


def read(book: Book) -> Returned:
    """What the book says, read back."""
    return read_back(returned(book))


def amounts(book: Book) -> Amounts:
    """The amounts of the book by the rules."""
    found = read(book)
    return amounts_of(found.project, found.entries)


def assert_agrees(book: Book) -> Amounts:
    """The book, recomputed, says of every household and in all what the rules make of its inputs."""
    said, found = book.read(), amounts(book)
    due = {one.row: one.due for one in found.households}
    assert said.dues == [due.get(row, "") for row in range(book.plan.flats)]
    if "total_cost" in said._names:
        figures = (found.cost, found.subsidy, found.compensation, found.net)
        names = ("total_cost", "subsidy", "compensation", "net_cost")
        assert [fen(said.named(name)) for name in names] == list(figures)
    if "fee_due" in said._names:
        fees = [said.at(address) for address in column(said._names["fee_due"])]
        fee = {one.row: one.fee for one in found.households}
        assert [x if x == "" else fen(x) for x in fees] == [
            fee.get(n, "") for n in range(len(fees))
        ]
    if "台账" in book.plan.sections:
        assert _balances(said) == {
            one.row: (one.owed, one.paid, one.left, one.over) for one in found.households
        }
    return found


def _balances(said: Reading) -> dict[int, tuple[int, ...]]:
    """Row → what 收缴 says that a household owes, has paid, lacks, has too much of, in fen."""
    rows, owed = collected(said.plan), said.block(said.plan.shares, "owed")
    columns = [said.block(rows, key) for key in ("net", "left_fen", "over_fen")]
    lines = zip(said.block(said.plan.shares, "valid"), owed, *columns, strict=True)
    return {
        row: tuple(round(value) for value in line[1:]) for row, line in enumerate(lines) if line[0]
    }
