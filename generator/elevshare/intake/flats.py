"""Validate the households of one stairwell, from whatever input they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from elevshare.errors import InputError
from elevshare.intake.columns import AGREES, EXEMPT, PAYOUT, PERSON, VOTE
from elevshare.intake.fields import (
    amount_of,
    area_of,
    owner_of,
    person_of,
    room_of,
    storey_of,
    taking_part_of,
    yes_no_of,
)
from elevshare.money import parse_yuan
from elevshare.project import MAX_AREA, MAX_FLATS, MAX_STOREYS
from elevshare.rules.share import Flat
from elevshare.text import noting, raise_all

#: Most flats on a storey: the room number has two digits for them.
_MAX_ON_STOREY = 99


@dataclass(frozen=True, slots=True)
class RosterRow:
    """The texts of one household before validation, and their place for messages.

    ``more`` has the texts of those columns of ``columns.MORE`` that the input has, by name.
    """

    room: str
    storey: str
    area: str
    owner: str
    taking_part: str
    where: str
    more: Mapping[str, str] = field(default_factory=dict)


def flats_from_rows(rows: Sequence[RosterRow], storeys: int | None) -> tuple[Flat, ...]:
    """The flats of a roster, in its order.

    Args:
        rows: the raw texts.
        storeys: storeys of the building, where known.

    Raises:
        InputError: one message with everything that is wrong in any row.

    >>> flats_from_rows([RosterRow("101", "1层", "61.03", "张三", "是", "第 2 行")], None)  # doctest: +ELLIPSIS
    (Flat(room='101', storey=1, area=6103, owner='张三', taking_part=True, ...),)
    >>> flats_from_rows([RosterRow("101", "9", "零", "", "是", "第 2 行")], 7)
    Traceback (most recent call last):
    elevshare.errors.InputError: 第 2 行：楼层「9」超过总层数 7。请改正楼层或总层数。
    第 2 行：建筑面积「零」不是数字。请只填平方米数，如 61.03。
    """
    check_count(len(rows))
    problems: list[InputError] = []
    seen: dict[str, RosterRow] = {}
    flats = []
    for row in rows:
        flats.append(flat := _flat(row, storeys, problems))
        first = seen.setdefault(flat.room.casefold(), row) if flat.room else row
        if first is not row:
            problems.append(_doubled(flat, row, first))
    raise_all(problems)
    return tuple(flats)


def check_count(number: int, where: str = "") -> None:
    """Refuse no household at all, and more than a book can hold."""
    if not number:
        raise InputError("没有任何住户", where=where, todo="请至少填一户，每户一行")
    if number > MAX_FLATS:
        raise InputError(
            f"住户超过上限 {MAX_FLATS} 户",
            where=where,
            todo="一本工作簿只管一个单元的一部电梯，请按单元分开",
        )


def _flat(row: RosterRow, storeys: int | None, problems: list[InputError]) -> Flat:
    """One flat. Errors are added to ``problems``; the flat is then not to be used."""
    room, owner, storey, area, taking_part = "", "", 0, 0, False
    with noting(problems):
        room = room_of(row.room, row.where)
    with noting(problems):
        storey = storey_of(row.storey, row.where, highest=storeys)
    with noting(problems):
        area = area_of(row.area, row.where)
    with noting(problems):
        owner = owner_of(row.owner, row.where)
    with noting(problems):
        taking_part = taking_part_of(row.taking_part, row.where)
    return _more(row, Flat(room, storey, area, owner, taking_part), problems)


def _more(row: RosterRow, flat: Flat, problems: list[InputError]) -> Flat:
    """The flat with the values of further columns."""
    for column, text in row.more.items():
        key, read = _MORE[column]
        with noting(problems):
            flat = replace(flat, **{key: read(text, row.where, what=column)})
    return flat


def _payout(text: str, where: str, *, what: str) -> int:
    """A compensation in fen, 0 where nothing is filled in."""
    return amount_of(parse_yuan(text, where=where, what=what), where, what) if text.strip() else 0


#: Column → the field of a flat, and how its text is read.
_MORE: Mapping[str, tuple[str, Callable[..., Any]]] = {
    VOTE: ("vote", yes_no_of),
    AGREES: ("agrees", yes_no_of),
    PERSON: ("person", person_of),
    EXEMPT: ("exempt", lambda text, where, *, what: bool(yes_no_of(text, where, what=what))),
    PAYOUT: ("payout", _payout),
}


def _doubled(flat: Flat, row: RosterRow, first: RosterRow) -> InputError:
    """An error about a room that occurs twice."""
    return InputError(
        f"房号「{flat.room}」重复，已见于 {first.where}",
        where=row.where,
        todo="请改成不同的房号，或删去多余的一行",
    )


def flats_from_grid(storeys: int, areas: Sequence[int], where: str = "") -> tuple[Flat, ...]:
    """The flats of a building whose storeys are all alike; every household takes part.

    Args:
        storeys: storeys of the building.
        areas: area in 0.01 m² of each flat of a storey.
        where: the place, for messages.

    >>> [flat.room for flat in flats_from_grid(2, [8000, 10000])]
    ['101', '102', '201', '202']
    """
    if not 1 <= storeys <= MAX_STOREYS:
        raise InputError(
            f"总层数 {storeys} 不在 1 到 {MAX_STOREYS} 之间", where=where, todo="请改正总层数"
        )
    if not 1 <= len(areas) <= _MAX_ON_STOREY:
        raise InputError(
            f"每层 {len(areas)} 户，应有 1 到 {_MAX_ON_STOREY} 户",
            where=where,
            todo="请按每层的户数列出面积",
        )
    if not all(0 < area <= MAX_AREA for area in areas):
        raise InputError(
            "建筑面积不是正数或过大",
            where=where,
            todo=f"请填 0 到 {MAX_AREA // 100} 之间的平方米数",
        )
    check_count(storeys * len(areas), where)
    return tuple(
        Flat(f"{storey}{door:02d}", storey, area)
        for storey in range(1, storeys + 1)
        for door, area in enumerate(areas, 1)
    )
