"""Which books are of the same building, and which of all are counted unless somebody decides."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from elevshare.collecting.record import BuildingRecord, State


def groups(buildings: Sequence[BuildingRecord]) -> list[int]:
    """The number (from 1) of the first book of the same building; 0 where there is but one.

    The same building is told by estate, building and entrance; where a book names none of them,
    only the same content is the same. All books of a group have its number, the first too.
    """
    keys = [_place(one) or (one.digest,) for one in buildings]
    times = Counter(keys)
    first: dict[tuple[str, ...], int] = {}
    for number, key in enumerate(keys, 1):
        first.setdefault(key, number)
    return [first[key] if times[key] > 1 else 0 for key in keys]


def counted(buildings: Sequence[BuildingRecord]) -> list[bool]:
    """Whether each is counted by default: it can be trusted, and is the first such of its group."""
    taken = set()
    decided = []
    for group, one in zip(groups(buildings), buildings, strict=True):
        counts = one.state is not State.DOUBTED and group not in taken
        decided.append(counts)
        if counts and group:
            taken.add(group)
    return decided


def _place(building: BuildingRecord) -> tuple[str, ...] | None:
    """Estate, building and entrance without what people write differently, if any is named."""
    words = (building.estate, building.building, building.entrance)
    plain = tuple("".join(unicodedata.normalize("NFKC", word).split()).lower() for word in words)
    return plain if any(plain) else None
