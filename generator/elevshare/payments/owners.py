"""The households of a book that a name belongs to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from elevshare.vocabulary import folded, visible, words

#: What stands between the names of several owners.
_BETWEEN = re.compile(r"[、,;/&|\n]")
#: The same, unless it is a part of a name such as 王和平: then a single character would be left.
_AND = re.compile("[和与及]")
_ASIDE = re.compile(r"\(.*?\)|等(?:\d+人)?$")
_MASK = "*"
#: A single character in a remark is no name; no name is longer.
_SHORTEST, _LONGEST = 2, 20


class Owners:
    """The owners of a book's households, by their full names.

    >>> owners = Owners({"301": "王建国、李梅", "302": "张 三"})
    >>> owners.paying("王建国"), owners.mentioned("替张三交"), owners.alike("李*")
    (frozenset({'301'}), frozenset({'302'}), frozenset({'301'}))
    """

    def __init__(self, owners: Mapping[str, str]) -> None:
        self._names = {room: names_of(owner) for room, owner in owners.items()}

    def paying(self, payer: str) -> frozenset[str]:
        """Return the rooms whose owner a payer is; several where people have the same name."""
        paying = names_of(payer)
        return frozenset(room for room, names in self._names.items() if names & paying)

    def mentioned(self, remark: str) -> frozenset[str]:
        """Return the rooms whose owner a remark names."""
        text = folded(remark)
        every = {name for names in self._names.values() for name in names if len(name) >= _SHORTEST}
        said = {name for name in every if name in text}
        whole = {one for one in said if not any(one != other and one in other for other in said)}
        return frozenset(room for room, names in self._names.items() if names & whole)

    def alike(self, payer: str) -> frozenset[str]:
        """Return the rooms whose owner may be a payer with some characters hidden (王*国)."""
        text = _ASIDE.sub("", folded(payer))
        if _MASK not in text or not text.strip(_MASK) or len(text) > _LONGEST:
            return frozenset()
        pattern = re.compile(re.sub(r"\\\*(?:\\\*)*", ".+", re.escape(text)))
        return frozenset(
            room for room, names in self._names.items() if any(map(pattern.fullmatch, names))
        )


def names_of(owner: str) -> frozenset[str]:
    """Return the names in an owner's cell.

    >>> sorted(names_of("王建国、李梅")), names_of("张　三"), names_of("王和平"), names_of("—")
    (['李梅', '王建国'], frozenset({'张三'}), frozenset({'王和平'}), frozenset())
    """
    found = set[str]()
    for part in _BETWEEN.split(_ASIDE.sub("", visible(owner).strip())):
        pieces = _AND.sub(" ", part).split()
        apart = all(len(piece) >= _SHORTEST for piece in pieces)
        found.update(map(folded, pieces) if apart else [folded(part)])
    return frozenset(
        name for name in found if len(name) >= _SHORTEST and name not in words("业主", "没有")
    )
