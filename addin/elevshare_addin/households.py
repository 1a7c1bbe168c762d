"""The households of one stairwell, read from the cells that an accountant picked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

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
from elevshare_addin.cells import (
    AREA,
    MONEY,
    WEIGHT,
    Cell,
    NumberKind,
    empty,
    number,
    numbers,
    storey_of,
    yes,
)
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
    storeys: Block | None,
    areas: Block | None,
    taking_part: Block | None = None,
    own_weights: Block | None = None,
    fixed: Block | None = None,
    *,
    measured: bool,
) -> Households:
    """Read storeys and what stands beside them; a row without storey and area is skipped.

    Args:
        storeys: a storey for each household, 5.5 where the lift stops between two.
        areas: its area in m², or one for all.
        taking_part: whether it takes part, or one word for all; empty is yes.
        own_weights: a weight in place of its storey's; empty where it has none.
        fixed: a sum in yuan in place of a share by the rule; empty where it has none.
        measured: whether the areas count; where they do not, they may be missing.

    Raises:
        RefusalError: a cell cannot be read, or something stands beside no storey, or no area does.
    """
    cells = needed(storeys, "storeys")
    shape, every = size(cells), flat(cells)
    if measured:
        needed(areas, "areas")
    given = {
        "areas": areas if measured else None,
        "taking_part": taking_part,
        "own_weights": own_weights,
        "fixed": fixed,
    }
    columns = {name: beside(one, name, cells, "storeys") for name, one in given.items()}
    rows = positions(every, "storeys")
    for name in ("areas", "own_weights", "fixed"):
        if (one := given[name]) is not None and size(one) != (1, 1):
            _refuse_orphans(columns[name] or [], name, set(rows), shape)
    return Households(_flats(every, columns, rows, shape), rows, shape)


def _optional(kind: NumberKind) -> Callable[[Cell], int | None]:
    """Read a number that may be empty."""
    return lambda cell: None if empty(cell) else number(cell, kind)


def _usual(name: str) -> Callable[[Sequence[Cell]], list[Any] | None]:
    """Read a whole column where nothing in it is unusual: areas, which differ from flat to flat."""
    return partial(numbers, kind=AREA) if name == "areas" else lambda _: None


#: Column → how a cell of it is read, and what holds where the column is left out.
_READ: Mapping[str, tuple[Callable[[Cell], Any], Any]] = {
    "areas": (partial(number, kind=AREA), 1),
    "taking_part": (yes, True),
    "own_weights": (_optional(WEIGHT), None),
    "fixed": (_optional(MONEY), None),
}


def _flats(
    storeys: list[Cell],
    columns: Mapping[str, list[Cell] | None],
    rows: list[int],
    shape: tuple[int, int],
) -> list[Flat]:
    """The flats of some rows; all that are alike share one record."""
    read = [each(storeys, rows, storey_of, "storeys", shape)]
    for name, cells in columns.items():
        reader, otherwise = _READ[name]
        if cells:
            read.append(each(cells, rows, reader, name, shape, _usual(name)))
        else:
            read.append([otherwise] * len(rows))
    keys = list(zip(*read, strict=True))
    kinds = {key: _flat(*key) for key in dict.fromkeys(keys)}
    return [kinds[key] for key in keys]


def _flat(level: float, area: int, takes: bool, own: int | None, fixed: int | None) -> Flat:
    """One household."""
    return Flat("", level, area, taking_part=takes, own_weight=own, fixed=fixed)


def _refuse_orphans(found: list[Cell], name: str, known: set[int], shape: tuple[int, int]) -> None:
    """Refuse what stands beside no storey."""
    if len(known) == len(found):
        return
    for at, cell in enumerate(found):
        if at not in known and not empty(cell):
            where = place("storeys", shape, at)
            raise RefusalError(
                VALUE, f"是空的，而{label(name)}有数", where=where, todo="请补上楼层"
            )
