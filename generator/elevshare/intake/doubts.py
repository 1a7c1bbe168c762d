"""Doubts that the room numbers raise, about storeys and stairwells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from elevshare.errors import InputError
from elevshare.intake.columns import ROOM, STOREY
from elevshare.intake.tables.filling import storey_in
from elevshare.intake.tables.report import TableReport, listed
from elevshare.rules.share import Flat

#: The number of a day from 1999 to 2050.
_DAY = re.compile("3[6-9][0-9]{3}|4[0-9]{4}|5[0-4][0-9]{3}")
#: So many households make a rule.
_SOME = 4


def look_at_storeys(flats: Sequence[Flat], report: TableReport) -> None:
    """Compare the storeys with those that room numbers name.

    Raises:
        InputError: every row has the same storey and the rooms name several: it is the number of
            storeys of the building.
    """
    named = {flat: storey_in(flat.room) for flat in flats}
    storeys = {flat.storey for flat in flats}
    known = {storey for storey in named.values() if storey is not None}
    if len(flats) >= _SOME and len(storeys) == 1 and len(known) > 1 and max(storeys) >= 1:
        raise InputError(
            f"楼层每行都是 {min(storeys):g}，而房号在 {min(known)} 到 {max(known)} 层，像是总层数",
            where=report.source,
            todo="请把每户所在的楼层填在“楼层”一栏，或用 --columns 楼层=那一栏的栏名 指定",
        )
    odd = [flat for flat in flats if flat.storey >= 1 and named[flat] not in _agreeing(flat)]
    agreeing = sum(named[flat] is not None and named[flat] in _agreeing(flat) for flat in flats)
    if odd and agreeing > len(odd):
        texts = [f"{flat.room} 写的是 {flat.storey:g} 层" for flat in odd]
        report.look(f"房号和楼层对不上：{listed(texts)}", STOREY, [flat.room for flat in odd])
    _look_at_doors(flats, report)
    _look_at_days(flats, report)


def _agreeing(flat: Flat) -> tuple[int | None, ...]:
    """What a room may name: its storey, those above and below a half stop, or none."""
    return None, int(flat.storey), ceil(flat.storey)


def _look_at_days(flats: Sequence[Flat], report: TableReport) -> None:
    """Tell where rooms are numbers of days: 3-1 that became a date, and then a number."""
    for flat in flats:
        if _DAY.fullmatch(flat.room) and not flat.room[:-2].endswith(str(int(flat.storey))):
            day = date(1899, 12, 30) + timedelta(int(flat.room))
            report.look(
                f"房号像是日期变成的数，如 {flat.room} 是 {day}；请把这一栏设为文本格式，再重新输入房号",
                ROOM,
                [flat.room],
            )
            return


def _look_at_doors(flats: Sequence[Flat], report: TableReport) -> None:
    """Tell where most households share their door with another: 1101 and 2101 on storey 1.

    They may be of several stairwells that are not told apart.
    """
    doors: dict[str, list[str]] = {}
    door = r"(?<!\d){0}\d\d(?!\d)|{0}\d\d$"
    for flat in (flat for flat in flats if flat.storey >= 1):
        if found := re.search(door.format(int(flat.storey)), flat.room):
            doors.setdefault(found[0], []).append(flat.room)
    shared = [rooms for rooms in doors.values() if len(rooms) > 1]
    if len(flats) >= _SOME and 2 * sum(map(len, shared)) > len(flats):
        report.look(
            f"许多户的门号一样，如 {'、'.join(shared[0])}；是几个单元的，请加一栏“单元”分开",
            ROOM,
            [room for rooms in shared for room in rooms],
        )
