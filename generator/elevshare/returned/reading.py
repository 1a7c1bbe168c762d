"""Put a project together from a book that came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from elevshare.project import Papers, Project, SubsidyChoice, Topic
from elevshare.returned import leases, ledger, rides
from elevshare.returned.cells import Cells
from elevshare.returned.costs import cost_rows
from elevshare.returned.entries import Entries
from elevshare.returned.finding import Finding
from elevshare.returned.grants import with_subsidy
from elevshare.returned.households import Household, households
from elevshare.returned.located import plan_of
from elevshare.returned.notices import notice_of
from elevshare.returned.settled import actual_of
from elevshare.returned.singles import Singles
from elevshare.returned.specials import with_specials
from elevshare.returned.weights import with_weights
from elevshare.rules.share import Method
from elevshare.text import raise_all
from elevshare.workbook.lease import LeasePlan
from elevshare.workbook.plan import Plan
from elevshare.workbook.recipe import Recipe, recipe_of

if TYPE_CHECKING:
    from elevshare.opened import OpenedBook


@dataclass(frozen=True, slots=True)
class Returned:
    """What a book that came back says.

    ``project`` and ``entries`` are as the book counts what is typed in it; ``findings`` are the
    inputs that cannot be meant, in the order of the sheets. ``recipe`` is the book's shape.
    """

    project: Project
    entries: Entries
    findings: tuple[Finding, ...]
    recipe: Recipe


def read_back(book: OpenedBook) -> Returned:
    """The inputs of a returned book of any family, with all that is wrong with them.

    Raises:
        InputError: it is no book of ours, or its sheets, rows or columns are no longer in place.
    """
    plan, cells = plan_of(book), Cells(book)
    singles = Singles(cells, plan)
    found = households(cells, plan.households, singles.known("storeys") or plan.storeys)
    flats = tuple(one.flat for one in found)
    papers = singles.into(Papers(), "papers")
    filled = replace(plan.project, flats=flats, papers=papers)
    if isinstance(plan, LeasePlan):
        project, entries = _lease_book(filled, cells, singles, plan, found)
    else:
        project, entries = _contribution_book(filled, cells, singles, plan, found)
    return Returned(project, entries, cells.findings, recipe_of(plan.project))


def project_of(book: OpenedBook) -> Project:
    """The project of a returned book of any family.

    Raises:
        InputError: as ``read_back``; or inputs cannot be meant, each told with sheet and cell.
    """
    returned = read_back(book)
    raise_all([finding.problem(book.name) for finding in returned.findings])
    return returned.project


def _contribution_book(
    filled: Project, cells: Cells, singles: Singles, plan: Plan, found: Sequence[Household]
) -> tuple[Project, Entries]:
    """The project of a book whose households share a cost, and what is typed besides."""
    rows = cost_rows(cells, plan.costs)
    project = singles.into(filled, "")
    project = replace(
        project,
        scheme=with_subsidy(filled.scheme, cells, singles, plan),
        method=singles.into(Method(), "method"),
        storeys=project.storeys or plan.storeys,
        costs=tuple(item for item in rows if item),
        subsidy=singles.into(SubsidyChoice(), "subsidy"),
    )
    project = with_weights(project, cells, singles, plan.coefficients)
    project = with_specials(project, cells, singles, plan)
    entries = _entries(cells, plan, found)
    if plan.prepaid:
        project, entries = _with_rides(project, entries, cells, singles, plan)
    if plan.has(Topic.SETTLEMENT):
        actual = actual_of(project, cells, singles, plan, rows, entries.arrivals)
        project = replace(project, settlement=actual)
    return project, entries


def _lease_book(
    filled: Project, cells: Cells, singles: Singles, plan: LeasePlan, found: Sequence[Household]
) -> tuple[Project, Entries]:
    """The project of a book of usage fees, and what is typed besides."""
    project = leases.with_lease(filled, cells, singles, plan)
    if plan.has(Topic.NOTICE):
        project = replace(project, notice=notice_of(cells, singles, plan))
    return project, _entries(cells, plan, found)


def _entries(cells: Cells, plan: Plan | LeasePlan, found: Sequence[Household]) -> Entries:
    """What is typed of the households, and the ledgers."""
    rooms = [one.flat.room for one in found]
    ledger_kept, cash = plan.has(Topic.LEDGER), plan.has(Topic.CASH)
    return Entries(
        standings=tuple(one.standing for one in found),
        ledger=ledger_kept,
        payments=tuple(ledger.payments_of(cells, plan, rooms)) if ledger_kept else (),
        arrivals=tuple(ledger.arrivals_of(cells, plan)) if cash else (),
    )


def _with_rides(
    project: Project, entries: Entries, cells: Cells, singles: Singles, plan: Plan
) -> tuple[Project, Entries]:
    """The same with the tariffs and the month of a book of ride cards."""
    tariffs = rides.tariffs_of(cells, plan)
    used = tuple(
        replace(one, usage=rides.usage_of(cells, plan, one.row)) for one in entries.standings
    )
    rides.check_strays(cells, plan, {one.row for one in used})
    told = replace(
        entries,
        standings=used,
        tariff=rides.chosen(singles, tariffs),
        month=rides.month_of(singles),
    )
    return rides.with_tariffs(project, tariffs), told
