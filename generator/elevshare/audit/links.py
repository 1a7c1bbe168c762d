"""Find what was added to sheets: pictures over cells, web links, links to other files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.finding import Finding
from elevshare.audit.layout import FoundLayout
from elevshare.audit.original import OriginalSheet, Reference
from elevshare.opened import OpenedBook, OpenedSheet
from elevshare.opened.package import Package
from elevshare.opened.places import reference
from elevshare.opened.relations import Relation, pointers
from elevshare.text import shown

#: The role of sheets that are handed out.
PAPER = "单据"
#: Kinds of a sheet's relations that can cover its cells; a comment's shape is in a ``vmlDrawing``.
_OVER = ("drawing", "vmlDrawing", "picture", "image")
#: Shapes and pictures of a drawing; our own sheets have charts only.
_SHAPE = re.compile(r"<(?:[\w.-]+:)?(?:sp|pic|cxnSp|contentPart)\b")
#: The beginning of anything that the older kind of drawing shows, with its attributes.
_OLD_SHAPE = re.compile(
    r"<(?:[\w.-]+:)?(shape|rect|oval|line|polyline|curve|arc|roundrect|image|group|diagram)\b"
    r"((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE,
)
_END = re.compile(r"</(?:[\w.-]+:)?shape\s*>", re.IGNORECASE)
_STYLE = re.compile(r"\bstyle\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
#: What a shape is, and a comment that is always seen.
_OBJECT = re.compile(r"ObjectType\s*=\s*[\"'](\w+)")
_UNSEEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_SEEN = re.compile(r"<(?:[\w.-]+:)?Visible\b", re.IGNORECASE)
#: How a drawing's root is called, whatever relation leads to it.
_DRAWING = re.compile(rb"<(?:[\w.-]+:)?wsDr\b|urn:schemas-microsoft-com:vml")


def links_added(original: Reference, book: OpenedBook, layout: FoundLayout) -> Iterator[Finding]:
    """Report links and pictures that the original does not have."""
    ours = {pair.now.path: pair.original for pair in layout.pairs}
    for sheet in book.sheets:
        yield from _of_sheet(sheet, book.package, ours.get(sheet.path))
    for part in ("", book.main_part):
        for one in pointers(book.package, part):
            if one.outside:
                yield Finding("external-link", f"链接到文件外的{shown(one.target)}", now=one.target)


def _of_sheet(
    sheet: OpenedSheet, package: Package, original: OriginalSheet | None
) -> Iterator[Finding]:
    """Report links and pictures of one sheet; ``original`` is what it was made as, if it was."""
    title = shown(sheet.title)
    paper = original is not None and original.role == PAPER
    covering = "covered" if paper else "picture-added"
    for place in sheet.rich:
        yield Finding(covering, "格子里放了图片，看到的不是格子里的内容", title, reference(*place))
    for place in sheet.hinted:
        yield Finding(
            covering, "格子里的字上面印着拼音一样的小字，不是簿子里的内容", title, reference(*place)
        )
    for one in pointers(package, sheet.path):
        if one.target.casefold().startswith("mailto:"):
            continue  # WPS makes one of every address that is typed
        if one.kind == "hyperlink" and one.outside:
            yield Finding("web-link", f"加了链接，通往 {shown(one.target)}", title, now=one.target)
        elif one.outside:
            yield Finding("external-link", f"链接到 {shown(one.target)}", title, now=one.target)
        elif _leads_to_drawing(package, one) and (what := _shows(package, one.target, original)):
            yield Finding(covering, f"加了{what}，会遮住下面的字", title)


def _leads_to_drawing(package: Package, one: Relation) -> bool:
    """Whether a relation leads to something drawn: programs follow its number, not its kind."""
    if one.kind in _OVER or not package.has(one.target):
        return one.kind in _OVER
    data = package.read(one.target)
    return not _is_plain(data) or bool(_DRAWING.search(data))


def _is_plain(data: bytes) -> bool:
    """Whether a part can be read as it is: what is written in another code could say anything."""
    head = data[:200]
    return b"\0" not in head and (b"encoding" not in head or b"utf-8" in head.lower())


def _shows(package: Package, part: str, original: OriginalSheet | None) -> str:
    """Return what of a drawing is seen over the cells, apart from the original's charts; empty: nothing."""
    if not package.has(part):
        return ""
    data = package.read(part)
    if part.casefold().endswith((".xml", ".vml")) and not _is_plain(data):
        return "用少见的编码写的图形"
    text = data.decode("utf-8", "replace")
    if part.casefold().endswith(".vml") or "urn:schemas-microsoft-com:vml" in text:
        return _old_shapes(text)
    if not part.casefold().endswith(".xml"):
        return "衬在字下面的图片"
    drawn = original is not None and original.drawn
    return "图片或图形" if _SHAPE.search(text) or (not drawn and "Anchor" in text) else ""


def _old_shapes(text: str) -> str:
    """Return what is seen of shapes of the older kind: controls, pictures in headers, comments that stay."""
    for shape in _OLD_SHAPE.finditer(text):
        word, about = shape[1].casefold(), shape[2]
        end = None if about.endswith("/") else _END.search(text, shape.end())
        inside = text[shape.end() : end.start()] if word == "shape" and end else ""
        kinds = _OBJECT.findall(inside)
        if any(kind != "Note" for kind in kinds):
            return "控件或图形"
        if not kinds:
            return "页眉页脚里的图片" if "imagedata" in inside else "图形"
        style = _STYLE.search(about)
        if _SEEN.search(inside) or not (style and _UNSEEN.search(style[1])):
            return "一直显示的批注"
    return ""
