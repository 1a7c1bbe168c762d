"""A cost that a scheme shares by a rule of its own, beside the main one."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from elevshare.rules.pools import BY_STOREY, Pool, PoolWay
from elevshare.rules.share import WEIGHT_PLACES, Storey, Within
from elevshare.schemes.cite import cited, number
from elevshare.toml_table import Table

_WAYS = {way.value: way for way in PoolWay if way is not PoolWay.ROOMS}
_WITHIN = {within.value: within for within in Within}


@dataclass(frozen=True, slots=True)
class SharedPool:
    """One pool with its article and the key of its source."""

    pool: Pool
    article: str
    note: str
    source: str


def read(table: Table, keys: set[str]) -> SharedPool:
    """Read one ``[[share.pool]]``: its name and way, and from storey 1 on a weight for each.

    Raises:
        InputError: weights are missing or not wanted; with file and line.
    """
    way = table.choice("way", _WAYS)
    texts = table.tables("weight")
    if bool(texts) is not (way in BY_STOREY):
        raise table.wrong("weight", f"与分法“{way}”不合", "按楼层的写各层系数，其余的不写")
    pool = Pool(
        name=table.text("name"),
        way=way,
        within=table.choice("within", _WITHIN, Within.AREA.value),
        weights=MappingProxyType(dict(_weight(row, n) for n, row in enumerate(texts, 1))),
    )
    found = SharedPool(pool, table.text("article"), table.text("note", ""), cited(table, keys))
    table.done()
    return found


def _weight(table: Table, storey: int) -> tuple[Storey, int]:
    """A storey and its weight in 1/10,000."""
    if (found := number(table, "storey", 0)) != storey:
        raise table.wrong("storey", f"是 {found}，重复或跳层", f"这里应是第 {storey} 层")
    weight = number(table, "value", WEIGHT_PLACES)
    table.done()
    return storey, weight
