"""One book that came back: opened safely, audited, read back, its amounts by the rules."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from elevshare.audit.audited import Audit, audit
from elevshare.audit.finding import Level
from elevshare.collecting.gather import Found
from elevshare.collecting.record import BookOrigin, BuildingRecord, Figures, State
from elevshare.errors import InputError
from elevshare.opened import open_book
from elevshare.opened.places import place
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
    """Read one file.

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
    """Why the amounts cannot be worked out; where the book was tampered with, that first."""
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


def _figures(book: OpenedBook, amounts: Amounts, *, leased: bool) -> Figures:
    """The amounts of a book; what a leased lift costs a year is no net amount to share."""
    households = amounts.households
    return Figures(
        cost=amounts.cost,
        subsidy=amounts.subsidy,
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
    """The sum in fen of what the cells of a defined name show; ``None`` where they show nothing."""
    title, _, cells = book.names.get(name, "").replace("$", "").rpartition("!")
    sheet = book.sheet(title.strip("'"))
    try:
        (top, left), *_ = corners = [place(corner) for corner in cells.split(":")]
    except ValueError:
        return None
    bottom, right = corners[-1]
    numbers = [
        cell.value
        for (row, column), cell in (sheet.cells.items() if sheet else ())
        if top <= row <= bottom and left <= column <= right
        and isinstance(cell.value, int | float) and abs(cell.value) < _ABSURD
    ]  # fmt: skip
    return sum(round(number * 100) for number in numbers) if numbers else None
