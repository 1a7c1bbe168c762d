"""The inputs of 分项: what each pool is on 专项, its households on 住户, its costs on 参数."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from elevshare.project import Project, Topic
from elevshare.rules.pools import MAIN, MAX_POOLS, UNNAMED, Pool, PoolWay
from elevshare.rules.share import WEIGHT_SCALE, Within
from elevshare.workbook.field import MAX_COEFFICIENT, Field, Section, by_word, values_of
from elevshare.workbook.input_columns import HINT, InputColumn
from elevshare.workbook.sheetxml import Value

if TYPE_CHECKING:
    from elevshare.workbook.plan import Plan

#: Words of 参数 for what a cost belongs to; the number of a pool counts from 1.
BELONGS = (MAIN, *UNNAMED)
PLACES = range(MAX_POOLS)
WITHIN = {Within.AREA: "按面积", Within.EQUAL: "按户"}
WAYS = values_of(PoolWay)
_WEIGHT = f"请填 0 到 {MAX_COEFFICIENT} 的数，最多四位小数"
_LIMITS = ("0", MAX_COEFFICIENT)

COST_COLUMN = InputColumn("pool", "归入", "输入-text", words=BELONGS)
#: The weights of households, on 住户.
HOUSEHOLD_COLUMNS = tuple(
    InputColumn(f"pool{n}", f"{UNNAMED[n]}权数", "输入-coef", _WEIGHT, _LIMITS, width=12,
                topic=Topic.POOLS)
    for n in PLACES
)  # fmt: skip
COLUMNS = (
    InputColumn("storey", "楼层", "计算-whole"),
    *(InputColumn(f"w{n}", f"{UNNAMED[n]}系数", "输入-coef", _WEIGHT, _LIMITS) for n in PLACES),
    HINT,
)


def blank(place: int) -> Pool:
    """The pool of a place (from 0) about which nothing is known."""
    return Pool(UNNAMED[place])


def pool_at(project: Project, place: int) -> Pool:
    """The pool of a place (from 0); a blank one where the project has none."""
    return project.pools[place] if place < len(project.pools) else blank(place)


def _at_first(place: int, value: Callable[[Pool], Value]) -> Callable[[Project], Value]:
    """The first value of an input of the pool of a place."""
    return lambda project: value(pool_at(project, place))


def _name(place: int, pool: Pool) -> Value:
    return None if pool.name == UNNAMED[place] else pool.name


def _fields(place: int) -> tuple[Field, ...]:
    """The single inputs of one pool."""
    word = UNNAMED[place]
    return (
        Field(f"pool{place}_name", f"{word}名称", "text", "如：新增连廊、管线；印在公示和账单上",
              at_first=_at_first(place, partial(_name, place))),
        Field(f"pool{place}_way", f"{word}怎么分", "text",
              "先分楼层、全梯统算用下表的系数；指定住户用“住户”的权数；按户、按面积由参与的各户分",
              words=WAYS, otherwise=PoolWay.STOREYS,
              at_first=_at_first(place, lambda pool: pool.way.value)),
        Field(f"pool{place}_within", f"{word}面积还是户", "text", "只用于先分楼层、全梯统算",
              words=by_word(WITHIN), otherwise=Within.EQUAL,
              at_first=_at_first(place, lambda pool: WITHIN[pool.within])),
    )  # fmt: skip


def sections(plan: Plan) -> Mapping[str, tuple[Section, ...]]:
    """The section of 专项."""
    fields = tuple(field for place in PLACES for field in _fields(place))
    title = "分项（另有分法的费用；哪一项费用归入哪个分项，在“参数”第二节选）"
    storey, *others = COLUMNS
    columns = (replace(storey, style="计算-any") if plan.half_stops else storey, *others)
    return {"专项": (Section("pools", title, fields, plan.storeys, columns),)}


def cost_columns(plan: Plan, usual: tuple[InputColumn, ...]) -> tuple[InputColumn, ...]:
    """The columns of the costs on 参数, with what each belongs to where the book has pools."""
    return (*usual, COST_COLUMN) if plan.has(Topic.POOLS) else usual


def costs_of(project: Project, plan: Plan) -> dict[int, Mapping[str, Value]]:
    """Row (from 0) of the costs on 参数 → what is known of its pool, and of costs still to come.

    A pool of the project without a cost gets a line whose amount is to be filled in.
    """
    if not plan.has(Topic.POOLS):
        return {}
    names = [pool.name for pool in project.pools]
    known: dict[int, Mapping[str, Value]] = {
        row: {"pool": BELONGS[names.index(item.pool) + 1] if item.pool else MAIN}
        for row, item in enumerate(project.costs)
    }
    used = {item.pool for item in project.costs}
    missing = [place for place, name in enumerate(names) if name not in used]
    for row, place in enumerate(missing, max(1, len(project.costs))):
        known[row] = {"item": names[place], "pool": BELONGS[place + 1]}
    return known


def household_weights(project: Project, room: str) -> dict[str, Value]:
    """Column of 住户 → the weight of a household in the pools that name households."""
    return {
        f"pool{place}": pool.rooms[room] / WEIGHT_SCALE
        for place, pool in enumerate(project.pools[:MAX_POOLS])
        if room in pool.rooms
    }
