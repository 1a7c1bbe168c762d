"""Assemble a book: sheets, names, properties, cached values. Equal projects give equal bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from openpyxl import Workbook

from elevshare.project import Project, validate
from elevshare.schemes import Family
from elevshare.workbook import names
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.family import BookFamily
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.saving import register, written
from elevshare.workbook.sheets import modules, subject_sheets
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.sharing.plan import SharingPlan

#: (row, column) of a cell → the value typed into it.
Typed = Mapping[tuple[int, int], Value]


def make_book(project: Project) -> bytes:
    """Make the book of a project, as the bytes of an .xlsx file.

    The project's scheme decides the family of the book. Without flats the book is a blank template
    for 40 households.

    Raises:
        InputError: the project makes no sense (see ``project.validate``).
    """
    family = family_of(project)
    family.validate(project)
    return filled(draft(family.plan(project)))


def family_of(project: Project) -> BookFamily:
    """The family of a project's book; code of other families is not imported."""
    if project.scheme.family is Family.LEASE:
        from elevshare.workbook.lease import FAMILY

        return FAMILY
    return BookFamily(
        "加装电梯费用分摊簿", validate, SharingPlan, modules, names.addresses, subject_sheets()
    )


def draft(plan: Inputs, typed: Mapping[str, Typed] | None = None) -> bytes:
    """Make the book without cached values and without compression.

    ``typed`` (sheet → cell → value) replaces inputs of the project, to fill the book in.
    """
    family = family_of(plan.project)
    sheets = [(m.TITLE, m.ROLE, partial(m.write, plan=plan)) for m in family.sheets(plan)]
    return assembled(sheets, family.names(plan), title_of(plan), plan.version, typed)


def title_of(plan: Inputs) -> str:
    """The title of a book."""
    return f"{family_of(plan.project).title}（{plan.project.scheme.name}）"


def assembled(
    sheets: Iterable[tuple[str, str, Callable[[Grid], None]]],
    addresses: Mapping[str, str],
    title: str,
    creator: str,
    typed: Mapping[str, Typed] | None = None,
) -> bytes:
    """Assemble any book without cached values.

    ``sheets`` are title, role and writer of each sheet; ``addresses`` the defined names. ``typed``
    (sheet → (row, column) → value) replaces constants that the writers wrote.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = register(book)
    grids: list[Grid] = []
    for name, role, write in sheets:
        grid = Grid(book.create_sheet(name), styles, role)
        write(grid)
        grid.settle()
        if grids:
            grid.link_back(grids[0].sheet.title)
        grid.type((typed or {}).get(name, {}))
        grid.guard_texts()
        grids.append(grid)
    names.define(book, addresses)
    book.calculation.fullCalcOnLoad = True
    book.properties.title, book.properties.creator = title, creator
    return written(book, grids)
