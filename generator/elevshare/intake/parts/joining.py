"""The ``[[joining]]`` of a project file, one table for each later joiner."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from elevshare.errors import InputError
from elevshare.intake.fields import amount_of, room_of
from elevshare.rules.late import (
    BY_ADVANCE,
    MAX_ADVANCES,
    MAX_JOINERS,
    MAX_MONTHS,
    MAX_MULTIPLE,
    MAX_RATE,
    MAX_YEARS,
    Advance,
    Joining,
    JoiningWay,
    RefundBasis,
    WriteOff,
)
from elevshare.toml_table import Table

_WAYS = {way.value: way for way in JoiningWay}
_BASES = {basis.value: basis for basis in RefundBasis}
#: What each way needs: key, decimals, lowest and highest number.
_NEEDS: Mapping[JoiningWay, tuple[tuple[str, int, int, int], ...]] = {
    JoiningWay.PLAIN: (),
    JoiningWay.INTEREST: (("months", 0, 0, MAX_MONTHS), ("rate", 4, 0, MAX_RATE)),
    JoiningWay.DEPRECIATION: (("months", 0, 0, MAX_MONTHS), ("years", 0, 1, MAX_YEARS)),
    JoiningWay.MULTIPLE: (("multiple", 2, 0, MAX_MULTIPLE),),
}


def read(root: Table, usual: RefundBasis = RefundBasis.DUE) -> tuple[Joining, ...]:
    """All joiners, in the order in which they join; a single ``[joining]`` is one of them.

    ``usual`` says who gets the money where a table does not.
    """
    tables = root.tables("joining") if root.is_list("joining") else [root.table("joining")]
    if len(tables) > MAX_JOINERS:
        where = tables[MAX_JOINERS].where()
        raise InputError(f"后加入的超过 {MAX_JOINERS} 户", where=where, todo="请只写最后加入的几户")
    joinings: list[Joining] = []
    for table in tables:
        last = max((one.day for one in joinings), default="")
        if joining := _joining(table, last, {one.room for one in joinings}, usual):
            joinings.append(joining)
    if sum(len(one.advances) for one in joinings) > MAX_ADVANCES:
        todo = f"一本簿子最多写 {MAX_ADVANCES} 笔垫付"
        raise InputError("后加入的垫付太多", where=root.where("joining"), todo=todo)
    return tuple(joinings)


def _joining(
    table: Table, last: str, earlier: Collection[str], usual: RefundBasis
) -> Joining | None:
    """One joiner; ``None`` for a table without ``room``, which may have no other key.

    ``last`` is the latest day of those who joined before, ``earlier`` are their rooms.
    """
    if not table.has("room"):
        table.done()
        return None
    way = table.choice("way", _WAYS, JoiningWay.PLAIN.value)
    given: dict[str, Any] = {need[0]: _number(table, *need) for need in _NEEDS[way]}
    more = _write_off(table) if way is JoiningWay.DEPRECIATION else {}
    basis = table.choice("basis", _BASES, usual.value)
    joining = Joining(
        room=_room(table, earlier),
        original=_original(table),
        way=way,
        basis=basis,
        advances=_advances(table, basis) if basis in BY_ADVANCE else (),
        day=_day(table, last),
        **given,
        **more,
    )
    table.done()
    return joining


def _room(table: Table, earlier: Collection[str]) -> str:
    """The joiner's room, which has not joined before."""
    room = room_of(table.word("room"), table.where("room"))
    if room in earlier:
        raise table.wrong("room", f"「{room}」写了两次", "一户只加入一次，请删去一节")
    return room


def _day(table: Table, last: str) -> str:
    """The day of joining, not before that of an earlier joiner; empty where it is not said."""
    where, day = table.where("day"), table.day("day")
    if day and day < last:
        what = f"后加入的日期 {day} 早于写在前面的一户（{last}）"
        raise InputError(what, where=where, todo="请按加入的先后写")
    return day


def _write_off(table: Table) -> dict[str, Any]:
    """The years without depreciation, and whether it is by the month or by the year."""
    free = _number(table, "free_years", 0, 0, MAX_YEARS) if table.has("free_years") else 0
    by = table.choice("write_off", {one.value: one for one in WriteOff}, WriteOff.MONTHLY.value)
    return {"free": free, "write_off": by}


def _advances(table: Table, basis: RefundBasis) -> tuple[Advance, ...]:
    """Who advanced the money: room → amount; where all are alike, a list of rooms will do."""
    where = table.where("advanced")
    rooms = table.items("advanced") if basis is RefundBasis.ALIKE else None
    if rooms is None:
        amounts = table.table("advanced")
        found = [_advance(amounts, room) for room in amounts.keys()]  # noqa: SIM118
    else:
        found = [Advance(room_of(room, where)) for room in rooms]
    if not found:
        todo = "请写明谁垫付了多少，如 advanced = { 601 = 10000, 602 = 5000 }"
        raise InputError("没有写是哪几户垫付的", where=where, todo=todo)
    return tuple(found)


def _advance(amounts: Table, room: str) -> Advance:
    """What one household advanced."""
    where = amounts.where(room)
    return Advance(
        room_of(room, where), amount_of(amounts.number(room, 2), where, f"{room} 的垫付")
    )


def _original(table: Table) -> int | None:
    """The original share in fen, ``None`` where the book computes it."""
    if not table.has("original"):
        return None
    return amount_of(table.number("original", 2), table.where("original"), "原应分摊")


def _number(table: Table, key: str, places: int, low: int, high: int) -> int:
    """A number that the way of joining needs."""
    value = table.number(key, places)
    if not low <= value <= high:
        scale = 10**places
        raise table.wrong(key, "不合理", f"请填 {low / scale:g} 到 {high / scale:g} 之间的数")
    return value
