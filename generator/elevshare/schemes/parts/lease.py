"""The lease part of a scheme: usage fees of a leased lift."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.money import scaled
from elevshare.rules.lease import MAX_FEE, Charge, FeeTable
from elevshare.schemes.cite import cited, number
from elevshare.schemes.law import NO_LAW, Law, read_law
from elevshare.schemes.status import STATUSES
from elevshare.toml_table import Table

#: Most fee tables of a book.
MAX_TABLES = 4
_CHARGES = {charge.value: charge for charge in Charge}


@dataclass(frozen=True, slots=True)
class LeaseTable:
    """One fee table with its source.

    ``printed`` are the monthly fees (fen) that the source gives beside yearly ones, some of them
    rounded; empty if it gives none.
    """

    table: FeeTable
    printed: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True)
class LeaseRule:
    """Usage fees with their source; ``charge``: whether they are for a month or a year."""

    charge: Charge
    tables: tuple[LeaseTable, ...]
    status: str
    article: str
    note: str
    source: str
    law: Law = NO_LAW

    @property
    def fee_tables(self) -> tuple[FeeTable, ...]:
        """The fee tables without their sources."""
        return tuple(one.table for one in self.tables)


def read(table: Table, keys: set[str]) -> LeaseRule:
    """Read the ``[lease]`` of a scheme."""
    charge = table.choice("charge", _CHARGES)
    rule = LeaseRule(
        charge=charge,
        tables=_tables(table, keys, charge),
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=cited(table, keys),
        law=read_law(table),
    )
    table.done()
    return rule


def _tables(table: Table, keys: set[str], charge: Charge) -> tuple[LeaseTable, ...]:
    """Read each ``[[lease.table]]``; refuse two of the same size."""
    rows = table.tables("table")
    if not 1 <= len(rows) <= MAX_TABLES:
        raise table.wrong("table", f"应有 1 到 {MAX_TABLES} 张", "请增减收费表")
    found: list[LeaseTable] = []
    for row in rows:
        one = _table(row, keys, charge)
        sizes = [(other.table.storeys, other.table.flats) for other in found]
        if (one.table.storeys, one.table.flats) in sizes:
            raise row.wrong("storeys", "、每层户数与另一张表相同", "请合并或改正")
        row.done()
        found.append(one)
    return tuple(found)


def _table(row: Table, keys: set[str], charge: Charge) -> LeaseTable:
    """Read one table: a fee for each storey."""
    storeys, flats = number(row, "storeys", 0), number(row, "flats", 0)
    if storeys < 2 or not flats:
        raise row.wrong("storeys", "应不少于 2，每层户数应不少于 1", "请改正")
    fees = _amounts(row, "fees", storeys)
    if row.has("printed_month") and charge is Charge.MONTH:
        raise row.wrong("printed_month", "只用于按年收费的表", "请删去")
    printed = _amounts(row, "printed_month", storeys) if row.has("printed_month") else ()
    return LeaseTable(FeeTable(storeys, flats, fees), printed, cited(row, keys))


def _amounts(row: Table, key: str, storeys: int) -> tuple[int, ...]:
    """Read one amount in fen for each storey, from storey 1 on."""
    texts = row.items(key)
    if texts is None or len(texts) != storeys:
        raise row.wrong(key, f"应是 {storeys} 个数", "请从 1 层起每层写一个，不收费的层写 0")
    amounts = tuple(scaled(text, 2, where=row.where(key), what="收费标准") for text in texts)
    if not all(0 <= amount <= MAX_FEE for amount in amounts):
        raise row.wrong(key, "是负数或过大", f"请填 0 到 {MAX_FEE // 100} 元之间的数")
    return amounts
