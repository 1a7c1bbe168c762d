"""Compare how each cell of a sheet looks with how the program wrote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from elevshare.audit.appearance.look_parts import dressed
from elevshare.audit.appearance.looks import Looks
from elevshare.audit.appearance.seen import differs, empty_differs, hides, lies_badly
from elevshare.audit.appearance.slight import Slight, slightly
from elevshare.audit.finding import Finding
from elevshare.audit.layout import Pair
from elevshare.audit.moves import Moves
from elevshare.audit.runs import Difference, runs
from elevshare.opened import Cell
from elevshare.opened.places import Place
from elevshare.text import shown

_SLIGHT = "slight"


class Compared(NamedTuple):
    """One sheet and its looks: as the program wrote them, and as they are; ``slight`` gathers notes."""

    pair: Pair
    mine: Looks
    theirs: Looks
    moves: Moves
    paper: bool
    slight: Slight


def cells_changed(sheet: Compared) -> Iterator[Finding]:
    """Report cells whose content is hidden, or on papers looks otherwise."""
    pair, inputs = sheet.pair, sheet.pair.original.inputs
    known: dict[tuple[int, int, object], tuple[str, str]] = {}
    found: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in (*pair.original.locked(), *inputs):
        cell, style = pair.cells.get(place), pair.original.styles[place]
        if cell is None or (cell.value in (None, "") and cell.formula is None):
            continue
        value = cell.value if isinstance(cell.value, int | float) else isinstance(cell.value, str)
        key = (style, cell.style, value)
        if key not in known:
            known[key] = _judged(sheet, style, cell, place in inputs)
        if known[key][0]:
            found[known[key]].append(_now(sheet, place))
    yield from findings(sheet, found)


def runs_changed(sheet: Compared) -> Iterator[Finding]:
    """Report texts of a paper of which a part has a font of its own that hides or changes it."""
    found: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for place in (*sheet.pair.original.locked(), *sheet.pair.original.inputs):
        now = _now(sheet, place)
        dress, cell = sheet.pair.now.dressed.get(now), sheet.pair.cells.get(place)
        if dress is None or cell is None:
            continue
        was, plain = sheet.mine.of(sheet.pair.original.styles[place]), sheet.theirs.of(cell.style)
        for look in dressed(plain, dress, sheet.theirs):
            words = hides(was, look, cell.value)
            other = words or differs(was, look)
            if other:
                found["look-hidden" if words else "look-changed", other].append(now)
            elif slight := slightly(was, look, cell.value):
                sheet.slight.add(slight, now)
    yield from findings(sheet, found)


def _judged(sheet: Compared, style: int, cell: Cell, typed: bool) -> tuple[str, str]:
    """Kind and words of what is wrong with the look of a cell; empty where nothing is."""
    was, now, paper = sheet.mine.of(style), sheet.theirs.of(cell.style), sheet.paper
    if was == now:
        return "", ""
    words = hides(was, now, cell.value, typed) or (paper and lies_badly(was, now)) or ""
    if words:
        kind = "format-misleading" if words.startswith("显示格式") else "look-hidden"
        return kind if paper or kind == "format-misleading" else "look-changed", words
    if not paper:
        return "", ""
    if cell.value in (None, ""):
        words = empty_differs(was, now)
        return ("look-changed", words) if words else ("", "")
    words = differs(was, now)
    return ("look-changed", words) if words else (_SLIGHT, slightly(was, now, cell.value))


def findings(
    sheet: Compared, found: Mapping[tuple[str, str], Sequence[Place]]
) -> Iterator[Finding]:
    """The findings of what was found, by area."""
    for (kind, words), places in found.items():
        if kind == _SLIGHT:
            for place in places if words else ():
                sheet.slight.add(words, place)
            continue
        for run in runs(Difference(kind, *place) for place in places):
            yield Finding(kind, words, shown(sheet.pair.now.title), run.area, count=run.count)


def _now(sheet: Compared, place: Place) -> Place:
    """Where an original cell is now."""
    return sheet.moves.place(sheet.pair.original.title, place) or place
