"""What must hold before a net amount is split: somebody to pay it, sums that it covers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from elevshare.money import yuan
from elevshare.rules.share import Flat, Method, OptOut, Storey, carrying_size
from elevshare_addin.blocks import Block, each, flat, needed, size
from elevshare_addin.cells import Cell, empty, storey_of
from elevshare_addin.descriptions import label
from elevshare_addin.refusal import NUM, VALUE, RefusalError

_CHOSEN = "指定楼层"
OPT_OUTS = {"全体": OptOut.ALL, "同层": OptOut.FLOOR, _CHOSEN: OptOut.CHOSEN}
#: What stands between the storeys of one text; several numbers are never taken for one.
_BETWEEN = re.compile("[,;、 \t\r\n]+")


def carriers_of(cells: Block | None, opt_out: OptOut) -> frozenset[Storey]:
    """The storeys that carry the gap: cells with one each, or texts such as 5,6,7.

    Raises:
        RefusalError: no storey, none where some must be named, or some where none are asked for.

    >>> sorted(carriers_of([["5，6、7层", 8.0]], OptOut.CHOSEN))
    [5, 6, 7, 8]
    """
    given = [] if cells is None else flat(needed(cells, "carriers"))
    filled = [at for at, cell in enumerate(given) if not empty(cell)]
    if opt_out is OptOut.CHOSEN and not filled:
        todo = "请填由哪几层承担，如 5,6,7"
        raise RefusalError(VALUE, "没有填写", where=label("carriers"), todo=todo)
    if opt_out is not OptOut.CHOSEN and filled:
        todo = f"请不要填这个参数，或把{label('opt_out')}改为 {_CHOSEN}"
        raise RefusalError(
            VALUE, f"用不上：退出份额不是 {_CHOSEN}", where=label("carriers"), todo=todo
        )
    shape = (1, 1) if cells is None else size(cells)
    named = each(given, filled, _storeys, "carriers", shape)
    return frozenset(one for several in named for one in several)


def _storeys(cell: Cell) -> tuple[Storey, ...]:
    """The storeys of one cell."""
    if not isinstance(cell, str):
        return (storey_of(cell),)
    words = [word for word in _BETWEEN.split(unicodedata.normalize("NFKC", cell)) if word]
    return tuple(map(storey_of, words or [cell]))


def refuse_fixed(net: int, flats: Sequence[Flat]) -> None:
    """Refuse fixed sums above the net amount, or below it with nobody to share the rest."""
    fixed = [flat.fixed or 0 for flat in flats if flat.pays_fixed]
    told = f"各户定额合计 {yuan(sum(fixed))} 元"
    if sum(fixed) > net:
        raise RefusalError(
            NUM,
            f"{told}，超过净额 {yuan(net)} 元",
            where=label("fixed"),
            todo="请改小定额，或核对净额",
        )
    if fixed and sum(fixed) < net and len(fixed) == sum(flat.taking_part for flat in flats):
        raise RefusalError(
            NUM,
            f"参与的各户都填了定额，{told}，净额还差 {yuan(net - sum(fixed))} 元无处分摊",
            where=label("fixed"),
            todo="请至少留一户不填定额，由它按办法分摊",
        )


def refuse_gap(flats: Sequence[Flat], weights: Mapping[Storey, int], method: Method) -> None:
    """Refuse chosen storeys that have nobody to carry the part of those who stay out."""
    if method.opt_out is not OptOut.CHOSEN or all(flat.taking_part for flat in flats):
        return
    if not any(carrying_size(flat, weights, method) for flat in flats):
        raise RefusalError(
            NUM,
            "这些楼层里没有参与且有系数的住户，退出份额无人承担",
            where=label("carriers"),
            todo="请填别的楼层，或把退出份额改为 全体",
        )


def split(
    dues: Callable[[], list[int]], flats: Sequence[Flat], weights: Mapping[Storey, int]
) -> list[int]:
    """Amounts in fen; somebody must take part, with a weight or a fixed sum.

    Args:
        dues: works the amounts out.
        flats: the households.
        weights: storey → weight in 1/10,000.

    Raises:
        RefusalError: nobody takes part, or nobody who does weighs anything.
    """
    taking = [flat for flat in flats if flat.taking_part]
    if not taking:
        raise RefusalError(
            NUM, "没有任何一户参与", where=label("taking_part"), todo="请至少填一户 是"
        )
    unpaid = RefusalError(
        NUM,
        "按系数分摊的各户系数全是 0，金额无处分摊",
        where=label("storeys"),
        todo="请检查楼层",
    )
    ruled = [flat for flat in taking if not flat.pays_fixed]
    if ruled and not any(_weight(flat, weights) for flat in ruled):
        raise unpaid
    try:
        return dues()
    except ValueError:  # a part of a weight so small that it is rounded to 0
        raise unpaid from None


def _weight(flat: Flat, weights: Mapping[Storey, int]) -> int:
    """What a household counts with, before anybody stays out."""
    return weights.get(flat.storey, 0) if flat.own_weight is None else flat.own_weight
