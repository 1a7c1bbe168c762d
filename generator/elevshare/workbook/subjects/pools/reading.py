"""Read 分项 of a returned book: the pools, and what each cost belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from elevshare.project import Project, Topic
from elevshare.rules.pools import MAIN, UNNAMED, Pool, PoolWay
from elevshare.rules.share import MAX_WEIGHT, Storey, Within
from elevshare.workbook.field import by_word
from elevshare.workbook.reading.cells import Reading
from elevshare.workbook.reading.rows import InputRow, Typed
from elevshare.workbook.subjects.pools.inputs import BELONGS, PLACES, WAYS, WITHIN, blank
from elevshare.workbook.subjects.sharing.read_costs import cost_rows
from elevshare.workbook.subjects.sharing.read_weights import stops_of

_WORDS = {word: number for number, word in enumerate(BELONGS)}


def read_back(project: Project, typed: Typed) -> Project:
    """The project with the pools of the book, as many as are filled in or used."""
    found = [_pool(place, project, typed) for place in PLACES]
    names = [pool.name for pool in found]
    found = [
        replace(pool, name=UNNAMED[place]) if _taken(pool.name, names) else pool
        for place, pool in enumerate(found)
    ]
    into = [_into(row) for row in typed.rows("costs")]
    costs = tuple(
        replace(item, pool=found[number - 1].name if number else "")
        for number, item in zip(into, cost_rows(typed), strict=True)
        if item
    )
    used = [place for place in PLACES if found[place] != blank(place) or place + 1 in into]
    pools = tuple(found[: max(used, default=-1) + 1])
    return _settled(replace(project, pools=pools, costs=costs), typed, pools, into)


def _taken(name: str, names: list[str]) -> bool:
    """Whether a name cannot tell a pool from the others."""
    return name == MAIN or names.count(name) > 1


def _pool(place: int, project: Project, typed: Typed) -> Pool:
    """The pool of a place (from 0)."""
    singles = typed.singles
    name = typed.cells.text(singles.place(f"pool{place}_name")).strip()
    weights: dict[Storey, int] = {}
    for storey, row in zip(stops_of(typed), typed.rows("pools"), strict=True):
        read = row.number(f"w{place}", f"第 {storey:g} 层{UNNAMED[place]}系数")
        if not read.blank:
            weights[storey] = _bounded(read)
    return Pool(
        name or UNNAMED[place],
        singles.choice(f"pool{place}_way", WAYS, PoolWay.STOREYS),
        singles.choice(f"pool{place}_within", by_word(WITHIN), Within.EQUAL),
        MappingProxyType(weights),
        _rooms(place, project, typed),
    )


def _rooms(place: int, project: Project, typed: Typed) -> Mapping[str, int]:
    """The weights of the households that count."""
    rooms = {flat.room for flat in project.flats}
    found: dict[str, int] = {}
    for row in typed.households():
        read = row.number(f"pool{place}")
        room = row.room()
        if not read.blank and room in rooms and (weight := _bounded(read)):
            found[room] = weight
    return MappingProxyType(found)


def _bounded(read: Reading) -> int:
    """A weight as the book counts it."""
    return min(MAX_WEIGHT, max(0, read.units))


def _into(row: InputRow) -> int:
    """The number of the pool that a cost belongs to, 0 for the main cost."""
    if row.value("pool") is None:
        return 0
    return row.word("pool", _WORDS, 0, "归入")


def _settled(project: Project, typed: Typed, pools: tuple[Pool, ...], into: list[int]) -> Project:
    """The project whose unplanned costs belong where the book has them."""
    if not typed.plan.has(Topic.SETTLEMENT):
        return project
    rows = zip(typed.rows("settlement"), typed.rows("costs"), cost_rows(typed), into, strict=True)
    unplanned = tuple(
        pools[number - 1].name if number else ""
        for actual, planned, item, number in rows
        if item is None and actual.number("yuan").right and planned.value("item") is not None
    )
    return replace(project, settlement=replace(project.settlement, unplanned=unplanned))
