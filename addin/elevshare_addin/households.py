"""The households of one stairwell, read from the cells that an accountant picked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from elevshare.rules.share import Flat
from elevshare_addin.blocks import (
    Block,
    Result,
    beside,
    each,
    flat,
    needed,
    place,
    positions,
    shaped,
    size,
)
from elevshare_addin.cells import AREA, STOREY, Cell, empty, number, yes
from elevshare_addin.descriptions import label
from elevshare_addin.refusal import VALUE, RefusalError


@dataclass(frozen=True, slots=True)
class Households:
    """Flats in the order of their cells, with their positions in a block of a shape."""

    flats: list[Flat]
    positions: list[int]
    shape: tuple[int, int]

    def answer(self, fen: list[int]) -> Result:
        """Amounts in yuan where the storeys stand; only here do they become floats."""
        values = [amount / 100 for amount in fen]
        return shaped(dict(zip(self.positions, values, strict=True)), self.shape)


def households(
    storeys: Block | None, areas: Block | None, taking_part: Block | None = None, *, measured: bool
) -> Households:
    """Read storeys, areas and who takes part; a row without storey and area is skipped.

    Args:
        storeys: a whole number for each household.
        areas: its area in m², or one for all.
        taking_part: whether it takes part, or one word for all; empty is yes.
        measured: whether the areas count; where they do not, they may be missing.

    Raises:
        RefusalError: a cell cannot be read, or an area stands beside no storey or the other way round.
    """
    cells = needed(storeys, "storeys")
    shape, every = size(cells), flat(cells)
    sizes = beside(areas if measured else None, "areas", cells, "storeys")
    words = beside(taking_part, "taking_part", cells, "storeys")
    if measured:
        needed(areas, "areas")
    rows = positions(every, "storeys")
    if sizes is not None and areas is not None and size(areas) != (1, 1):
        _refuse_orphans(sizes, set(rows), shape)
    return Households(_flats(every, sizes, words, rows, shape), rows, shape)


def _flats(
    storeys: list[Cell],
    sizes: list[Cell] | None,
    words: list[Cell] | None,
    rows: list[int],
    shape: tuple[int, int],
) -> list[Flat]:
    """The flats of some rows; all that are alike share one record."""
    one = [1] * len(rows)
    surface, floor = partial(number, kind=AREA), partial(number, kind=STOREY)
    columns = (
        each(storeys, rows, floor, "storeys", shape),
        each(sizes, rows, surface, "areas", shape) if sizes else one,
        each(words, rows, yes, "taking_part", shape) if words else one,
    )
    keys = list(zip(*columns, strict=True))
    kinds = {key: Flat("", *key[:2], taking_part=bool(key[2])) for key in dict.fromkeys(keys)}
    return [kinds[key] for key in keys]


def _refuse_orphans(sizes: list[Cell], known: set[int], shape: tuple[int, int]) -> None:
    """Refuse an area beside which there is no storey."""
    if len(known) == len(sizes):
        return
    for at, cell in enumerate(sizes):
        if at not in known and not empty(cell):
            where = place("storeys", shape, at)
            raise RefusalError(
                VALUE, f"是空的，而{label('areas')}有数", where=where, todo="请补上楼层"
            )
