"""Read many books, and note why each of the others could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from elevshare.collecting.gather import Found
from elevshare.collecting.read_book import read_book
from elevshare.collecting.record import BuildingRecord, Collection, Refusal, refusal
from elevshare.errors import InputError


def collected(
    files: Iterable[Found],
    step: Callable[[], object] = lambda: None,
    read: Callable[[Found], BuildingRecord] = read_book,
) -> Collection:
    """Read some files; one that cannot be read does not stop the others.

    Args:
        files: in the order in which they are to be listed.
        step: is called after each file.
        read: reads one file.
    """
    buildings: list[BuildingRecord] = []
    refusals: list[Refusal] = []
    for found in files:
        try:
            buildings.append(read(found))
        except InputError as error:
            refusals.append(refusal(found.name, error))
        step()
    return Collection(tuple(buildings), tuple(refusals))
