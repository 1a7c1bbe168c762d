"""Find what was added to sheets: pictures over cells, web links, links to other files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout
from elevshare.audit.original import Reference
from elevshare.opened import OpenedBook, OpenedSheet
from elevshare.opened.package import Package
from elevshare.opened.relations import pointers
from elevshare.text import shown

#: Kinds of a sheet's relations that can cover its cells.
_OVER = ("drawing", "legacyDrawing", "legacyDrawingHF", "picture", "image")
#: Shapes and pictures of a drawing; our own sheets have charts only.
_SHAPE = re.compile(r"<(?:\w+:)?(?:sp|pic|cxnSp|contentPart)\b")


def links_added(original: Reference, book: OpenedBook, layout: FoundLayout) -> Iterator[Finding]:
    """Report links and pictures that the original does not have."""
    charts = {title for title, sheet in original.sheets.items() if sheet.drawn}
    ours = {pair.now.path: pair.original.title for pair in layout.pairs}
    for sheet in book.sheets:
        yield from _of_sheet(sheet, book.package, ours.get(sheet.path) in charts)
    for part in ("", book.main_part):
        for one in pointers(book.package, part):
            if one.outside:
                yield Finding("external-link", f"链接到文件外的{shown(one.target)}", now=one.target)


def _of_sheet(sheet: OpenedSheet, package: Package, drawn: bool) -> Iterator[Finding]:
    """Report links and pictures of one sheet; ``drawn``: the original has charts on it."""
    title = shown(sheet.title)
    for one in pointers(package, sheet.path):
        if one.target.casefold().startswith("mailto:"):
            continue  # WPS makes one of every address that is typed
        if one.kind == "hyperlink" and one.outside:
            yield Finding("web-link", f"加了链接，通往 {shown(one.target)}", title, now=one.target)
        elif one.outside:
            yield Finding("external-link", f"链接到 {shown(one.target)}", title, now=one.target)
        elif one.kind in _OVER and _shows(package, one.target, drawn):
            yield Finding("picture-added", "加了图片或图形，可能遮住下面的数字", title)


def _shows(package: Package, part: str, drawn: bool) -> bool:
    """Return whether a drawing covers cells, apart from comments and the original's charts."""
    if not package.has(part):
        return False
    text = package.read(part).decode("utf-8", "replace")
    if part.casefold().endswith(".vml"):
        shapes = re.findall(r"ObjectType=[\"'](\w+)", text)
        return any(shape != "Note" for shape in shapes) or (not shapes and "imagedata" in text)
    if not part.casefold().endswith(".xml"):
        return True  # a picture itself, behind the cells
    return _SHAPE.search(text) is not None or (not drawn and "Anchor" in text)
