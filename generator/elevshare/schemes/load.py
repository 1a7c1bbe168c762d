"""Read scheme files; malformed ones are refused with file and line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from elevshare.errors import InputError
from elevshare.schemes import index
from elevshare.schemes.cite import cited
from elevshare.schemes.model import Document, Scheme, SchemeSource
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
from elevshare.text import shown
from elevshare.toml_table import Table, parse

Part = TypeVar("Part")


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

    Raises:
        InputError: there is none; the message suggests the most similar name.

    >>> find("nanjing").city, find("南京").id
    ('南京', 'nanjing')
    """
    if entry := index.named(name):
        return shipped(entry.id)
    raise unknown(name)


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

    def part(root: Table, key: str, read: Callable[[Table, set[str]], Part]) -> Part | None:
        return read(root.table(key), keys) if root.has(key) else None

    scheme = Scheme(
        id=root.text("id"),
        city=root.text("city"),
        name=root.text("name"),
        status=root.choice("status", {status: status for status in STATUSES}),
        summary=root.text("summary"),
        document=_document(root.table("document"), keys),
        sources=sources,
        share=part(root, "share", share.read),
        subsidy=part(root, "subsidy", subsidy.read),
        compensation=part(root, "compensation", compensation.read),
        consent=part(root, "consent", consent.read),
        fund=part(root, "fund", fund.read),
        upkeep=part(root, "upkeep", upkeep.read),
        lease=part(root, "lease", lease.read),
        rides=part(root, "rides", rides.read),
        formerly=tuple(filter(None, root.text("formerly", "").split("、"))),
    )
    stem = path.name.removesuffix(".toml")
    if scheme.id != stem:
        raise root.wrong("id", f"是「{scheme.id}」，与文件名不同", f"请改成「{stem}」")
    root.done()
    return scheme


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
    )
    table.done()
    return document
