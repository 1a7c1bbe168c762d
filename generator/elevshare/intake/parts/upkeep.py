"""The ``[upkeep]`` of a project file."""

from __future__ import annotations

from elevshare.errors import InputError
from elevshare.intake.fields import amount_of
from elevshare.rules.upkeep import (
    MAX_ITEMS,
    MAX_SPREAD,
    YEARS,
    Payers,
    Sharing,
    Upkeep,
    UpkeepItem,
    UpkeepPeriod,
)
from elevshare.text import safe_text
from elevshare.toml_table import Table

_SHARING = {sharing.value: sharing for sharing in Sharing}
_PAYERS = {payers.value: payers for payers in Payers}
_PERIODS = {period.name.lower(): period for period in UpkeepPeriod}
_NAME_LIMIT = 50


def read(table: Table) -> Upkeep:
    """The section; everything in it may be missing."""
    period = table.choice("period", _PERIODS, UpkeepPeriod.YEAR.name.lower())
    upkeep = Upkeep(
        items=_items(table),
        sharing=table.choice("sharing", _SHARING) if table.has("sharing") else None,
        payers=table.choice("payers", _PAYERS, Payers.TAKING.value),
        period=period,
        number=_whole(table, "number", 1, 1, int(period)),
        year=_whole(table, "year", 0, *YEARS),
        advertising=_amount(table, "advertising", "广告收入"),
        fund=_amount(table, "fund", "运维基金"),
        kept=_amount(table, "kept", "留作运维的补贴"),
        years=_whole(table, "years", 0, 0, MAX_SPREAD),
        nth=_whole(table, "nth", 1, 1, MAX_SPREAD),
        due_date=table.day("due_date"),
    )
    table.done()
    return upkeep


def _items(table: Table) -> tuple[UpkeepItem, ...]:
    """The ``[[upkeep.item]]``: name and yearly amount."""
    tables = table.tables("item")
    if len(tables) > MAX_ITEMS:
        where = tables[MAX_ITEMS].where()
        raise InputError(f"运维费用超过 {MAX_ITEMS} 项", where=where, todo="请把小项合并")
    items = tuple(_item(one) for one in tables)
    amount_of(sum(item.fen for item in items), table.where("item"), "运维费用合计")
    return items


def _item(table: Table) -> UpkeepItem:
    """One yearly item."""
    where = table.where("item")
    name = safe_text(table.word("item"), what="运维项目", limit=_NAME_LIMIT, where=where)
    if not name:
        raise table.wrong("item", "是空的", "请填费用的名称")
    item = UpkeepItem(name, _amount(table, "amount", f"运维费用「{name}」", None))
    table.done()
    return item


def _amount(table: Table, key: str, what: str, default: int | None = 0) -> int:
    """A valid amount in fen."""
    return amount_of(table.number(key, 2, default), table.where(key), what)


def _whole(table: Table, key: str, default: int, low: int, high: int) -> int:
    """A whole number within bounds; the default where it is missing."""
    if not table.has(key):
        return default
    value = table.number(key, 0)
    if not low <= value <= high:
        raise table.wrong(key, f"是 {value}，不合理", f"请填 {low} 到 {high} 之间的整数")
    return value
