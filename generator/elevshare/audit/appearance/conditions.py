"""Compare conditional formats: those that the program wrote are good, others are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from elevshare.audit.appearance.colours import BLACK, WHITE, contrast
from elevshare.audit.appearance.looks import Look
from elevshare.audit.appearance.numbers import LOST, plain
from elevshare.audit.formulas import canonical
from elevshare.audit.moves import Moves
from elevshare.opened.areas import Area, area, rectangles
from elevshare.opened.copies import SharedFormula
from elevshare.opened.model import ConditionalRule
from elevshare.opened.places import Place

#: Where every condition is written to, so that equal ones are equal texts.
_BASE: Place = (50_000, 5_000)
#: Most cells of one rule that are looked at; a rule of a whole sheet is one of nobody's papers.
_MOST = 100_000
#: The place of a rule that states none.
_LAST = 1 << 31
#: As many conditions are kept: one book has most of those of the next, on all its papers.
_KEPT = 4_000
#: What stands for a number format that shows nothing.
_VEIL = "veil"
#: Sizes of a font in points that can be read and do not push a text out of its cell.
_SMALL, _USUAL, _LARGE = 8, 11, 16
_LOGICAL = re.compile(r"\b(?:TRUE|FALSE)\b")


class Effect(NamedTuple):
    """A condition in one spelling, and what it does: a number format, what hides, what only dresses."""

    kind: str
    conditions: tuple[str, ...]
    code: str
    does: tuple[object, ...]
    dress: tuple[object, ...] = ()


#: Conditions with what they do and the cells that they are about, the first to act first.
Acting = Sequence[tuple[Effect, set[Place]]]


def acting(
    rules: Sequence[ConditionalRule],
    looks: Sequence[Look],
    moves: Moves | None = None,
    sheet: str = "",
) -> Acting:
    """Return what rules do, in the order in which they act.

    ``moves`` and ``sheet`` are given for an original whose lines have moved since.
    """
    found = []
    for rule in sorted(rules, key=_priority):
        look = looks[rule.number] if rule.number is not None and rule.number < len(looks) else None
        for one in _areas(rule.areas):
            conditions = tuple(_condition(each, one.first, moves, sheet) for each in rule.formulas)
            operator = rule.attributes.get("operator", "")
            effect = Effect(
                rule.kind, (operator, *conditions), _code(look), _does(look), _dress(look)
            )
            places = one.places
            if moves:
                places = ((moves.place(sheet, place) or place) for place in places)
            found.append((effect, set(places)))
    return found


def effects(found: Acting) -> Mapping[Effect, set[Place]]:
    """Return for every condition with what it does all cells that it is about."""
    gathered: defaultdict[Effect, set[Place]] = defaultdict(set)
    for effect, places in found:
        gathered[effect] |= places
    return gathered


def undressed(found: Mapping[Effect, set[Place]]) -> Mapping[Effect, set[Place]]:
    """Return the effects without what only dresses."""
    plain: defaultdict[Effect, set[Place]] = defaultdict(set)
    for effect, places in found.items():
        plain[effect._replace(dress=())] |= places
    return plain


def reordered(before: Acting, now: Acting) -> Iterator[Area]:
    """Yield the cells where the same conditions act in another order: the first that holds is seen."""
    was, is_now = _in_order(before), _in_order(now)
    yield from rectangles(
        place
        for place, some in is_now.items()
        if some != (known := was.get(place, some)) and set(some) == set(known)
    )


def _in_order(found: Acting) -> Mapping[Place, list[Effect]]:
    """Return for every cell what is done to it, the first first."""
    order: defaultdict[Place, list[Effect]] = defaultdict(list)
    for effect, places in found:
        plain = effect._replace(dress=())
        for place in places:
            if plain not in order[place]:
                order[place].append(plain)
    return order


def added(
    before: Mapping[Effect, set[Place]], now: Mapping[Effect, set[Place]]
) -> Iterator[tuple[Effect, Area]]:
    """Yield what is done now, and was not before, with its areas."""
    for effect, places in now.items():
        known = before.get(effect, set())
        if not places <= known:
            known = known.union(*(some for one, some in before.items() if _alike(one, effect)))
        for one in rectangles(places - known):
            yield effect, one


def _alike(one: Effect, other: Effect) -> bool:
    """Return whether two effects are one, apart from a number format that ExcelJS has lost."""
    return (
        LOST in (one.code, other.code)
        and "" not in (one.code, other.code)
        and one._replace(code="") == other._replace(code="")
    )


@lru_cache(_KEPT)
def _areas(text: str) -> tuple[Area, ...]:
    """The areas of a rule; one of whole rows or columns, or far too large, counts as its first cell."""
    found = []
    for one in text.split():
        try:
            each = area(one)
        except ValueError:
            each = Area(1, 1, 1, 1)
        found.append(each if each.size <= _MOST else Area(each.top, each.top, each.left, each.left))
    return tuple(found)


def _condition(formula: str, first: Place, moves: Moves | None, sheet: str) -> str:
    """A condition in one spelling, wherever it stands."""
    if moves:
        formula = moves.formula(formula, sheet)
        first = moves.place(sheet, first) or first
    return _spelled(formula, first)


@lru_cache(_KEPT)
def _spelled(formula: str, first: Place) -> str:
    """A condition on an area with this first cell, in one spelling."""
    row, column = first
    text = canonical(_parsed(formula).copied((_BASE[0] - row, _BASE[1] - column)))
    return _LOGICAL.sub(lambda match: "01"[match[0] == "TRUE"], text)  # as LibreOffice writes them


@lru_cache(_KEPT)
def _parsed(formula: str) -> SharedFormula:
    """A condition, to be copied by so many rows and columns."""
    return SharedFormula(formula, (0, 0))


def _code(look: Look | None) -> str:
    """The number format of a conditional look, without what says nothing; a veil shows no number."""
    if look is None or look.code is None or look.code == LOST:
        return LOST if look is not None and look.code == LOST else ""
    return plain(look.code).replace(";", "") or _VEIL


def _does(look: Look | None) -> tuple[object, ...]:
    """What a conditional look does otherwise: LibreOffice adds the font's name and size to it."""
    if look is None:
        return ()
    ground = look.ground if look.pattern != "none" else None
    pattern = look.pattern if look.pattern not in ("", "none", "solid") else ""
    ink = None if look.ink == (0, 0, 0) else look.ink
    struck = bool(look.struck) or (look.raised or "baseline") != "baseline"
    crossed = any(where in ("falling", "rising") for where, *_ in look.lines)
    size = look.size or _USUAL
    drawn = bool(pattern or crossed or look.drawn or look.signs)
    return ink, ground, struck, not _SMALL <= size <= _LARGE, drawn


def _dress(look: Look | None) -> tuple[object, ...]:
    """What a conditional look changes without hiding anything."""
    if look is None:
        return ()
    underlined = (look.underline or "none") != "none"
    return bool(look.bold), bool(look.italic), underlined, look.lines


def _priority(rule: ConditionalRule) -> int:
    """The place of a rule in the order in which they act."""
    text = rule.attributes.get("priority", "")
    return int(text) if text.isdigit() else _LAST


def hiding(effect: Effect) -> bool:
    """Return whether an effect may keep a number from being seen as it is."""
    ink, ground, struck, unread, crossed = effect.does or (None, None, False, False, False)
    faint = contrast(ink or BLACK, ground or WHITE) < 2.5
    drawn = effect.kind in ("iconSet", "dataBar", "colorScale")
    return bool(effect.code or faint or struck or unread or crossed or drawn)
