"""Read the weights and intervals of a returned book, and compare them with the scheme."""

from __future__ import annotations

from dataclasses import replace

from elevshare.project import Project
from elevshare.rules.share import MAX_WEIGHT, Storey
from elevshare.schemes.parts.share import ShareRule, Weight
from elevshare.workbook.field import as_they_are
from elevshare.workbook.plan import Plan
from elevshare.workbook.reading.numbers import spelled
from elevshare.workbook.reading.rows import InputRow, Typed
from elevshare.workbook.subjects.sharing.inputs import (
    COEFFICIENTS,
    HOUSEHOLDS,
    INTERVALS,
    KINDS,
    weight_kind_of,
)


def with_weights(project: Project, typed: Typed) -> Project:
    """The project with the book's weights: those that differ are the owners' own."""
    rows = list(typed.rows("coefficients"))
    stops = stops_of(typed)
    found = {stops[row.index]: _weight(row, stops[row.index]) for row in rows}
    bounds = {stops[row.index]: _interval(row, stops[row.index]) for row in rows}
    shipped = project.scheme.sharing
    kinds = as_they_are((*KINDS, HOUSEHOLDS))
    kind = typed.singles.choice("weight_kind", kinds, weight_kind_of(shipped))
    rule = _emptied(shipped, project, found, bounds)
    if kind != HOUSEHOLDS:
        rule = replace(rule, percent=kind != COEFFICIENTS, intervals=kind == INTERVALS)
    known = replace(
        project,
        scheme=replace(project.scheme, share=rule),
        by_household=kind == HOUSEHOLDS,
        method=replace(project.method, carriers=_carriers(rows, stops)),
    )
    return replace(
        known,
        weights={s: w for s, w in found.items() if w is not None and w != known.weight(s)},
        intervals={s: b for s, b in bounds.items() if b is not None and b != known.interval(s)},
    )


def stops_of(typed: Typed) -> tuple[Storey, ...]:
    """The storeys of the book's rows."""
    plan = typed.plan
    assert isinstance(plan, Plan)
    return plan.stops


def _carriers(rows: list[InputRow], stops: tuple[Storey, ...]) -> frozenset[Storey]:
    """The storeys that are chosen to carry the gap, in a book that asks for them."""
    asked = (row for row in rows if "carries" in row)
    return frozenset(stops[row.index] for row in asked if row.truth("carries", spelled) is True)


def _weight(row: InputRow, storey: Storey) -> int | None:
    """A storey's weight within the book's bounds; ``None`` if it is blank."""
    found = row.number("weight", f"第 {storey:g} 层系数")
    return None if found.blank else min(MAX_WEIGHT, max(0, found.units))


def _interval(row: InputRow, storey: Storey) -> tuple[int, int] | None:
    """A storey's interval; ``None`` without both ends."""
    low, high = (row.number(key, f"第 {storey:g} 层区间") for key in ("low", "high"))
    return (low.units, high.units) if low.right and high.right else None


def _emptied(
    rule: ShareRule,
    project: Project,
    found: dict[Storey, int | None],
    bounds: dict[Storey, tuple[int, int] | None],
) -> ShareRule:
    """The rule without what was deleted in the book; the same object if nothing was."""
    weights = {storey: rule.weight(storey) for storey in found}
    gone = [s for s, weight in weights.items() if weight and found[s] is None]
    loose = [s for s in found if project.interval(s) and bounds[s] is None]
    if not gone and not loose:
        return rule
    kept = (weight for storey, weight in weights.items() if weight and storey not in gone)
    return replace(rule, weights=tuple(_loosened(one, loose) for one in kept), onward=None)


def _loosened(weight: Weight, loose: list[Storey]) -> Weight:
    """A weight without its interval, if the book has none for its storey."""
    return replace(weight, low=None, high=None) if weight.storey in loose else weight
