"""Find a scheme and what it says; ``#N/A`` where there is none or it says nothing."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TypeVar

from elevshare.errors import InputError
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, Storey
from elevshare.schemes import Scheme, find, load_all, stating
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.days import today
from elevshare.schemes.parts.share import WHOLE_PERCENT, ShareRule
from elevshare_addin.blocks import Block, one
from elevshare_addin.cells import text
from elevshare_addin.descriptions import label
from elevshare_addin.refusal import NA, NUM, RefusalError

Part = TypeVar("Part")

#: What the parts of a scheme are called, in the order in which a message lists them.
PARTS = {
    CONTENTS[part]: part
    for part in (
        "share", "subsidy", "compensation", "consent", "fund", "upkeep", "lease", "rides",
    )
}  # fmt: skip
#: How many schemes a message names.
_FEW = 4
#: As many characters of a name as a message repeats.
_LONG = 40


def scheme_of(cells: Block | None, word: str = "", name: str = "scheme") -> Scheme:
    """A scheme by its id or Chinese name, in the version of today or the one named after ``@``.

    Args:
        cells: the argument.
        word: which part of it is asked for; the message names schemes that state it.
        name: what the argument is called.

    Raises:
        RefusalError: nothing is filled in, or there is none of that name.
    """
    wanted = text(one(cells, name), label(name), "请填方案的编号或中文名，如 南京")
    try:
        return find(wanted).on(today())
    except InputError as error:
        todo = _nearest(wanted.casefold(), word) + _some(wanted, word)
        if "@" in wanted and error.todo.startswith(("请写", "这个方案")):
            todo = error.todo
        brief = wanted if len(wanted) <= _LONG else f"{wanted[:_LONG]}…"
        raise RefusalError(NA, f"没有「{brief}」这个方案", where=label(name), todo=todo) from None


def part_of(scheme: Scheme, part: Part | None, word: str, name: str = "scheme") -> Part:
    """A part of a scheme.

    Raises:
        RefusalError: the scheme does not state it; the message names some that do.
    """
    if part is None:
        raise RefusalError(
            NA,
            f"方案「{scheme.name}」没有{word}的规定",
            where=label(name),
            todo=f"请换一个方案，{_some(scheme.city, word)}",
        )
    return part


def _having(word: str) -> tuple[Scheme, ...]:
    """The schemes that state something; all of them where nothing is asked for."""
    return stating(PARTS[word]) if word else load_all()


def _nearest(wanted: str, word: str) -> str:
    """The name or id most like what was typed, of the schemes that have what is asked for."""
    names = [name for scheme in _having(word) for name in (scheme.id, scheme.name)]
    near = get_close_matches(wanted, names, n=1, cutoff=0.4)
    return f"是不是想用「{near[0]}」？" if near else ""


def _some(near: str, word: str) -> str:
    """A few schemes that have what is asked for: of that city first, those without numbers last."""

    def order(scheme: Scheme) -> tuple[bool, bool]:
        part = getattr(scheme, PARTS[word]) if word else scheme
        status = getattr(part, "status", scheme.status)
        bare = status == "待填" or not getattr(part, "computable", True)
        return bare, scheme.city not in near

    names = [scheme.name for scheme in sorted(_having(word), key=order)[:_FEW]]
    about = f"有{word}规定的方案如" if word else "方案如"
    return f"{about} {'、'.join(names)}；全部方案见手册“加载项函数”"


def fund_scheme(cells: Block | None) -> Scheme:
    """A scheme with a provident fund's rule, by city, name or id; as ``scheme_of`` of today."""
    wanted = text(one(cells, "city"), label("city"), "请填城市名，如 南京").casefold()
    having = stating("fund")
    place, at, day = wanted.partition("@")
    for scheme in having:
        if place in (scheme.city, scheme.id, scheme.name.casefold()):
            return scheme_of([[f"{scheme.name}{at}{day}"]], "公积金", "city")
    known = "、".join(one.city for one in having)
    raise RefusalError(
        NA, f"没有「{wanted}」的公积金规定", where=label("city"), todo=f"已有的城市：{known}"
    )


def weight_of(scheme: Scheme, rule: ShareRule, storey: Storey) -> int:
    """Weight of a storey in 1/10,000; what lies below storey 1 has none: 0.

    Raises:
        RefusalError: the source of the scheme has none (待填), or none of half storeys.
    """
    if storey < 1:
        return 0
    weight = rule.weight(storey)
    if weight is None:
        raise RefusalError(
            NA,
            f"方案「{scheme.name}」没有第 {storey} 层的系数{'' if storey % 1 else '（待填）'}",
            where=label("scheme"),
            todo=f"半层的系数由业主约定，ELEVSHARE 里填在{label('own_weights')}"
            if storey % 1
            else "请核对楼层，或换一个方案",
        )
    return weight.value


def weights_of(scheme: Scheme, rule: ShareRule, flats: Sequence[Flat]) -> dict[Storey, int]:
    """Weights of the storeys of flats; percentages must sum to 100 up to the highest storey.

    A storey on which every flat has terms of its own needs none.

    Raises:
        RefusalError: one is missing, or percentages do not make 100.
    """
    ruled = {one.storey for one in flats if one.own_weight is None and not one.pays_fixed}
    weights = {storey: weight_of(scheme, rule, storey) for storey in sorted(ruled)}
    top = int(max(one.storey for one in flats))
    if rule.percent and ruled and top >= 1:
        total = sum(weight_of(scheme, rule, storey) for storey in range(1, top + 1))
        if total != WHOLE_PERCENT:
            made = f"，该方案用于 {rule.storeys} 层的楼" if rule.storeys else ""
            raise RefusalError(
                NUM,
                f"方案「{scheme.name}」1 到 {top} 层的百分比合计 {total / 10_000:g}%，不是 100%",
                where=label("scheme"),
                todo=f"请核对楼层{made}",
            )
    return weights


def method_of(
    rule: ShareRule, opt_out: OptOut = OptOut.ALL, carriers: frozenset[Storey] = frozenset()
) -> Method:
    """How a scheme shares, and who carries a gap."""
    return Method(SplitForm(rule.form), rule.within, opt_out, carriers)
