"""Read one book that came back: open it safely, audit it, compute its amounts by the rules."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from elevshare.audit.audited import Audit, audit
from elevshare.audit.finding import Level
from elevshare.collecting.gather import Found
from elevshare.collecting.record import BookAmounts, BookOrigin, BuildingRecord, State
from elevshare.errors import InputError
from elevshare.opened import open_book
from elevshare.returned import Amounts, Returned, amounts_of, read_back
from elevshare.schemes import Family

if TYPE_CHECKING:
    from elevshare.opened import OpenedBook

#: A defined name that only summaries have.
_SUMMARY = "summary_file"
#: No amount of a book comes near this (yuan).
_ABSURD = 1e12
_STATES = {Level.NOTE: State.PASSED, Level.CHANGED: State.CHANGED, Level.DISTRUST: State.DOUBTED}


def read_book(found: Found) -> BuildingRecord:
    """The record of one file.

    Raises:
        InputError: it cannot be opened, is no book of one building, or its amounts cannot be
            worked out: sheets or rows are gone, or nothing is filled in.
    """
    book = open_book(found.path)
    if _SUMMARY in book.names:
        raise InputError(
            "是汇总簿，不是一个单元的簿子", where=book.name, todo="请把它移到别的文件夹"
        )
    judged = audit(book)
    try:
        returned = read_back(book)
        amounts = amounts_of(returned.project, returned.entries)
    except InputError as error:
        raise _unreadable(judged, error) from None
    return _building(found, book, judged, returned, amounts)


def _unreadable(judged: Audit, error: InputError) -> InputError:
    """The error to report: what was tampered with comes before why no amounts can be computed."""
    if judged.level < Level.DISTRUST:
        return error
    first = judged.findings[0]
    what = f"不可信：{first.place} {first.text}；{error.what}"
    return InputError(what, where=error.where, todo=error.todo)


def _building(
    found: Found, book: OpenedBook, judged: Audit, returned: Returned, amounts: Amounts
) -> BuildingRecord:
    """The record of a book."""
    project = returned.project
    papers, scheme = project.papers, project.scheme
    grave = (one for one in judged.findings if one.level > Level.NOTE)
    return BuildingRecord(
        file=found.name,
        digest=sha256(book.data).hexdigest(),
        estate=papers.estate,
        building=papers.building,
        entrance=papers.entrance,
        made=BookOrigin(scheme.id, scheme.name, scheme.status, judged.version),
        state=_STATES[judged.level],
        figures=_figures(book, amounts, leased=scheme.family is Family.LEASE),
        households=len(project.flats),
        taking=sum(flat.taking_part for flat in project.flats),
        failed=judged.failed,
        findings=tuple(f"{one.place} {one.text}" for one in grave),
    )


def _figures(book: OpenedBook, amounts: Amounts, *, leased: bool) -> BookAmounts:
    """The amounts of a book in fen; what a lease costs a year is a fee, and no net amount."""
    households = amounts.households
    return BookAmounts(
        cost=amounts.cost,
        subsidy=amounts.subsidy,
        others=amounts.others,
        compensation=amounts.compensation,
        fee=amounts.net if leased else 0,
        own_net=_shown(book, "net_cost"),
        due=sum(one.due for one in households),
        own_due=_shown(book, "amount_due"),
        owed=sum(one.owed for one in households),
        paid=sum(one.paid + one.fund for one in households),
        left=sum(one.left for one in households),
        over=sum(one.over for one in households),
        grant=amounts.subsidy + amounts.upkeep,
        levels=amounts.levels,
    )


def _shown(book: OpenedBook, name: str) -> int | None:
    """The sum in fen of the amounts (yuan) in a defined name's cells; ``None`` where there are none."""
    if (found := book.named(name)) is None:
        return None
    numbers = [
        cell.value
        for place, cell in found.sheet.cells.items()
        if found.area.holds(place)
        and isinstance(cell.value, int | float) and abs(cell.value) < _ABSURD
    ]  # fmt: skip
    return sum(round(number * 100) for number in numbers) if numbers else None
