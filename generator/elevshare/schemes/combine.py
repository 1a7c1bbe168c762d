"""Combine parts of several schemes, such as 南京's sharing with 厦门's compensation."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from elevshare.errors import InputError
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.model import Scheme

#: Part that a project may take from another scheme → its Chinese name.
PARTS = {part: CONTENTS[part] for part in ("subsidy", "compensation", "consent", "fund", "upkeep")}


def with_part(scheme: Scheme, part: str, other: Scheme) -> Scheme:
    """Return a scheme with one part of another scheme, and that part's source.

    Args:
        scheme: the scheme whose sharing rule stays.
        part: a key of ``PARTS``.
        other: the scheme that has the part.

    Raises:
        InputError: the other scheme does not have it.

    >>> from elevshare.schemes import find
    >>> both = with_part(find("nanjing"), "compensation", find("xiamen"))
    >>> both.id, both.source(both.compensation.source).title[:4]
    ('nanjing', '《典型案')
    """
    taken = getattr(other, part)
    if taken is None:
        raise InputError(
            f"方案「{other.name}」没有{PARTS[part]}的规定",
            todo="请换一个方案；elevshare schemes 列出每个方案有什么",
        )
    source = other.source(taken.source)
    key = f"{other.key}:{source.key}"
    note = f"取自方案「{other.name}」（{taken.status}）。{taken.note}"
    own = {which: every for which, every in scheme.versions.items() if which != part}
    return replace(
        scheme,
        versions=MappingProxyType(own),
        sources=(*scheme.sources, replace(source, key=key)),
        **{part: replace(taken, source=key, note=note)},
    )
