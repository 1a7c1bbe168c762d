"""The rides part of a scheme: a charge in advance, and fees for rides, month cards, visitors."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.money import MAX_FEN
from elevshare.rules.rides import MAX_FEE, Tariff
from elevshare.schemes.cite import cited, number
from elevshare.schemes.law import NO_LAW, Law, read_law
from elevshare.schemes.status import STATUSES
from elevshare.toml_table import Table

#: Most tariffs of a book, and characters of a tariff's name.
MAX_TARIFFS = 5
_NAME_LIMIT = 12
_FEES = ("ride", "month_card", "visitor")
#: The name of the tariff that users fill in themselves.
OWN_TARIFF = "自定"


@dataclass(frozen=True, slots=True)
class NamedTariff:
    """Fees with the name of the place where they apply, and the key of their source."""

    name: str
    fees: Tariff
    source: str


@dataclass(frozen=True, slots=True)
class RideRule:
    """The charge in advance (``prepaid`` in fen, named ``item``) and the usage fees."""

    item: str
    prepaid: int
    tariffs: tuple[NamedTariff, ...]
    status: str
    article: str
    note: str
    source: str
    law: Law = NO_LAW


def read(table: Table, keys: set[str]) -> RideRule:
    """Read the ``[rides]`` of a scheme with its ``[[rides.tariff]]``."""
    rule = RideRule(
        item=table.text("item"),
        prepaid=_prepaid(table),
        tariffs=_tariffs(table, keys),
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
        law=read_law(table),
    )
    table.done()
    return rule


def _prepaid(table: Table) -> int:
    """Read the charge in advance, in fen."""
    fen = number(table, "prepaid", 2)
    if fen > MAX_FEN:
        raise table.wrong("prepaid", "大得不合理", "请检查是否多打了零")
    return fen


def _tariffs(table: Table, keys: set[str]) -> tuple[NamedTariff, ...]:
    """Read the tariffs: at least one, no name twice."""
    tariffs: list[NamedTariff] = []
    for row in table.tables("tariff"):
        name = row.text("name")
        if name in (OWN_TARIFF, *(tariff.name for tariff in tariffs)):
            raise row.wrong("name", f"「{name}」重复", "请用不同的名称")
        if len(name) > _NAME_LIMIT or "," in name:
            raise row.wrong("name", "太长或有逗号", f"请改成最多 {_NAME_LIMIT} 个字，不用逗号")
        tariffs.append(
            NamedTariff(name, Tariff(*(_fee(row, key) for key in _FEES)), cited(row, keys))
        )
        row.done()
    if not 0 < len(tariffs) <= MAX_TARIFFS:
        raise table.wrong("tariff", f"有 {len(tariffs)} 种", f"请写 1 到 {MAX_TARIFFS} 种收费标准")
    return tuple(tariffs)


def _fee(table: Table, key: str) -> int:
    """Read one fee, in fen."""
    fen = number(table, key, 2)
    if fen > MAX_FEE:
        raise table.wrong(key, "大得不合理", f"请填 0 到 {MAX_FEE // 100} 元")
    return fen
