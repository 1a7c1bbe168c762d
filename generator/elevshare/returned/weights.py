"""The weights and intervals of a book that came back, against those that its scheme ships."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.returned.cells import Cells, at
from elevshare.returned.singles import Singles
from elevshare.rules.share import WEIGHT_SCALE
from elevshare.schemes.parts.share import ShareRule, Weight
from elevshare.workbook.field import MAX_COEFFICIENT
from elevshare.workbook.places import Block
from elevshare.workbook.subjects.sharing.inputs import COEFFICIENTS, INTERVALS, KINDS, kind_of

_PERCENT = "100"


def with_weights(project: Project, cells: Cells, singles: Singles, block: Block) -> Project:
    """The project with the book's weights: those that differ are the owners' own."""
    found = {row + 1: _weight(cells, block, row) for row in range(block.count)}
    bounds = {row + 1: _interval(cells, block, row) for row in range(block.count)}
    shipped = project.scheme.sharing
    words = dict(zip(KINDS, KINDS, strict=True))
    kind = singles.choice("weight_kind", words, kind_of(shipped))
    rule = _emptied(shipped, project, found, bounds)
    rule = replace(rule, percent=kind != COEFFICIENTS, intervals=kind == INTERVALS)
    known = replace(project, scheme=replace(project.scheme, share=rule))
    return replace(
        known,
        weights={s: w for s, w in found.items() if w is not None and w != known.weight(s)},
        intervals={s: b for s, b in bounds.items() if b is not None and b != known.interval(s)},
    )


def _weight(cells: Cells, block: Block, row: int) -> int | None:
    """One storey's weight, ``None`` where it is blank; as the book bounds it."""
    place = at(block, row)("weight")
    found = cells.number(place, f"第 {row + 1} 层系数", WEIGHT_SCALE, "0", MAX_COEFFICIENT)
    most = int(MAX_COEFFICIENT) * WEIGHT_SCALE
    return None if found.blank else min(most, max(0, found.units))


def _interval(cells: Cells, block: Block, row: int) -> tuple[int, int] | None:
    """One storey's interval, where both of its ends are there."""
    here = at(block, row)
    low, high = (
        cells.number(here(key), f"第 {row + 1} 层区间", WEIGHT_SCALE, "0", _PERCENT)
        for key in ("low", "high")
    )
    return (low.units, high.units) if low.right and high.right else None


def _emptied(
    rule: ShareRule,
    project: Project,
    found: dict[int, int | None],
    bounds: dict[int, tuple[int, int] | None],
) -> ShareRule:
    """The rule without what the book has been emptied of; the same rule where nothing has."""
    weights = {storey: rule.weight(storey) for storey in found}
    gone = [s for s, weight in weights.items() if weight and found[s] is None]
    loose = [s for s in found if project.interval(s) and bounds[s] is None]
    if not gone and not loose:
        return rule
    kept = (weight for storey, weight in weights.items() if weight and storey not in gone)
    return replace(rule, weights=tuple(_loosened(one, loose) for one in kept), onward=None)


def _loosened(weight: Weight, loose: list[int]) -> Weight:
    """A weight without its interval, where the book has none for its storey."""
    return replace(weight, low=None, high=None) if weight.storey in loose else weight
