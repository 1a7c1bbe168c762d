"""Which part of a file belongs to which: relationships, never followed out of the file."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from elevshare.opened.package import Package
from elevshare.opened.xml import elements


class Relation(NamedTuple):
    """One relationship to a part of the same file."""

    id: str
    kind: str
    target: str


def relations(package: Package, part: str) -> list[Relation]:
    """The relationships of a part, ``""`` for the file's own; those to the outside are left out.

    Raises:
        InputError: they cannot be read.
    """
    folder, _, name = part.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(rels):
        return []
    return [
        Relation(
            about.get("Id", ""),
            about.get("Type", "").rpartition("/")[2],
            _resolved(folder, about.get("Target", "")),
        )
        for _, name, about, _ in elements(package, rels)
        if name == "Relationship" and about.get("TargetMode") != "External"
    ]


def _resolved(folder: str, target: str) -> str:
    """A target as a part's name; one that leads out of the file is no part's name."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
