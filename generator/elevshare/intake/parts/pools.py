"""The ``[[pool]]`` of a project file: costs that are shared by a rule of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from elevshare.errors import InputError
from elevshare.intake.draft import weights_of
from elevshare.money import scaled
from elevshare.rules.pools import BY_STOREY, MAIN, MAX_POOLS, Pool, PoolWay
from elevshare.rules.share import MAX_WEIGHT, WEIGHT_PLACES, WEIGHT_SCALE, Storey, Within
from elevshare.text import safe_text, shown
from elevshare.toml_table import Table

#: Most characters of a pool's name.
_LONGEST = 20
_WAYS = {way.value: way for way in PoolWay}
_WITHIN = {within.value: within for within in Within}
Coefficients = Callable[[Table], list[tuple[Storey, str]]]


def read(root: Table, shipped: Iterable[Pool], coefficients: Coefficients) -> tuple[Pool, ...]:
    """The pools of the scheme, in the file's words where it states one of the same name, and others.

    ``coefficients`` reads the weights by storey of a section.

    >>> from elevshare.toml_table import parse
    >>> read(parse("[[pool]]\\nname = '管线'\\nway = '按户'", "项目.toml"), (), lambda t: [])[0].way.value
    '按户'
    """
    found = {pool.name: pool for pool in shipped}
    stated: set[str] = set()
    for table in root.tables("pool"):
        pool = _pool(table, coefficients)
        if pool.name in stated:
            raise table.wrong("name", f"「{pool.name}」重复", "请合并成一节")
        stated.add(pool.name)
        found[pool.name] = pool
        if len(found) > MAX_POOLS:
            raise InputError(
                f"分项超过 {MAX_POOLS} 个", where=table.where(), todo="请把分法相同的合并"
            )
    return tuple(found.values())


def _pool(table: Table, coefficients: Coefficients) -> Pool:
    """One pool; the way may be missing where rooms or coefficients tell it."""
    name = safe_text(
        table.word("name"), what="分项的名称", limit=_LONGEST, where=table.where("name")
    )
    if not name or name == MAIN:
        raise table.wrong("name", f"「{name}」不能用", "请写分项的名称，如 连廊")
    usual = PoolWay.ROOMS if table.has("rooms") else PoolWay.STOREYS
    way = table.choice("way", _WAYS, usual.value)
    within = table.choice("within", _WITHIN, Within.AREA.value)
    where = table.where("coefficients")
    weights = weights_of(coefficients(table), where)
    rooms = _rooms(table)
    for key, given, needed in (
        ("coefficients", weights, way in BY_STOREY),
        ("rooms", rooms, way is PoolWay.ROOMS),
    ):
        if bool(given) is not needed:
            what = "没有填写" if needed else f"与分法“{way}”不能同用"
            raise table.wrong(key, what, "请补上这一项" if needed else "请删去，或改正 way")
    table.done()
    return Pool(name, way, within, weights, rooms)


def _rooms(table: Table) -> Mapping[str, int]:
    """The rooms with their weights in 1/10,000: a list shares equally, a table by its numbers."""
    texts = table.items("rooms")
    if texts is not None:
        return MappingProxyType(dict.fromkeys((text.strip() for text in texts), WEIGHT_SCALE))
    inner = table.table("rooms")
    return MappingProxyType({key: _weight(inner, key) for key in inner.keys()})  # noqa: SIM118


def _weight(table: Table, key: str) -> int:
    """The weight of a room."""
    text, what = table.word(key), f"房号 {shown(key)} 的权数"
    weight = scaled(text, WEIGHT_PLACES, where=table.where(key), what=what)
    if not 0 < weight <= MAX_WEIGHT:
        most = MAX_WEIGHT // WEIGHT_SCALE
        raise table.wrong(key, f"是 {shown(text)}", f"请填大于 0、不超过 {most} 的数")
    return weight
