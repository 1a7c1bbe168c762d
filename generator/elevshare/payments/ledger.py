"""台账 of a book: what is entered in it already, and its free rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from elevshare.carrying.source import FilledBook
from elevshare.errors import InputError
from elevshare.project import Topic
from elevshare.returned import Payment
from elevshare.text import raise_all
from elevshare.workbook.formerly import names_of
from elevshare.workbook.subjects.ledger.inputs import CASH, COLUMNS
from elevshare.workbook.subjects.ledger.sheet import TITLE

#: What stands before a statement's serial number in 备注.
SERIAL = "流水号"
#: Equal amounts of one household so many days apart may be one payment.
_NEAR = 15
#: The inputs that make a row a used one: all but those that are filled in beforehand.
_PREFILLED = ("serial", "side")
_HEADS = frozenset(one.head for one in COLUMNS if one.typed and one.key not in _PREFILLED)


@dataclass(slots=True)
class Ledger:
    """The payments received of a 台账; ``taken`` are those that a row of the statement accounts for.

    ``used`` is the last row (from 1) with something in it, ``count`` how many rows there are.
    """

    payments: tuple[Payment, ...]
    used: int = 0
    count: int = 0
    taken: set[int] = field(default_factory=set)

    def with_serial(self, serial: str) -> list[Payment]:
        """Return the payments whose 备注 has a serial number."""
        near = [one for one in self._free() if serial in one.remark]
        whole = rf"(?<![0-9A-Za-z]){re.escape(serial)}(?![0-9A-Za-z])"
        return [one for one in near if re.search(whole, one.remark)]

    def like(
        self, day: str, fen: int, rooms: Iterable[str] | None, serial: str, remark: str = ""
    ) -> Payment | None:
        """Return a payment of a day, an amount and some rooms (``None``: any) that is not taken.

        What was paid in cash, or has another serial number, is another payment. ``remark`` is
        what 备注 has to say, if not empty.
        """
        known = None if rooms is None else frozenset(rooms)
        return next(
            (one for one in self._free()
             if (one.day, one.fen) == (day, fen) and (known is None or one.room in known)
             and one.method != CASH and not (serial and SERIAL in one.remark)
             and remark in ("", one.remark)),
            None,
        )  # fmt: skip

    def near(self, day: str, room: str, serial: str, method: str) -> list[Payment]:
        """Return the payments of a household about a day that no row accounts for yet.

        What another export of the same day and method has may bear another serial number.
        """
        found = []
        for one in self._free():
            apart = abs(_ordinal(one.day) - _ordinal(day))
            other = bool(serial) and SERIAL in one.remark
            close = (apart == 0 and one.method == method) if other else apart <= _NEAR
            if one.room == room and close:
                found.append(one)
        return found

    def _free(self) -> list[Payment]:
        """Return the payments that are not taken."""
        return [one for one in self.payments if one.row not in self.taken]


def _ordinal(day: str) -> int:
    """Return the number of a day."""
    return date.fromisoformat(day).toordinal()


def ledger_of(source: FilledBook) -> Ledger:
    """Return the 台账 of a book.

    Raises:
        InputError: the book has none, or some of its rows are invalid and count for nothing.
    """
    name = source.book.name
    if not source.returned.project.has(Topic.LEDGER):
        todo = f"请先加上台账：elevshare make --from {name} --with 台账 -o 新簿子.xlsx"
        raise InputError("没有“台账”一页，没有地方登记收款", where=name, todo=todo)
    wrong = [one for one in source.returned.findings if one.sheet in names_of(TITLE)]
    raise_all([finding.problem(name) for finding in wrong])
    payments = tuple(one for one in source.returned.entries.payments if one.fen > 0)
    rows = {label: int(label.row) for label in source.places if label.sheet == TITLE and label.row}
    used = (
        row for label, row in rows.items()
        if label.head in _HEADS and (cell := source.cell(label)) and cell.value not in (None, "")
    )  # fmt: skip
    return Ledger(payments, max(used, default=0), max(rows.values(), default=0))
