"""A cost that is shared by a rule of its own beside the main one: a pool.

A pool is a net of its own with a method of its own; a household's due is the sum of its parts. 北京
gives the corridors of a level entry their own percentages by storey (京建发〔2022〕318号); pipes are
often shared equally, a private doorway is its owner's alone. Only households that take part share.
A household's own weight is one of the main rule and does not count here; one that pays a fixed sum
shares in no pool, unless the pool names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from elevshare.rules.share import (
    WEIGHT_SCALE,
    Flat,
    Method,
    OptOut,
    SplitForm,
    Storey,
    Within,
    share,
    weighed_groups,
)

#: Most pools beside the main one.
MAX_POOLS = 3
#: What a cost item belongs to without a pool, and what a pool without a name is called.
MAIN, UNNAMED = "主项", ("分项一", "分项二", "分项三")


class PoolWay(StrEnum):
    """How a pool is shared."""

    STOREYS = "先分楼层"
    WHOLE = "全梯统算"
    EQUAL = "按户"
    AREA = "按面积"
    ROOMS = "指定住户"


#: The ways that take a weight for each storey.
BY_STOREY = (PoolWay.STOREYS, PoolWay.WHOLE)


@dataclass(frozen=True, slots=True)
class Pool:
    """One pool.

    ``within`` tells the flats of a storey apart where storeys have weights; ``weights`` are these
    (storey → 1/10,000; a storey not named weighs 0). ``rooms`` are the households that share where
    households are named (room → weight in 1/10,000).
    """

    name: str
    way: PoolWay = PoolWay.STOREYS
    within: Within = Within.AREA
    weights: Mapping[Storey, int] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    rooms: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}), hash=False)


def share_pool(
    net: int, flats: Sequence[Flat], pool: Pool, opt_out: OptOut = OptOut.ALL, unit: int = 1
) -> list[int]:
    """Each flat's part of one pool, in fen, in the order of ``flats``; the sum is exactly ``net``.

    Args:
        net: the cost of the pool in fen, 0 or more.
        flats: the flats of one stairwell.
        pool: its rule.
        opt_out: who carries the part of a flat that stays out, where storeys have weights: its
            storey's others, else all who take part (chosen storeys carry the main part alone).
        unit: the whole unit in fen; what is left below it goes to the largest part.

    Raises:
        ValueError: there is something to share, and nobody to pay it.

    The corridors of six storeys, a fifth for each from the second on:

    >>> flats = [Flat(f"{s}0{n}", s, area) for s in range(1, 7) for n, area in ((1, 8000), (2, 10000))]
    >>> corridor = Pool("新增连廊", weights={s: 200_000 for s in range(2, 7)})
    >>> share_pool(3_000_000, flats, corridor)[:4]
    [0, 0, 266667, 333333]
    >>> share_pool(100_000, flats, Pool("管线", PoolWay.EQUAL), unit=100)[:5]
    [8400, 8400, 8400, 8400, 8300]
    >>> share_pool(50_000, flats, Pool("门洞", PoolWay.ROOMS, rooms={"302": 10_000})).index(50_000)
    5
    """
    if not net:
        return [0] * len(flats)
    sharers, weights, method = _ruled(flats, pool, opt_out)
    return share(net, sharers, weights, method, unit)


def can_share(flats: Sequence[Flat], pool: Pool, opt_out: OptOut = OptOut.ALL) -> bool:
    """Whether anybody would pay for a pool.

    >>> can_share([Flat("101", 1, 8000)], Pool("新增连廊", weights={2: 10_000}))
    False
    """
    sharers, weights, method = _ruled(flats, pool, opt_out)
    groups = weighed_groups(sharers, weights, method)
    return any(group is not None and groups.counted[group] for group in groups.of)


def _ruled(
    flats: Sequence[Flat], pool: Pool, opt_out: OptOut
) -> tuple[list[Flat], Mapping[Storey, int], Method]:
    """The flats, weights and method by which the usual rule shares a pool."""
    named = pool.way is PoolWay.ROOMS
    sharers = [
        replace(
            flat,
            taking_part=flat.taking_part and (named or flat.fixed is None),
            own_weight=pool.rooms.get(flat.room, 0) if named else None,
            fixed=None,
        )
        for flat in flats
    ]
    if pool.way in BY_STOREY:
        form = SplitForm.FLOORS if pool.way is PoolWay.STOREYS else SplitForm.WHOLE
        carried = OptOut.FLOOR if opt_out is OptOut.FLOOR else OptOut.ALL
        return sharers, pool.weights, Method(form, pool.within, carried)
    within = Within.AREA if pool.way is PoolWay.AREA else Within.EQUAL
    alike = {flat.storey: WEIGHT_SCALE for flat in sharers}
    return sharers, alike, Method(SplitForm.WHOLE, within)
