"""Everything that is not seen on papers as the program wrote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from elevshare.audit.appearance.conditions import added, effects, hiding
from elevshare.audit.appearance.looks import Looks, looks_of
from elevshare.audit.appearance.paper import cuts
from elevshare.audit.appearance.seen import differs, hides, lies_badly
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout, Pair
from elevshare.audit.links import PAPER
from elevshare.audit.moves import Moves
from elevshare.audit.original import Original
from elevshare.audit.runs import Difference, runs
from elevshare.opened import OpenedBook
from elevshare.opened.places import Place
from elevshare.text import shown

#: What conditional formats of a kind do to numbers without any look of their own.
_DRAWN = {"dataBar": "数据条", "iconSet": "图标", "colorScale": "色阶"}


def appearance_changed(
    original: Original, book: OpenedBook, layout: FoundLayout
) -> Iterator[Finding]:
    """Report what is seen or printed otherwise than the program wrote it."""
    mine, theirs = original.looks, looks_of(book)
    for pair in layout.pairs:
        title = shown(pair.now.title)
        paper = pair.original.role == PAPER
        yield from _cells(pair, mine, theirs, layout.moves, title, paper)
        yield from _conditions(pair, mine, theirs, layout.moves, title, paper)
        if paper:
            for cut in cuts(pair, book, original.book, layout.moves):
                yield Finding("paper-cut", cut.text, title, cut.area)
    yield from _tabs(book)


def _cells(
    pair: Pair, mine: Looks, theirs: Looks, moves: Moves, title: str, paper: bool
) -> Iterator[Finding]:
    """Report cells whose content is hidden, or on papers looks otherwise."""
    known: dict[tuple[int, int, object], tuple[str, str]] = {}
    found: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    inputs = pair.original.inputs
    filled = (*pair.original.locked(), *inputs)
    for place in filled:
        cell, style = pair.cells.get(place), pair.original.styles[place]
        if cell is None or (cell.value in (None, "") and cell.formula is None):
            continue
        value = cell.value if isinstance(cell.value, int | float) else isinstance(cell.value, str)
        key = (style, cell.style, value)
        if key not in known:
            known[key] = _judged(
                mine, theirs, style, cell.style, cell.value, paper, place in inputs
            )
        if known[key][0]:
            found[known[key]].append(moves.place(pair.original.title, place) or place)
    for (kind, words), places in found.items():
        for run in runs(Difference(kind, *place) for place in places):
            yield Finding(kind, words, title, run.area, count=run.count)


def _judged(
    mine: Looks, theirs: Looks, style: int, now: int, value: object, paper: bool, typed: bool
) -> tuple[str, str]:
    """Kind and words of what is wrong with the look of a cell; empty where nothing is."""
    was, is_now = mine.of(style), theirs.of(now)
    if was == is_now:
        return "", ""
    words = hides(was, is_now, value, typed) or (paper and lies_badly(was, is_now)) or ""
    if words:
        kind = "format-misleading" if words.startswith("显示格式") else "look-hidden"
        return kind if paper or kind == "format-misleading" else "look-changed", words
    words = differs(was, is_now) if paper and value not in (None, "") else ""
    return ("look-changed", words) if words else ("", "")


def _conditions(
    pair: Pair, mine: Looks, theirs: Looks, moves: Moves, title: str, paper: bool
) -> Iterator[Finding]:
    """Report conditional formats that the program did not write, and on papers those that are gone."""
    sheet = pair.original
    before = effects(sheet.opened.rules, mine.conditional, moves, sheet.title)
    now = effects(pair.now.rules, theirs.conditional)
    for effect, area in added(before, now):
        what = _DRAWN.get(effect.kind, "条件格式")
        if not paper and not hiding(effect):
            continue  # users mark what they check with colours
        kind = "condition-added" if paper else "condition-changed"
        if effect.code:
            kind, what = "format-misleading", "换了显示格式的条件格式"
        yield Finding(
            kind, f"加了{what}，字的样子会变，或看不见", title, area.text, count=area.size
        )
    if paper:
        for _, area in added(now, before):
            yield Finding(
                "condition-changed", "条件格式丢失或被改", title, area.text, count=area.size
            )


def _tabs(book: OpenedBook) -> Iterator[Finding]:
    """Report tabs of sheets that cannot be seen."""
    from elevshare.opened.xml import elements

    for _, name, about, _ in elements(book.package, book.main_part):
        if name != "workbookView":
            continue
        if about.get("visibility", "visible") != "visible":
            yield Finding("tabs-hidden", "整本簿子的窗口被隐藏")
        if about.get("showSheetTabs", "1") in ("0", "false"):
            yield Finding("tabs-hidden", "下面各页的标签被隐藏")
        elif int(about.get("firstSheet", 0)) > 0:
            yield Finding("tabs-hidden", "前面几页的标签被推到看不见的地方")
