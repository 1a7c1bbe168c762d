"""Read scheme files; a malformed one is refused with file and line."""

from __future__ import annotations

from functools import cache
from os import DirEntry, scandir
from typing import TYPE_CHECKING

from elevshare.errors import InputError
from elevshare.rules.share import WEIGHT_PLACES, Form, Within
from elevshare.rules.subsidy import RATE_SCALE, Subsidy, Tier, fixed, stepped
from elevshare.schemes.model import (
    KINDS,
    MAX_LEVELS,
    MAX_TIERS,
    STATUSES,
    Document,
    Scheme,
    ShareRule,
    Source,
    SubsidyRule,
    Weight,
)
from elevshare.toml_table import Table, parse

if TYPE_CHECKING:
    from pathlib import Path  # not needed to run, and a tenth of what starting takes

_FORMS = {form.value: form for form in Form}
_WITHIN = {within.value: within for within in Within}
_RATE_PLACES = 4
_STEPPED = ("amount", "storey", "step", "lowest")


@cache
def load_all() -> tuple[Scheme, ...]:
    """Every scheme that ships, in the order of the ids."""
    with scandir(__file__.removesuffix("load.py")) as entries:
        files = sorted((e for e in entries if e.name.endswith(".toml")), key=lambda e: e.name)
    return tuple(read_scheme(file) for file in files)


def find(name: str) -> Scheme:
    """A scheme by its id or Chinese name.

    Raises:
        InputError: there is none; the message names the nearest.

    >>> find("nanjing").city, find("南京").id
    ('南京', 'nanjing')
    """
    wanted = name.strip().casefold()
    for scheme in load_all():
        if wanted in (scheme.id, scheme.name.casefold()):
            return scheme
    raise InputError(f"没有「{name}」这个方案", todo=_nearest(wanted))


def _nearest(wanted: str) -> str:
    """Advice that names the scheme most like what was asked for."""
    from difflib import get_close_matches

    names = [name for scheme in load_all() for name in (scheme.id, scheme.name)]
    near = get_close_matches(wanted, names, n=1, cutoff=0.4)
    hint = f"是不是想用「{near[0]}」？" if near else ""
    return f"{hint}全部方案请运行 elevshare schemes 查看"


def read_scheme(path: Path | DirEntry[str]) -> Scheme:
    """Read one scheme file.

    Raises:
        InputError: unknown keys, missing sources, gaps or overlaps, with file and line.
    """
    try:
        with open(path, encoding="utf-8-sig") as file:  # noqa: PTH123
            text = file.read()
    except UnicodeDecodeError:
        raise InputError("不是 UTF-8 文本", where=path.name, todo="请另存为 UTF-8") from None
    root = parse(text, path.name)
    sources = tuple(_source(table) for table in root.tables("source"))
    keys = {source.key for source in sources}
    scheme = Scheme(
        id=root.text("id"),
        city=root.text("city"),
        name=root.text("name"),
        status=root.choice("status", {status: status for status in STATUSES}),
        summary=root.text("summary"),
        document=_document(root.table("document"), keys),
        sources=sources,
        share=_share(root.table("share"), keys),
        subsidy=_subsidy(root.table("subsidy"), keys) if root.has("subsidy") else None,
    )
    stem = path.name.removesuffix(".toml")
    if scheme.id != stem:
        raise root.wrong("id", f"是「{scheme.id}」，与文件名不同", f"请改成「{stem}」")
    root.done()
    return scheme


def _source(table: Table) -> Source:
    """One ``[[source]]``."""
    source = Source(
        key=table.text("key"),
        title=table.text("title"),
        publisher=table.text("publisher"),
        date=table.text("date"),
        kind=table.choice("kind", {kind: kind for kind in KINDS}),
    )
    table.done()
    return source


def _number(table: Table, key: str, places: int, default: int | None = None) -> int:
    """A number of a scheme: none of them may be negative."""
    value = table.number(key, places, default)
    if value < 0:
        raise table.wrong(key, "不能是负数", "请改成 0 或正数")
    return value


def _rate(table: Table, key: str, default: int | None = None) -> int:
    """A rate or share between 0 and 1, in 1/10,000."""
    value = _number(table, key, _RATE_PLACES, default)
    if value > RATE_SCALE:
        raise table.wrong(key, "大于 1", "比例请填 0 到 1 之间的数，如 0.5")
    return value


def _cited(table: Table, keys: set[str]) -> str:
    """The ``source`` of a table: it must be there and be listed."""
    key = table.text("source")
    if key not in keys:
        raise table.wrong("source", f"引用了没有列出的来源「{key}」", "请在 [[source]] 中列出")
    return key


