"""What is seen of a paper of which nobody knows how it was made: a book of an earlier version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from elevshare.audit.appearance.look_reader import looks_of
from elevshare.audit.appearance.looks import Looks
from elevshare.audit.appearance.paper import shown_oddly
from elevshare.audit.appearance.seen import UNKNOWN, hides, lies_badly
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.links import PAPER
from elevshare.audit.runs import Difference, runs
from elevshare.opened import OpenedBook
from elevshare.opened.places import Place
from elevshare.text import shown

#: Conditional formats that no version wrote.
_DRAWN = ("dataBar", "iconSet", "colorScale")


def appearance_alone(book: OpenedBook, layout: FoundLayout) -> Iterator[Finding]:
    """Report what no version of the program would have written on a paper."""
    looks = looks_of(book)
    for pair in layout.pairs:
        if pair.original.role != PAPER:
            continue
        title = shown(pair.now.title)
        yield from _cells(pair, looks, title)
        for cut in shown_oddly(pair.now):
            yield Finding("paper-cut", cut.text, title, cut.area)
        for rule in pair.now.rules:
            if rule.kind in _DRAWN:
                yield Finding(
                    "condition-added", "加了条件格式，数字会被遮住", title, shown(rule.areas)
                )


def _cells(pair: Pair, looks: Looks, title: str) -> Iterator[Finding]:
    """Report cells whose content is hidden."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in pair.original.locked():
        cell = pair.cells.get(place)
        if cell is None or cell.value in (None, ""):
            continue
        look = looks.of(cell.style)
        words = hides(UNKNOWN, look, cell.value, typed=True) or lies_badly(UNKNOWN, look)
        if words:
            found[words].append(place)
    for words, places in found.items():
        kind = "format-misleading" if words.startswith("显示格式") else "look-hidden"
        for run in runs(Difference(kind, *place) for place in places):
            yield Finding(kind, words, title, run.area, count=run.count)
