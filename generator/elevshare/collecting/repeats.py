"""Find books of the same building, and choose which books count by default."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from elevshare.collecting.record import BuildingRecord, State


def groups(buildings: Sequence[BuildingRecord]) -> list[int]:
    """The group of each book: the number (from 1) of the first book of the same building, else 0.

    Books with equal estate, building and entrance are of the same building. Of books that name
    none of them, only those with equal bytes are. A book that has no other has group 0.
    """
    keys = [_place(one) or (one.digest,) for one in buildings]
    times = Counter(keys)
    first: dict[tuple[str, ...], int] = {}
    for number, key in enumerate(keys, 1):
        first.setdefault(key, number)
    return [first[key] if times[key] > 1 else 0 for key in keys]


def counted(buildings: Sequence[BuildingRecord]) -> list[bool]:
    """Whether each book counts by default: it is the first of its group that can be trusted."""
    taken = set()
    decided = []
    for group, one in zip(groups(buildings), buildings, strict=True):
        counts = one.state is not State.DOUBTED and group not in taken
        decided.append(counts)
        if counts and group:
            taken.add(group)
    return decided


def _place(building: BuildingRecord) -> tuple[str, ...] | None:
    """Estate, building and entrance without blanks, width and capitals; ``None`` if all are empty."""
    words = (building.estate, building.building, building.entrance)
    plain = tuple("".join(unicodedata.normalize("NFKC", word).split()).lower() for word in words)
    return plain if any(plain) else None
