"""Which part of a file belongs to which, and what it points at outside; nothing is followed."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from elevshare.opened.package import Package
from elevshare.opened.xml import Attributes, elements


class Relation(NamedTuple):
    """One relationship: to a part of the same file, or to a target ``outside`` as it is stored."""

    id: str
    kind: str
    target: str
    outside: bool


def relations(package: Package, part: str) -> list[Relation]:
    """The relationships of a part, ``""`` for the file's own, to parts of the same file.

    Raises:
        InputError: they cannot be read.
    """
    return [one for one in pointers(package, part) if not one.outside]


def pointers(package: Package, part: str) -> list[Relation]:
    """All relationships of a part, to the outside too; none where it has none.

    Raises:
        InputError: they cannot be read.
    """
    folder, _, name = part.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(rels):
        return []
    found = elements(package, rels)
    return [_relation(about, folder) for _, name, about, _ in found if name == "Relationship"]


def _relation(about: Attributes, folder: str) -> Relation:
    """One relationship from its attributes."""
    outside, target = about.get("TargetMode") == "External", about.get("Target", "")
    kind = about.get("Type", "").rpartition("/")[2]
    where = target if outside else _resolved(folder, target)
    return Relation(about.get("Id", ""), kind, where, outside)


def _resolved(folder: str, target: str) -> str:
    """A target as a part's name; one that leads out of the file is no part's name."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
