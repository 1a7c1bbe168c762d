"""Every function by its Excel name; ask one for its answer, or for why it has none."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from elevshare_addin import grants, paying, sharing, telling, voting
from elevshare_addin.blocks import Block, Result, block, one, refuse_errors
from elevshare_addin.cells import text
from elevshare_addin.descriptions import label
from elevshare_addin.refusal import NA, VALUE, RefusalError

Work = Callable[..., Result]
RIGHT = "正确"


def elevcheck(
    name: Block | None,
    a1: Block | None = None,
    a2: Block | None = None,
    a3: Block | None = None,
    a4: Block | None = None,
    a5: Block | None = None,
    a6: Block | None = None,
    a7: Block | None = None,
    a8: Block | None = None,
    a9: Block | None = None,
    a10: Block | None = None,
) -> Result:
    """正确, or in Chinese why a function fails with these arguments.

    >>> elevcheck([["elevshare"]], [["南京"]], [["abc"]])
    '净额（net_cost）：「abc」不是数字。请填元，最多两位小数，可用 ROUND 取整。'
    """
    wanted = text(one(name, "name"), label("name"), "请填函数名，如 ELEVSHARE").upper()
    if wanted not in WORKS or wanted == "ELEVCHECK":
        known = "、".join(key for key in WORKS if key != "ELEVCHECK")
        raise RefusalError(
            NA, f"没有「{wanted}」这个函数", where=label("name"), todo=f"请填 {known} 之一"
        )
    return why(wanted, [a1, a2, a3, a4, a5, a6, a7, a8, a9, a10]) or RIGHT


WORKS: Mapping[str, Work] = {
    "ELEVSHARE": sharing.elevshare,
    "ELEVCOEF": sharing.elevcoef,
    "ELEVRANGE": sharing.elevrange,
    "SUBSIDY": grants.subsidy,
    "ELEVNET": grants.elevnet,
    "ELEVCOMP": grants.elevcomp,
    "ELEVLEASE": paying.elevlease,
    "ELEVFUND": paying.elevfund,
    "ELEVINSTALMENT": paying.elevinstalment,
    "ELEVUPKEEP": sharing.elevupkeep,
    "ELEVLATE": paying.elevlate,
    "ELEVVOTE": voting.elevvote,
    "RMBUPPER": paying.rmbupper,
    "ELEVSOURCE": telling.elevsource,
    "ELEVCHECK": elevcheck,
}


@cache
def parameters(name: str) -> tuple[str, ...]:
    """Names of a function's arguments, in order."""
    return tuple(inspect.signature(WORKS[name]).parameters)


def run(name: str, arguments: Sequence[object]) -> Result:
    """The answer of a function; missing arguments are ``None``.

    Raises:
        RefusalError: it has none.
    """
    names = parameters(name)
    blocks = [block(given) for given in arguments]
    blocks += [None] * (len(names) - len(blocks))
    if any(given is not None for given in blocks[len(names) :]):
        raise RefusalError(VALUE, f"{name} 只有 {len(names)} 个参数", todo="请删去多余的参数")
    if name != "ELEVCHECK":
        refuse_errors(names, blocks)
    return WORKS[name](*blocks[: len(names)])


def answer(name: str, arguments: Sequence[object]) -> Result:
    """The answer of a function as Excel gets it: an error is the text of its name.

    >>> answer("ELEVNET", [600000.0, 200000.0]), answer("ELEVNET", [600000.0, 700000.0])
    (400000.0, '#NUM!')
    """
    try:
        return run(name, arguments)
    except RefusalError as refusal:
        return refusal.code


def why(name: str, arguments: Sequence[object]) -> str:
    """Why a function fails with these arguments, in Chinese; empty where it does not.

    >>> why("ELEVNET", [600000.0, "x"])
    '补贴（subsidy）：「x」不是数字。请填元，最多两位小数，可用 ROUND 取整。'
    """
    try:
        run(name, arguments)
    except RefusalError as refusal:
        return str(refusal)
    return ""
