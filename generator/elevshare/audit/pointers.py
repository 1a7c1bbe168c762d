"""Relations of a part: what it points at, inside the file and outside; nothing is followed."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import NamedTuple

from elevshare.intake.package import Package

_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


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
    text = package.read(rels).decode("utf-8", "replace")
    return [_pointer(match[0], folder) for match in _RELATION.finditer(text)]


def _pointer(element: str, folder: str) -> Pointer:
    """One relation from its XML."""
    about = {m[1]: unescape(m[2] or m[3] or "") for m in _ATTRIBUTE.finditer(element)}
    outside = about.get("TargetMode") == "External"
    target = about.get("Target", "")
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Pointer(about.get("Type", "").rpartition("/")[2], target, outside)
