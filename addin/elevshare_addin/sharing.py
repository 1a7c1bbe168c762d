"""ELEVSHARE, ELEVUPKEEP, ELEVCOEF, ELEVRANGE: who pays which part, by the rules of a scheme."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from elevshare.money import UNITS
from elevshare.rules.share import WEIGHT_SCALE, Flat, OptOut, Storey, Within, share
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
from elevshare_addin.cells import MONEY, STOREY, empty, number, one_of, whole
from elevshare_addin.descriptions import label
from elevshare_addin.households import households
from elevshare_addin.lookup import method_of, part_of, scheme_of, weight_of, weights_of
from elevshare_addin.refusal import NA, NUM, VALUE, RefusalError

_OPT_OUTS = {"全体": OptOut.ALL, "同层": OptOut.FLOOR}
_BOUNDS = {"下限": "low", "上限": "high"}


def elevshare(
    scheme: Block | None,
    net_cost: Block | None,
    storeys: Block | None,
    areas: Block | None = None,
    taking_part: Block | None = None,
    unit: Block | None = None,
    opt_out: Block | None = None,
) -> Result:
    """Each household's part of the net amount in yuan, in the shape of ``storeys``.

    >>> elevshare([["南京"]], [[600000.0]], [[3.0], [4.0], [None]], [[80.0], [100.0], [None]])
    [[260869.57], [339130.43], [None]]
    """
    found = scheme_of(scheme, "分摊")
    rule = part_of(found, found.share, "分摊")
    net = one_number(net_cost, "net_cost", MONEY)
    step = one_of(one(unit, "unit"), UNITS, label("unit"))
    method = method_of(rule, one_of(one(opt_out, "opt_out"), _OPT_OUTS, label("opt_out")))
    homes = households(storeys, areas, taking_part, measured=method.within is Within.AREA)
    weights = weights_of(found, rule, {flat.storey for flat in homes.flats})
    flats = homes.flats
    return homes.answer(_split(lambda: share(net, flats, weights, method, step), flats, weights))


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
    levels = {flat.storey for flat in flats}
    alike = dict.fromkeys(levels, WEIGHT_SCALE)
    weights = weights_of(found, rule, levels) if by_coefficient else alike
    return homes.answer(
        _split(lambda: upkeep_dues(net, flats, weights, method, sharing), flats, weights)
    )


def _split(
    split: Callable[[], list[int]], flats: Sequence[Flat], weights: Mapping[Storey, int]
) -> list[int]:
    """Amounts in fen; somebody must take part, on a storey that weighs something."""
    if not any(flat.taking_part for flat in flats):
        raise RefusalError(
            NUM, "没有任何一户参与", where=label("taking_part"), todo="请至少填一户 是"
        )
    unpaid = RefusalError(
        NUM,
        "参与各户所在楼层的系数全是 0，金额无处分摊",
        where=label("storeys"),
        todo="请检查楼层",
    )
    if not any(flat.taking_part and weights[flat.storey] for flat in flats):
        raise unpaid
    try:
        return split()
    except ValueError:  # a part of a weight so small that it is rounded to 0
        raise unpaid from None


def elevcoef(scheme: Block | None, storey: Block | None, top_storey: Block | None = None) -> Result:
    """Coefficients (or percentages: 5 is 5%) of storeys, in their shape.

    >>> elevcoef([["南京"]], [[4.0]]), elevcoef([["上海-七层平层入户"]], [[2.0]], [[7.0]])
    (1.3, 5.0)
    """
    found = scheme_of(scheme, "分摊")
    rule = part_of(found, found.share, "分摊")
    top = _top(found, rule, top_storey)
    return by_storey(storey, top, lambda at: weight_of(found, rule, at))


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
    return by_storey(storey, top, lambda at: _end(found, rule, at, key))


def _end(scheme: Scheme, rule: ShareRule, storey: int, key: str) -> int:
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
    storey: Block | None, top: int, of: Callable[[int], int], scale: int = WEIGHT_SCALE
) -> Result:
    """What holds for each storey of a block, up to the building's highest."""
    cells = needed(storey, "storey")
    shape, every = size(cells), flat(cells)
    rows = positions(every, "storey")
    kind = replace(STOREY, high=top, todo=whole(1, top).todo)
    levels = each(every, rows, partial(number, kind=kind), "storey", shape)
    return shaped({at: of(level) / scale for at, level in zip(rows, levels, strict=True)}, shape)
