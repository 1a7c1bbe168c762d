"""Read the project and all other inputs back from a returned book."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from elevshare.project import Project, Topic
from elevshare.returned.above_share import note_above_share
from elevshare.returned.located import located
from elevshare.text import raise_all
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.lease import reading as lease
from elevshare.workbook.plan import Plan
from elevshare.workbook.reading.cells import Place
from elevshare.workbook.reading.entries import Entries
from elevshare.workbook.reading.finding import InputFinding
from elevshare.workbook.reading.households import households
from elevshare.workbook.reading.rows import Typed
from elevshare.workbook.reading.singles import Singles
from elevshare.workbook.recipe import Recipe, recipe_of
from elevshare.workbook.subjects.ledger import reading as ledger
from elevshare.workbook.subjects.notice import reading as notice
from elevshare.workbook.subjects.upkeep import reading as upkeep

if TYPE_CHECKING:
    from elevshare.opened import OpenedBook


@dataclass(frozen=True, slots=True)
class Returned:
    """The inputs of a returned book.

    Attributes:
        project, entries: the inputs as the book's formulas count them.
        findings: the invalid inputs, in the order of the sheets.
        recipe: the recipe of the book.
        unread: filled inputs of an earlier version that this version does not have.
    """

    project: Project
    entries: Entries
    findings: tuple[InputFinding, ...]
    recipe: Recipe
    unread: tuple[Place, ...] = ()


def read_back(book: OpenedBook, *, by_labels: bool = False) -> Returned:
    """Read the inputs of a returned book of any family; invalid ones become findings.

    ``by_labels`` finds them by their labels, as in a book of an earlier version.

    Raises:
        InputError: it is no book of ours, or of a later version, or its sheets, rows or columns
            are no longer in place.
    """
    place = located(book, by_labels=by_labels)
    plan, cells = place.plan, place.cells
    typed = Typed(cells, Singles(cells, plan), plan)
    found = households(typed)
    project = typed.singles.applied(plan.project)
    project = replace(project, flats=tuple(one.flat for one in found), printed=None)
    entries = Entries(standings=tuple(one.standing for one in found))
    if isinstance(plan, LeasePlan):
        project, entries = _lease_book(project, entries, typed, plan)
    else:
        project, entries = _contribution_book(project, entries, typed, plan)
    note_above_share(project, entries, typed)
    return Returned(project, entries, cells.findings, recipe_of(plan.project), place.unread)


def project_of(book: OpenedBook) -> Project:
    """Return the project of a returned book of any family.

    Raises:
        InputError: as ``read_back``, or there are invalid inputs (each with sheet and cell).
    """
    returned = read_back(book)
    raise_all([finding.problem(book.name) for finding in returned.findings])
    return returned.project


def _contribution_book(
    project: Project, entries: Entries, typed: Typed, plan: Plan
) -> tuple[Project, Entries]:
    """Read project and entries of a contribution or prepaid book."""
    project = replace(project, storeys=project.storeys or plan.highest)
    for subject in plan.subjects:
        project = subject.read_back(project, typed)
        entries = subject.entered(project, entries, typed)
    return project, entries


def _lease_book(
    project: Project, entries: Entries, typed: Typed, plan: LeasePlan
) -> tuple[Project, Entries]:
    """Read project and entries of a lease book."""
    project = lease.read_back(project, typed, plan)
    if plan.has(Topic.NOTICE):
        project = notice.read_back(project, typed)
    if plan.has(Topic.UPKEEP):
        project = upkeep.read_back(project, typed)
    if plan.has(Topic.LEDGER):
        entries = ledger.entered(project, entries, typed)
    return project, entries
