"""The rows of 住户: which count, the flats that they are, and what is typed of each household."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from elevshare.project import MAX_AREA
from elevshare.returned.cells import Cells, Place, at
from elevshare.returned.entries import Standing
from elevshare.returned.numbers import spelled
from elevshare.rules.share import Flat
from elevshare.text import shown
from elevshare.workbook.field import NO, YES
from elevshare.workbook.places import Block

_AREAS = ("0.01", f"{MAX_AREA / 100:.2f}")
_AMOUNTS = {"relief": "减免", "fund": "公积金", "paid": "已缴", "arrears": "欠费"}


class Household(NamedTuple):
    """One row that counts."""

    flat: Flat
    standing: Standing


def households(cells: Cells, block: Block, top: int) -> list[Household]:
    """The households that count, in their order; storeys go up to ``top``."""
    rooms = Counter(
        spelled(cells.value(at(block, row)("room"))).casefold() for row in range(block.count)
    )
    rows = (_row(cells, block, row, top, rooms) for row in range(block.count))
    return [found for found in rows if found]


def _row(cells: Cells, block: Block, row: int, top: int, rooms: Counter[str]) -> Household | None:
    """One row, ``None`` where it is empty or does not count."""
    here = at(block, row)
    typed = {key: cells.value(here(key)) for key in ("room", "storey", "area")}
    if all(value is None for value in typed.values()):
        return None
    room = cells.text(here("room"))
    if not room:
        cells.note(here("room"), "缺房号", "请填房号，或清空这一行")
    elif rooms[room.casefold()] > 1:
        cells.note(here("room"), f"房号「{shown(room)}」重复", "请改成不同的房号")
    storey = cells.number(here("storey"), "楼层", 1, "1", str(top))
    area = cells.number(here("area"), "建筑面积", 100, *_AREAS)
    for key, what, found in (("storey", "楼层", storey), ("area", "建筑面积", area)):
        if found.blank:
            cells.note(here(key), f"没有填{what}", f"请填{what}")
    taking = cells.word(here("taking"), "参与", {YES: True, NO: False}, None)
    flat = _flat(cells, here, block, room, storey.units, area.units, bool(taking))
    standing = _standing(cells, here, block, row)
    counts = room and rooms[room.casefold()] == 1 and taking is not None
    return Household(flat, standing) if counts and storey.right and area.right else None


def _flat(
    cells: Cells,
    here: Callable[[str], Place],
    block: Block,
    room: str,
    storey: int,
    area: int,
    taking: bool,
) -> Flat:
    """The flat of a row, with what this book's columns say of it."""

    def said(key: str, what: str) -> bool | None:
        return cells.truth(here(key), what) if key in block.columns else None

    payout = cells.money(here("payout"), "补偿").units if "payout" in block.columns else 0
    return Flat(
        room,
        storey,
        area,
        owner=cells.text(here("owner")),
        taking_part=taking,
        payout=max(0, payout),
        vote=said("vote", "参与表决"),
        agrees=said("agree", "同意"),
        person=cells.text(here("person")) if "person" in block.columns else "",
        exempt=said("exempt", "免运维") is True,
    )


def _standing(cells: Cells, here: Callable[[str], Place], block: Block, row: int) -> Standing:
    """The amounts of a row; what is below 0 counts as nothing."""
    relief, fund, paid, arrears = (
        max(0, cells.money(here(key), what).units) if key in block.columns else 0
        for key, what in _AMOUNTS.items()
    )
    return Standing(row, relief, fund, paid, arrears)
