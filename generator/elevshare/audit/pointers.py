"""Relations of a part: what it points at, inside the file and outside; nothing is followed."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from elevshare.opened import OpenedBook
from elevshare.opened.package import Package
from elevshare.opened.xml import Attributes, elements


class Pointer(NamedTuple):
    """One relation of a part: its kind, what it points at, and whether that is outside."""

    kind: str
    target: str
    outside: bool


def pointers(package: Package, part: str) -> list[Pointer]:
    """The relations of a part; none where it has none."""
    folder, _, name = part.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(rels):
        return []
    return [
        _pointer(about, folder)
        for _, name, about, _ in elements(package, rels)
        if name == "Relationship"
    ]


def all_pointers(book: OpenedBook) -> list[Pointer]:
    """The relations of the file, of the workbook and of all its sheets."""
    parts = ["", book.main_part, *(sheet.path for sheet in book.sheets)]
    return [one for part in parts for one in pointers(book.package, part)]


def _pointer(about: Attributes, folder: str) -> Pointer:
    """One relation from its attributes."""
    outside = about.get("TargetMode") == "External"
    target = about.get("Target", "")
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Pointer(about.get("Type", "").rpartition("/")[2], target, outside)
