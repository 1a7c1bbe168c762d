"""Payments that 台账 may have already: by hand on another day, several as one, or one in parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from elevshare.payments.ledger import Ledger
from elevshare.payments.links import Link
from elevshare.payments.statement import Statement, StatementRow
from elevshare.returned import Payment


def doubles(statement: Statement, links: Mapping[int, Link], ledger: Ledger) -> dict[int, str]:
    """Return the number of a row → which payment of 台账 may be the same, of rows that may have one.

    ``links`` are those of the rows that 台账 does not have for sure; rows against which something
    speaks already are left out.
    """
    rooms: dict[str, list[StatementRow]] = {}
    clean = {index: link for index, link in links.items() if link.clean}
    for index, link in clean.items():
        rooms.setdefault(link.room, []).append(statement.rows[index])
    found = {
        index: _double(statement.rows[index], rooms[link.room], link.room, ledger, statement.method)
        for index, link in clean.items()
    }  # fmt: skip
    return {index: said for index, said in found.items() if said}


def _double(
    row: StatementRow, others: Sequence[StatementRow], room: str, ledger: Ledger, method: str
) -> str:
    """Return what may be the same as a row of a room; ``others`` are all rows of that room."""
    near = ledger.near(row.day, room, row.serial, method)
    if same := next((one for one in near if one.fen == row.fen), None):
        return f"{_called(same)}可能就是这一笔"
    for one in near:
        about = [
            other for other in others if one in ledger.near(other.day, room, other.serial, method)
        ]
        if len(about) > 1 and sum(other.fen for other in about) == one.fen:
            return f"{_called(one)}可能是这一户的 {len(about)} 笔记在一起"
    if len(near) > 1 and sum(one.fen for one in near) == row.fen:
        return f"“台账”第 {'、'.join(str(one.row + 1) for one in near)} 笔加起来正是这一笔"
    return ""


def _called(one: Payment) -> str:
    """A payment of 台账, for messages."""
    return f"“台账”第 {one.row + 1} 笔（{one.day}，{one.method}）"
