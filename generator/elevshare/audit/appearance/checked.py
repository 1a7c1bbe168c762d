"""Everything that is not seen on papers as the program wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.audit.appearance.cells import Compared, cells_changed, runs_changed
from elevshare.audit.appearance.charts import charts_changed
from elevshare.audit.appearance.conditions import (
    acting,
    added,
    effects,
    hiding,
    reordered,
    undressed,
)
from elevshare.audit.appearance.empty_cells import empty_cells_changed
from elevshare.audit.appearance.look_reader import looks_of
from elevshare.audit.appearance.paper import cuts, print_areas
from elevshare.audit.appearance.slight import Notes, Slight
from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout
from elevshare.audit.links import PAPER
from elevshare.audit.original import Original
from elevshare.opened import OpenedBook
from elevshare.text import shown

#: What conditional formats of a kind do to numbers without any look of their own.
_DRAWN = {"dataBar": "数据条", "iconSet": "图标", "colorScale": "色阶"}


def appearance_changed(
    original: Original, book: OpenedBook, layout: FoundLayout
) -> Iterator[Finding]:
    """Report what is seen or printed otherwise than the program wrote it."""
    mine, theirs, notes = original.looks, looks_of(book), Notes()
    for pair in layout.pairs:
        paper = pair.original.role == PAPER
        sheet = Compared(pair, mine, theirs, layout.moves, paper, Slight())
        yield from cells_changed(sheet)
        yield from _conditions(sheet)
        if paper:
            yield from _printed(sheet, book, original.book)
            notes.add(shown(pair.now.title), sheet.slight)
    yield from notes.findings()
    yield from _tabs(book)


def _printed(sheet: Compared, book: OpenedBook, original: OpenedBook) -> Iterator[Finding]:
    """Report what of a paper is printed otherwise."""
    title = shown(sheet.pair.now.title)
    for area in print_areas(original, sheet.pair.original.opened):
        yield from empty_cells_changed(sheet, area)
    yield from runs_changed(sheet)
    yield from charts_changed(sheet, book, original)
    for cut in cuts(sheet, book, original):
        yield Finding("paper-cut", cut.text, title, cut.area)


def _conditions(sheet: Compared) -> Iterator[Finding]:
    """Report conditional formats that the program did not write, and on papers those that are gone."""
    pair, paper, title = sheet.pair, sheet.paper, shown(sheet.pair.now.title)
    rules, name = pair.original.opened.rules, pair.original.title
    ours = acting(rules, sheet.mine.conditional, sheet.moves, name)
    theirs = acting(pair.now.rules, sheet.theirs.conditional)
    was, is_now = effects(ours), effects(theirs)
    before, now = undressed(was), undressed(is_now)
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
        for area in reordered(ours, theirs):
            text = "条件格式的先后被改，先起作用的不同了"
            yield Finding("condition-changed", text, title, area.text, count=area.size)
        if before == now and was != is_now:
            sheet.slight.add("条件格式的粗细或边框")


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
        elif about.get("firstSheet", "0").lstrip("0"):
            yield Finding("tabs-hidden", "前面几页的标签被推到看不见的地方")
