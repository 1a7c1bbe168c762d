"""A filled-in book carried into a new one, with payments entered in its 台账."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from elevshare.carrying.carry import Carried, carry
from elevshare.carrying.source import FilledBook
from elevshare.carrying.target import Wanted
from elevshare.errors import InputError
from elevshare.opened import Value
from elevshare.payments.entered import note_of
from elevshare.payments.households import households_of
from elevshare.payments.ledger import Ledger, ledger_of
from elevshare.payments.links import Linking
from elevshare.payments.matching import Kind, Match, matched
from elevshare.payments.stairwell import stairwell_of
from elevshare.payments.statement import Statement
from elevshare.project import MAX_FLATS
from elevshare.returned.labels import Label, short
from elevshare.schemes import Family
from elevshare.workbook.field import day_number
from elevshare.workbook.subjects.ledger.inputs import COLUMNS, PER_FLAT, Side, sections
from elevshare.workbook.subjects.ledger.sheet import TITLE

_HEADS = {column.key: column.head for column in COLUMNS}
_SECTION = short(next(one.title for one in sections(0, False) if one.key == "payments"))


@dataclass(frozen=True, slots=True)
class Collected:
    """The new book, and every row of the statement with what became of it.

    ``first`` is the row of 台账 (from 1) that the first new payment stands in, 0 if there is none.
    """

    carried: Carried
    statement: Statement
    matches: tuple[Match, ...]
    first: int

    def of(self, kind: Kind) -> list[Match]:
        """Return the rows of a kind, in the order of the statement."""
        return [match for match in self.matches if match.kind is kind]

    def sum(self, kind: Kind) -> int:
        """Return the sum of a kind, in fen."""
        return sum(match.row.fen for match in self.of(kind))


def collect(source: FilledBook, statement: Statement) -> Collected:
    """Enter the payments of a statement that are certain in a new book.

    Raises:
        InputError: the book has no 台账, invalid rows in it, too few free rows, or its amounts
            cannot be worked out yet.
    """
    ledger, households = ledger_of(source), households_of(source)
    project = source.returned.project
    place = stairwell_of(project.papers.building, project.papers.entrance)
    linking = Linking(households, place, lease=project.scheme.family is Family.LEASE)
    matches = tuple(matched(statement, households, linking, ledger))
    certain = sorted(
        (match for match in matches if match.kind is Kind.CERTAIN), key=lambda one: one.row.day
    )
    _fitting(source, ledger, len(certain))
    carried = carry(source, Wanted(), _inputs(certain, ledger.used + 1, statement.method))
    return Collected(carried, statement, matches, ledger.used + 1 if certain else 0)


def _fitting(source: FilledBook, ledger: Ledger, needed: int) -> None:
    """Refuse more payments than 台账 has free rows."""
    free = ledger.count - ledger.used
    if needed <= free:
        return
    households = -(-(ledger.used + needed) // PER_FLAT)
    name = source.book.name
    todo = f"请先多留几行：elevshare make --from {name} --households {households} -o 新簿子.xlsx，再用新簿子收款"
    if households > MAX_FLATS:
        todo = "请另存一本，在“台账”里把各户已收的合计各记一行，再用它收款"
    raise InputError(f"“台账”只剩 {free} 行，要记 {needed} 笔", where=name, todo=todo)


def _inputs(matches: Sequence[Match], first: int, method: str) -> Mapping[Label, Value]:
    """Return the inputs of 台账 for payments, from row ``first`` (from 1) on."""
    return {
        Label(TITLE, _SECTION, _HEADS[key], str(row)): value
        for row, match in enumerate(matches, first)
        for key, value in _cells(match, method)
    }


def _cells(match: Match, method: str) -> Iterable[tuple[str, Value]]:
    """Return column → value of one payment."""
    row = match.row
    yield "day", day_number(row.day)
    yield "room", match.room
    yield "side", Side.RECEIVED.value
    yield "amount", row.fen / 100
    yield "method", method
    yield "remark", note_of(row)
