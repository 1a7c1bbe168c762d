"""Doubts about storeys that the room numbers raise."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.errors import InputError
from elevshare.intake.tables.filling import storey_in
from elevshare.intake.tables.report import TableReport, listed
from elevshare.rules.share import Flat

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
    if len(flats) >= _SOME and len(storeys) == 1 and len(known) > 1:
        raise InputError(
            f"楼层每行都是 {min(storeys)}，而房号在 {min(known)} 到 {max(known)} 层，像是总层数",
            where=report.source,
            todo="请把每户所在的楼层填在“楼层”一栏，或用 --columns 楼层=那一栏的栏名 指定",
        )
    odd = [flat for flat in flats if named[flat] not in (None, flat.storey)]
    agreeing = sum(named[flat] == flat.storey for flat in flats)
    if odd and agreeing > len(odd):
        texts = [f"{flat.room} 写的是 {flat.storey} 层" for flat in odd]
        report.look(f"房号和楼层对不上：{listed(texts)}")
