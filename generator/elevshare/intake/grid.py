"""The flats of a building whose storeys are all alike."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.errors import InputError
from elevshare.intake.flats import check_count
from elevshare.project import MAX_AREA, MAX_STOREYS
from elevshare.rules.share import Flat

#: Most flats on a storey: the room number has two digits for them.
_MAX_ON_STOREY = 99


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