def _document(table: Table, keys: set[str]) -> Document:
    """The ``[document]`` of a scheme."""
    document = Document(
        title=table.text("title"),
        issuer=table.text("issuer"),
        number=table.text("number"),
        date=table.text("date"),
        article=table.text("article"),
        source=_cited(table, keys),
    )
    table.done()
    return document


def _share(table: Table, keys: set[str]) -> ShareRule:
    """The ``[share]`` rule: weights from storey 1 without gap, then perhaps "and so on"."""
    weights = tuple(_weights(table.tables("weight"), keys))
    onward = None
    if table.has("onward"):
        rest = table.table("onward")
        onward = Weight(
            _number(rest, "storey", 0), _number(rest, "step", WEIGHT_PLACES), _cited(rest, keys)
        )
        if not weights:
            raise rest.wrong("storey", "之前没有任何一层的系数", "请先列出 [[share.weight]]")
        if onward.storey != len(weights) + 1:
            raise rest.wrong(
                "storey", f"应接在第 {len(weights)} 层之后", f"请改成 {len(weights) + 1}"
            )
        rest.done()
    rule = ShareRule(
        form=table.choice("form", _FORMS),
        within=table.choice("within", _WITHIN),
        weights=weights,
        onward=onward,
        article=table.text("article"),
        note=table.text("note", ""),
        source=_cited(table, keys),
    )
    table.done()
    return rule


def _weights(tables: list[Table], keys: set[str]) -> list[Weight]:
    """The ``[[share.weight]]`` rows, storey by storey from 1."""
    weights = []
    for storey, table in enumerate(tables, 1):
        weight = Weight(
            _number(table, "storey", 0), _number(table, "value", WEIGHT_PLACES), _cited(table, keys)
        )
        if weight.storey != storey:
            raise table.wrong(
                "storey", f"是 {weight.storey}，重复或跳层", f"这里应是第 {storey} 层"
            )
        table.done()
        weights.append(weight)
    return weights


def _subsidy(table: Table, keys: set[str]) -> SubsidyRule:
    """The ``[subsidy]`` rule of any shape."""
    rule = Subsidy(
        tiers=_tiers(table, keys),
        rate=_rate(table, "rate") if table.has("rate") else None,
        cap=_number(table, "cap", 2) if table.has("cap") else None,
        reserved_shaft=_rate(table, "reserved_shaft", RATE_SCALE),
        exclusive=table.flag("exclusive", False),
        owners_minimum=_rate(table, "owners_minimum", 0),
        upkeep=_rate(table, "upkeep", 0),
        split=_split(table),
    )
    subsidy = SubsidyRule(
        rule=rule,
        status=table.choice("status", {status: status for status in STATUSES}),
        article=table.text("article"),
        note=table.text("note", ""),
        source=_cited(table, keys),
    )
    if len(rule.tiers) > MAX_TIERS:
        raise table.wrong("tier", f"超过 {MAX_TIERS} 档", "请合并相邻的分档")
    if len(rule.split) > MAX_LEVELS:
        raise table.wrong("split", f"超过 {MAX_LEVELS} 级", "请合并出资的级别")
    if rule.tiers and rule.rate is not None:
        raise table.wrong("rate", "与分档金额只能有一种", "请删去其中一种")
    if not subsidy.computable and rule.cap is None:
        raise table.wrong("cap", "、金额、分档、比例都没有填写", "请至少填写一种")
    table.done()
    return subsidy


def _tiers(table: Table, keys: set[str]) -> tuple[Tier, ...]:
    """One amount, a base ± step, or tiers by the highest level reached."""
    if table.has("amount"):
        return fixed(_number(table, "amount", 2))
    if table.has("stepped"):
        base = table.table("stepped")
        numbers = [_number(base, key, 2 if key in ("amount", "step") else 0) for key in _STEPPED]
        base.done()
        return stepped(*numbers)
    tiers: tuple[Tier, ...] = ()
    for row in table.tables("tier"):
        reach, odd = divmod(_number(row, "reach", 1), 5)
        if odd:
            raise row.wrong("reach", "只能是整层或半层", "请改成如 4 或 4.5 的数")
        tier = Tier(reach, _number(row, "amount", 2), _number(row, "step", 2, 0))
        if tiers and tier.reach <= tiers[-1].reach:
            raise row.wrong("reach", "没有高于上一档", "请按层数从低到高排列")
        _cited(row, keys)
        row.done()
        tiers = (*tiers, tier)
    return tiers


def _split(table: Table) -> tuple[tuple[str, int], ...]:
    """Levels of government and their shares, which must make the whole."""
    split = []
    for row in table.tables("split"):
        split.append((row.text("level"), _rate(row, "share")))
        row.done()
    if split and sum(share for _, share in split) != RATE_SCALE:
        raise table.wrong("split", "各级比例之和不是 1", "请改正各级的 share")
    return tuple(split)
