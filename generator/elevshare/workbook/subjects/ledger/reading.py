"""Read 台账 of a returned book: the rows that the book counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from elevshare.project import Project
from elevshare.text import shown
from elevshare.workbook.reading.entries import Entries, Payment
from elevshare.workbook.reading.numbers import day_of, spelled
from elevshare.workbook.reading.rows import InputRow, Typed
from elevshare.workbook.subjects.ledger.inputs import Side
from elevshare.workbook.subjects.ledger.words import method_of, side_of

_SIGNS = {Side.RECEIVED.value: 1, Side.REFUNDED.value: -1}


def entered(project: Project, entries: Entries, typed: Typed) -> Entries:
    """The entries with the payments of the project's households."""
    rooms = {flat.room.casefold(): flat.room for flat in project.flats}
    return replace(entries, ledger=True, payments=tuple(_payments(typed, rooms)))


def _payments(typed: Typed, rooms: Mapping[str, str]) -> Iterator[Payment]:
    """The payments of valid rows."""
    for row in typed.rows("payments"):
        if row.filled(("day", "room", "amount")) and (payment := _payment(row, rooms)):
            yield payment


def _payment(row: InputRow, known: Mapping[str, str]) -> Payment | None:
    """The payment of a row; ``None`` if the row is empty or invalid."""
    day, room, amount = row.number("day"), row.room(), row.number("amount")
    side, method = side_of(row.value("side")), method_of(row.value("method"))
    if not side:
        row.note("side", "没有选收款或退款" if row.value("side") is None else
                 f"「{shown(spelled(row.value('side')))}」不是收款或退款", "请选：收款、退款")  # fmt: skip
    if room.casefold() not in known:
        row.note("room", f"“住户”里没有房号「{shown(room)}」", "请改成“住户”里的房号")
    if day.blank:
        row.note("day", "没有填日期", "请填日期，如 2026-03-31")
    if not amount.wrong and amount.units <= 0:
        row.note("amount", "金额不是大于 0 的数", "请填大于 0 的数，最多写两位小数")
    right = room.casefold() in known and day.right and amount.right and amount.units > 0
    if not right or not side:
        return None
    return Payment(
        day_of(day.units), known[room.casefold()], _SIGNS[side] * amount.units, method,
        spelled(row.value("remark")), row.index,
    )  # fmt: skip
