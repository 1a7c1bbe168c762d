"""The households of one stairwell, read from the cells that an accountant picked."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.rules.share import Flat
from elevshare_addin.blocks import Block, Result, beside, filled, needed, place, shaped, size
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
    shape = size(cells)
    sizes = beside(areas, "areas", cells, "storeys")
    words = beside(taking_part, "taking_part", cells, "storeys")
    alone = areas is None or size(areas) == (1, 1)
    if measured:
        needed(areas, "areas")
    found = [
        (
            at,
            number(cell, STOREY, place("storeys", shape, at)),
            _area(sizes, at, shape, measured),
            True if words is None else yes(words[at], place("taking_part", shape, at), blank=True),
        )
        for at, cell in filled(cells, "storeys")
    ]
    if sizes is not None and not alone and measured:
        _refuse_orphans(sizes, {row[0] for row in found}, shape)
    flats = [Flat("", storey, area, "", takes) for _, storey, area, takes in found]
    return Households(flats, [row[0] for row in found], shape)


def _area(sizes: list[Cell] | None, at: int, shape: tuple[int, int], measured: bool) -> int:
    """An area in 0.01 m²; 1 where areas do not count, so that nothing depends on it."""
    if not measured or sizes is None:
        return 1
    return number(sizes[at], AREA, place("areas", shape, at))


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
