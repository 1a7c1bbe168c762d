"""Read the rows of 住户: which rows count, their flats, and the other amounts typed there."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from elevshare.rules.share import Flat
from elevshare.text import shown
from elevshare.workbook.field import TRUTH
from elevshare.workbook.reading.entries import Standing
from elevshare.workbook.reading.numbers import spelled
from elevshare.workbook.reading.rows import InputRow, Typed

_AMOUNTS = ("relief", "fund", "paid", "arrears")


class Household(NamedTuple):
    """One row that counts."""

    flat: Flat
    standing: Standing


def households(typed: Typed) -> list[Household]:
    """The households that count, in the order of their rows."""
    every = list(typed.households())
    rooms = Counter(spelled(row.value("room")).casefold() for row in every)
    top = typed.singles.known("storeys")
    return [found for row in every if (found := _household(row, top, rooms))]


def _household(row: InputRow, top: int, rooms: Counter[str]) -> Household | None:
    """The household of a row; ``None`` if the row is empty or does not count.

    ``top`` is the highest storey, if known; ``rooms`` are those of earlier rows.
    """
    if not row.filled(("room", "storey", "area")):
        return None
    room = row.text("room")
    if not room:
        row.note("room", "缺房号", "请填房号，或清空这一行")
    elif rooms[room.casefold()] > 1:
        row.note("room", f"房号「{shown(room)}」重复", "请改成不同的房号")
    storey, area = row.number("storey", most=top), row.number("area")
    for key, what, found in (("storey", "楼层", storey), ("area", "建筑面积", area)):
        if found.blank:
            row.note(key, f"没有填{what}", f"请填{what}")
    taking = row.word("taking", TRUTH, None)
    flat = _flat(row, room, storey.units, area.units, bool(taking))
    relief, fund, paid, arrears = (_amount(row, key) for key in _AMOUNTS)
    counts = room and rooms[room.casefold()] == 1 and taking is not None
    if not (counts and storey.right and area.right):
        return None
    return Household(flat, Standing(row.index, relief, fund, paid, arrears))


def _flat(row: InputRow, room: str, storey: int, area: int, taking: bool) -> Flat:
    """The flat of a row, with the further columns that this book has."""

    def answer(key: str) -> bool | None:
        return row.truth(key) if key in row else None

    return Flat(
        room,
        storey,
        area,
        owner=row.text("owner"),
        taking_part=taking,
        payout=_amount(row, "payout"),
        vote=answer("vote"),
        agrees=answer("agree"),
        person=row.text("person") if "person" in row else "",
        exempt=answer("exempt") is True,
    )


def _amount(row: InputRow, key: str) -> int:
    """An amount in fen; a negative one counts as 0."""
    return max(0, row.number(key).units) if key in row else 0
