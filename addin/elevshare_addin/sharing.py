"""ELEVSHARE, ELEVUPKEEP, ELEVCOEF, ELEVRANGE: who pays which part, by the rules of a scheme."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from elevshare.money import UNITS
from elevshare.rules.share import WEIGHT_SCALE, Storey, Within, share
from elevshare.rules.upkeep import Sharing, upkeep_dues
from elevshare.schemes import Scheme
from elevshare.schemes.parts.share import ShareRule
from elevshare_addin.blocks import (
    Block,
    Result,
    each,
    flat,
    needed,
    one,
    one_number,
    positions,
    shaped,
    size,
)
from elevshare_addin.cells import MONEY, STOREY, NumberKind, empty, halves_to, one_of, storey_of
from elevshare_addin.descriptions import label
from elevshare_addin.households import households
from elevshare_addin.lookup import method_of, part_of, scheme_of, weight_of, weights_of
from elevshare_addin.refusal import NA, VALUE, RefusalError
from elevshare_addin.splitting import OPT_OUTS, carriers_of, refuse_fixed, refuse_gap, split

_BOUNDS = {"下限": "low", "上限": "high"}


def elevshare(
    scheme: Block | None,
    net_cost: Block | None,
    storeys: Block | None,
    areas: Block | None = None,
    taking_part: Block | None = None,
    unit: Block | None = None,
    opt_out: Block | None = None,
    own_weights: Block | None = None,
    fixed: Block | None = None,
    carriers: Block | None = None,
) -> Result:
    """Each household's part of the net amount in yuan, in the shape of ``storeys``.

    >>> elevshare([["南京"]], [[600000.0]], [[3.0], [4.0], [None]], [[80.0], [100.0], [None]])
    [[260869.57], [339130.43], [None]]

    A weight of one's own, then a sum that was agreed on:

    >>> elevshare([["南京"]], [[600000.0]], [[3.0], [4.0]], [[80.0]], None, None, None, [[0.7], [None]])
    [[210000.0], [390000.0]]
    >>> elevshare([["南京"]], [[600000.0]], [[1.0], [4.0]], [[80.0]], fixed=[[5000.0], [None]])
    [[5000.0], [595000.0]]
    """
    found = scheme_of(scheme, "分摊")
    rule = part_of(found, found.share, "分摊")
    net = one_number(net_cost, "net_cost", MONEY)
    step = one_of(one(unit, "unit"), UNITS, label("unit"))
    way = one_of(one(opt_out, "opt_out"), OPT_OUTS, label("opt_out"))
    method = method_of(rule, way, carriers_of(carriers, way))
    measured = method.within is Within.AREA
    homes = households(storeys, areas, taking_part, own_weights, fixed, measured=measured)
    flats = homes.flats
    weights = weights_of(found, rule, flats)

    def dues() -> list[int]:
        refuse_fixed(net, flats)
        refuse_gap(flats, weights, method)
        return share(net, flats, weights, method, step)

    return homes.answer(split(dues, flats, weights))


def elevupkeep(
    scheme: Block | None,
    yearly_cost: Block | None,
    storeys: Block | None,
    areas: Block | None = None,
    taking_part: Block | None = None,
) -> Result:
    """Each household's part of a year's running cost in yuan, in the shape of ``storeys``.

    Where the scheme does not say how, the coefficients of the building cost hold here too.
    """
    found = scheme_of(scheme, "分摊")
    rule = part_of(found, found.share, "分摊")
    sharing = found.upkeep.rule if found.upkeep else Sharing.COEFFICIENT
    net = one_number(yearly_cost, "yearly_cost", MONEY)
    method = method_of(rule)
    by_coefficient = sharing is Sharing.COEFFICIENT
    measured = method.within is Within.AREA if by_coefficient else sharing is Sharing.AREA
    homes = households(storeys, areas, taking_part, measured=measured)
    flats = homes.flats
    alike = dict.fromkeys((flat.storey for flat in flats), WEIGHT_SCALE)
    weights = weights_of(found, rule, flats) if by_coefficient else alike
    return homes.answer(
        split(lambda: upkeep_dues(net, flats, weights, method, sharing), flats, weights)
    )


def elevcoef(scheme: Block | None, storey: Block | None, top_storey: Block | None = None) -> Result:
    """Coefficients (or percentages: 5 is 5%) of storeys, in their shape.

    >>> elevcoef([["南京"]], [[4.0]]), elevcoef([["上海-七层平层入户"]], [[2.0]], [[7.0]])
    (1.3, 5.0)
    """
    found = scheme_of(scheme, "分摊")
    rule = part_of(found, found.share, "分摊")
    top = _top(found, rule, top_storey)
    return by_storey(storey, halves_to(top), lambda at: weight_of(found, rule, at))


def elevrange(
    scheme: Block | None,
    storey: Block | None,
    top_storey: Block | None = None,
    bound: Block | None = None,
) -> Result:
    """The lowest or highest percentage that the guidance allows storeys, in their shape.

    >>> elevrange([["上海-七层平层入户"]], [[7.0]], [[7.0]], [["上限"]])
    30.0
    """
    found = scheme_of(scheme, "分摊")
    rule = part_of(found, found.share, "分摊")
    top = _top(found, rule, top_storey)
    end = one(bound, "bound")
    if empty(end):
        raise RefusalError(VALUE, "没有填写", where=label("bound"), todo="请填 下限 或 上限")
    key = one_of(end, _BOUNDS, label("bound"))
    return by_storey(storey, halves_to(top), lambda at: _end(found, rule, at, key))


def _end(scheme: Scheme, rule: ShareRule, storey: Storey, key: str) -> int:
    """An end of a storey's interval, in 1/10,000 of a percent."""
    weight = rule.weight(storey)
    end: int | None = getattr(weight, key) if weight else None
    if end is None:
        raise RefusalError(
            NA,
            f"方案「{scheme.name}」没有第 {storey} 层的区间",
            where=label("scheme"),
            todo="只有指导区间的方案才有上下限，缺的请看原文",
        )
    return end


def _top(scheme: Scheme, rule: ShareRule, top_storey: Block | None) -> int:
    """The highest storey, which must be that of a scheme made for one height."""
    top = one_number(top_storey, "top_storey", STOREY, STOREY.high)
    told = not empty(one(top_storey, "top_storey"))
    if told and rule.storeys not in (None, top):
        raise RefusalError(
            NA,
            f"方案「{scheme.name}」只用于 {rule.storeys} 层的楼",
            where=label("top_storey"),
            todo="请换一个方案",
        )
    return top


def by_storey(
    storey: Block | None,
    kind: NumberKind,
    of: Callable[[Storey], int],
    scale: int = WEIGHT_SCALE,
) -> Result:
    """What holds for each storey of a block; ``kind`` says which storeys there are."""
    cells = needed(storey, "storey")
    shape, every = size(cells), flat(cells)
    rows = positions(every, "storey")
    levels = each(every, rows, partial(storey_of, kind=kind), "storey", shape)
    return shaped({at: of(level) / scale for at, level in zip(rows, levels, strict=True)}, shape)
