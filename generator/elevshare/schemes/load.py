"""Read scheme files; malformed ones are refused with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from elevshare.errors import InputError
from elevshare.schemes import index
from elevshare.schemes.cite import cited
from elevshare.schemes.days import first_day, last_day
from elevshare.schemes.law import read_law
from elevshare.schemes.model import Dated, Document, Scheme, SchemeSource
from elevshare.schemes.parts import (
    compensation,
    consent,
    fund,
    lease,
    rides,
    share,
    subsidy,
    upkeep,
)
from elevshare.schemes.status import KINDS, STATUSES
from elevshare.schemes.versions import labels
from elevshare.text import shown
from elevshare.toml_table import Table, parse

Part = TypeVar("Part", bound=Dated)
#: A year or a date, as the name of a version.
_DAY = re.compile("[0-9]{4}(-[0-9]{2}-[0-9]{2})?")
#: Part of a scheme → how it is read.
_READ: dict[str, Callable[[Table, set[str]], Any]] = {
    "share": share.read,
    "subsidy": subsidy.read,
    "compensation": compensation.read,
    "consent": consent.read,
    "fund": fund.read,
    "upkeep": upkeep.read,
    "lease": lease.read,
    "rides": rides.read,
}


@cache
def load_all() -> tuple[Scheme, ...]:
    """Return all schemes, sorted by id."""
    return tuple(map(shipped, index.ids()))


@cache
def stating(part: str) -> tuple[Scheme, ...]:
    """Return the schemes that have a part, a key of ``CONTENTS``; other files are not read.

    >>> "咸阳" in [scheme.name for scheme in stating("consent")]
    True
    """
    return tuple(shipped(entry.id) for entry in index.entries() if part in entry.parts)


def find(name: str) -> Scheme:
    """Return a scheme by its id or Chinese name, also a former one; other files are not read.

    A year or a date after ``@`` chooses the version that was in force then, at the end of the year;
    otherwise the scheme has its newest version, and ``Scheme.on`` chooses by a day.

    Raises:
        InputError: there is none; the message suggests the most similar name.

    >>> find("nanjing").city, find("南京").id
    ('南京', 'nanjing')
    >>> find("长春@2022").key, find("长春").key
    ('changchun@2021', 'changchun@2024')
    """
    if entry := index.named(name):
        return versioned(shipped(entry.id), name)
    raise unknown(name)


def versioned(scheme: Scheme, name: str) -> Scheme:
    """Return the version of a scheme that a name has after ``@``, the scheme itself without one.

    Raises:
        InputError: it is no year and no date, or there is only one version.
    """
    _, sign, day = name.replace("＠", "@").strip().partition("@")
    if not sign:
        return scheme
    known = scheme.versions and _DAY.fullmatch(day) and _is_day(last_day(day))
    if known and not _before_all(scheme, last_day(day)):
        return scheme.on(last_day(day)).pinned()
    listed = "、".join(f"{scheme.name}@{label}" for label in scheme.labels)
    todo = f"请写 {listed}" if listed else f"这个方案只有一版，请只写 {scheme.name}"
    raise InputError(f"没有「{shown(name)}」这个方案", todo=todo)


def _before_all(scheme: Scheme, day: str) -> bool:
    """Return whether every rule with several versions began after a day."""
    firsts = [every[0].law.in_force for every in scheme.versions.values()]
    return all(first and first_day(first) > day for first in firsts)


def _is_day(text: str) -> bool:
    """Return whether a text of the right form is a day of the calendar."""
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def unknown(name: str) -> InputError:
    """Return the error that there is no such scheme, with the most similar id or name."""
    from difflib import get_close_matches

    wanted = name.strip().casefold()
    names = [name for entry in index.entries() for name in (entry.id, entry.name)]
    near = get_close_matches(wanted, names, n=1, cutoff=0.4)
    hint = f"是不是想用「{near[0]}」？" if near else ""
    todo = f"{hint}全部方案请运行 elevshare schemes 查看"
    return InputError(f"没有「{shown(name)}」这个方案", todo=todo)


@cache
def shipped(id: str) -> Scheme:
    """Return the scheme with an id."""
    return read_scheme(Path(index.FOLDER, f"{id}.toml"))


def read_scheme(path: Path) -> Scheme:
    """Read one scheme file.

    Raises:
        InputError: unknown keys, missing sources, gaps or overlaps, with file and line.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("不是 UTF-8 文本", where=path.name, todo="请另存为 UTF-8") from None
    root = parse(text, path.name)
    sources = tuple(_source(table) for table in root.tables("source"))
    keys = {source.key for source in sources}

    parts: dict[str, tuple[Any, ...]] = {"document": _versions(root, "document", keys, _document)}
    parts |= {
        part: _versions(root, part, keys, read) for part, read in _READ.items() if root.has(part)
    }
    several = {part: every for part, every in parts.items() if len(every) > 1}
    scheme = Scheme(
        id=root.text("id"),
        city=root.text("city"),
        name=root.text("name"),
        status=root.choice("status", {status: status for status in STATUSES}),
        summary=root.text("summary"),
        sources=sources,
        formerly=tuple(filter(None, root.text("formerly", "").split("、"))),
        versions=MappingProxyType(several),
        version=(labels(several) or ("",))[-1],
        **{part: every[-1] for part, every in parts.items()},
    )
    stem = path.name.removesuffix(".toml")
    if scheme.id != stem:
        raise root.wrong("id", f"是「{scheme.id}」，与文件名不同", f"请改成「{stem}」")
    root.done()
    return scheme


def _versions(
    root: Table, key: str, keys: set[str], read: Callable[[Table, set[str]], Part]
) -> tuple[Part, ...]:
    """Read all versions of a part, the oldest first; each but the first says when it begins."""
    tables = root.several(key)
    found: list[Part] = []
    for table in tables:
        one = read(table, keys)
        if found and first_day(one.law.in_force) <= first_day(found[-1].law.in_force):
            where = table.where("in_force")
            raise InputError(f"「{key}」的各版没有从旧到新排列，或没有写施行的日期", where=where,
                             todo="第二版起每版写 in_force，比前一版的晚")  # fmt: skip
        found.append(one)
    if not found:
        raise root.wrong(key, "没有填写", "请补上这一节")
    return tuple(found)


def _source(table: Table) -> SchemeSource:
    """Read one ``[[source]]``."""
    source = SchemeSource(
        key=table.text("key"),
        title=table.text("title"),
        publisher=table.text("publisher"),
        date=table.text("date"),
        kind=table.choice("kind", {kind: kind for kind in KINDS}),
    )
    table.done()
    return source


def _document(table: Table, keys: set[str]) -> Document:
    """Read the ``[document]`` of a scheme."""
    document = Document(
        title=table.text("title"),
        issuer=table.text("issuer"),
        number=table.text("number"),
        date=table.text("date"),
        article=table.text("article"),
        source=cited(table, keys),
        law=read_law(table),
    )
    table.done()
    return document
