"""Whether the charts of a paper still show what they did: their numbers, words, axes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from elevshare.audit.appearance.cells import Compared
from elevshare.audit.finding import Finding
from elevshare.audit.formulas import canonical
from elevshare.opened import OpenedBook
from elevshare.opened.relations import RELATION_IDS, relations
from elevshare.opened.xml import Attributes, elements, local
from elevshare.text import shown

#: What says how numbers become a picture; all else is dress, which every program writes anew.
_TELLING = ("barDir", "grouping", "orientation", "logBase", "min", "max")
#: Results kept beside the references; programs draw from the cells.
_KEPT = ("strCache", "numCache")


class Drawn(NamedTuple):
    """The charts of a sheet: what they tell, what dresses them, and where they lie."""

    told: tuple[tuple[str, ...], ...] = ()
    dress: tuple[object, ...] = ()
    places: tuple[tuple[str, str, object], ...] = ()


def charts_changed(sheet: Compared, book: OpenedBook, original: OpenedBook) -> Iterator[Finding]:
    """Report charts of a paper that show something else; note those that are dressed otherwise."""
    if not sheet.pair.original.drawn:
        return
    was = _drawn(original, sheet.pair.original.opened.path)
    now = _drawn(book, sheet.pair.now.path)
    moved = tuple(_moved(one, sheet) for one in was.told)
    if now.told not in (was.told, moved):
        lost = len(was.told) - len(now.told)
        what = f"少了 {lost} 张图" if lost > 0 else "图里的数字、文字或坐标被改"
        yield Finding("chart-changed", what, shown(sheet.pair.now.title))
    if now.dress != was.dress:
        sheet.slight.add("图的样子")
    if now.places != was.places:
        sheet.slight.add("图的位置")
    if _sizes(now) != _sizes(was) and 0 in _sizes(now):
        yield Finding("chart-changed", "图被压得看不见", shown(sheet.pair.now.title))


def _sizes(drawn: Drawn) -> list[int]:
    """The rows and columns over which the charts reach, by the places of their corners."""
    found: list[int] = []
    for kind in ("row", "col"):
        ends = [int(text) for word, text, _ in drawn.places if word == kind and text.isdigit()]
        found += [last - first for first, last in zip(ends[::2], ends[1::2], strict=False)]
    return found


def _moved(told: tuple[str, ...], sheet: Compared) -> tuple[str, ...]:
    """What a chart tells, with its references moved as the sheets and lines have."""
    name = sheet.pair.original.title
    return tuple(
        f"f {sheet.moves.formula(one[2:], name)}" if one.startswith("f ") else one for one in told
    )


def _drawn(book: OpenedBook, path: str) -> Drawn:
    """Read the charts of a sheet."""
    told: list[tuple[str, ...]] = []
    dress: list[object] = []
    places: list[tuple[str, str, object]] = []
    for drawing in relations(book.package, path):
        if drawing.kind != "drawing" or not book.package.has(drawing.target):
            continue
        charts = {one.id: one.target for one in relations(book.package, drawing.target)}
        for _, word, about, text in elements(book.package, drawing.target):
            if word in ("row", "col", "rowOff", "colOff", "clientData", "ext", "cNvPr"):
                places.append((word, text.strip(), _plain(about)))
            part = charts.get(_id(about), "") if word == "chart" else ""
            if part and book.package.has(part):
                told.append(tuple(_told(book, part)))
                dress.append(tuple(_dress(book, part)))
    return Drawn(tuple(told), tuple(dress), tuple(places))


def _id(about: Attributes) -> str:
    """The number of a relation that an element names, if it does so as the standard wants."""
    return next((about[key] for key in about if key in RELATION_IDS), "")


def _told(book: OpenedBook, part: str) -> Iterator[str]:
    """What a chart tells, in order: its kind, references, words and axes."""
    for above, word, about, text in _outside_caches(book, part):
        if word == "noFill" and above[-2:] == ["ser", "spPr"]:
            yield word  # a bar that is not drawn
        if word == "f":
            yield f"f {canonical(text)}"
        elif word == "t" and text.strip():
            yield f"t {''.join(text.split())}"
        elif word in _TELLING or word.endswith("Chart") or word == "userShapes":
            yield f"{word} {about.get('val', '')}"


def _dress(book: OpenedBook, part: str) -> Iterator[tuple[str, str, object]]:
    """All elements of a chart."""
    for _, word, about, text in _outside_caches(book, part):
        yield word, text.strip(), _plain(about)


def _plain(about: Attributes) -> tuple[tuple[str, str], ...]:
    """Attributes in one order, without the numbers of relations and of shapes."""
    return tuple(sorted((k, v) for k, v in about.items() if local(k) not in ("id", "name")))


def _outside_caches(
    book: OpenedBook, part: str
) -> Iterator[tuple[list[str], str, Attributes, str]]:
    """The elements of a chart that are no stored results, each with those that it stands in."""
    within, above = 0, list[str]()
    for depth, word, about, text in elements(book.package, part):
        if within and depth > within:
            continue
        within = depth if word in _KEPT else 0
        del above[depth - 1 :]
        if not within:
            yield above, word, about, text
        above.append(word)
