"""The rows of a statement that 台账 has already: entered by an earlier run, or by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from elevshare.payments.ledger import SERIAL, Ledger
from elevshare.payments.links import Link
from elevshare.payments.statement import Statement, StatementRow
from elevshare.returned import Payment
from elevshare.text import shown
from elevshare.vocabulary import visible

#: The most characters of a payer and a remark in 备注.
_NOTE = 60


def note_of(row: StatementRow) -> str:
    """Return what 备注 says of a row: its serial number, or who paid what.

    >>> note_of(StatementRow("第 2 行", "2026-03-01", 100, "王建国", "301加梯款"))
    '流水：王建国 301加梯款'
    """
    if row.serial:
        return f"{SERIAL} {row.serial}"
    said = " ".join(f"{row.payer} {row.remark}".split())
    return f"流水：{shown(visible(said), _NOTE)}"


def entered(statement: Statement, links: Mapping[int, Link], ledger: Ledger) -> dict[int, Payment]:
    """Return the number of a row → the payment of 台账 that it is; payments are marked as taken.

    A payment accounts for one row. The surest ways to tell come first: the serial number, the
    remark that an earlier run wrote, then day, amount and household.
    """
    found: dict[int, Payment] = {}
    for way in _WAYS:
        for index, link in links.items():
            if index in found:
                continue
            if payment := way(statement.rows[index], link, ledger, statement.method):
                ledger.taken.add(payment.row)
                found[index] = payment
    return found


_Way = Callable[[StatementRow, Link, Ledger, str], Payment | None]


def _by_serial(row: StatementRow, link: Link, ledger: Ledger, method: str) -> Payment | None:
    """Return the payment with a row's serial number; of several households' parts the first."""
    if not row.serial or not (same := ledger.with_serial(row.serial)):
        return None
    if exact := next((one for one in same if one.fen == row.fen), None):
        return exact
    if sum(one.fen for one in same) == row.fen:
        ledger.taken.update(one.row for one in same)
        return same[0]
    link.against.append(f"“台账”第 {same[0].row + 1} 笔有这个流水号，金额不同")
    return None


def _by_note(row: StatementRow, link: Link, ledger: Ledger, method: str) -> Payment | None:
    """Return the payment that an earlier run entered for a row without a serial number."""
    if row.serial:
        return None
    return ledger.like(row.day, row.fen, None, "", note_of(row))


def _by_room(row: StatementRow, link: Link, ledger: Ledger, method: str) -> Payment | None:
    """Return the payment of the household that a row is for."""
    return ledger.like(row.day, row.fen, [link.room], row.serial) if link.clean else None


def _by_any_room(row: StatementRow, link: Link, ledger: Ledger, method: str) -> Payment | None:
    """Return the payment of a household that a row may be for."""
    return ledger.like(row.day, row.fen, link.rooms, row.serial)


def _by_amount(row: StatementRow, link: Link, ledger: Ledger, method: str) -> Payment | None:
    """Return a payment of the same day, amount and method, for a row that says nothing."""
    if link.rooms or link.foreign:
        return None
    found = ledger.like(row.day, row.fen, None, row.serial)
    return found if found and found.method == method else None


_WAYS: tuple[_Way, ...] = (_by_serial, _by_note, _by_room, _by_any_room, _by_amount)
