"""The ``[joining]`` of a project file."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.intake.fields import amount_of, room_of
from elevshare.rules.late import (
    MAX_MONTHS,
    MAX_MULTIPLE,
    MAX_RATE,
    MAX_YEARS,
    Joining,
    JoiningWay,
    RefundBasis,
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


def read(table: Table) -> Joining:
    """The section; without ``room`` nobody joins, and no other key is allowed."""
    if not table.has("room"):
        table.done()
        return Joining()
    way = table.choice("way", _WAYS, JoiningWay.PLAIN.value)
    given = {need[0]: _number(table, *need) for need in _NEEDS[way]}
    joining = Joining(
        room=room_of(table.word("room"), table.where("room")),
        original=_original(table),
        way=way,
        basis=table.choice("basis", _BASES, RefundBasis.DUE.value),
        rate=given.get("rate"),
        years=given.get("years"),
        multiple=given.get("multiple"),
        months=given.get("months"),
    )
    table.done()
    return joining


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
