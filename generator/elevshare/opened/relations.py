"""The relationships of the parts of a file; targets outside are listed, never opened."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from elevshare.opened.package import Package, damaged
from elevshare.opened.xml import Attributes, elements


class Relation(NamedTuple):
    """One relationship: ``target`` is a part or, if ``outside``, an address as stored."""

    id: str
    kind: str
    target: str
    outside: bool


def relations(package: Package, part: str) -> list[Relation]:
    """Return the relationships of a part (``""``: of the file) to parts of the same file.

    Raises:
        InputError: they cannot be read.
    """
    return [one for one in pointers(package, part) if not one.outside]


def pointers(package: Package, part: str) -> list[Relation]:
    """Return all relationships of a part, with those to the outside.

    Raises:
        InputError: they cannot be read.
    """
    folder, _, name = part.rpartition("/")
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    if not package.has(rels):
        return []
    found = elements(package, rels)
    every = [_relation(about, folder) for _, name, about, _ in found if name == "Relationship"]
    if len({one.id for one in every}) < len({(one.id, one.target) for one in every}):
        raise damaged(package.name)  # programs differ in which of the two they follow
    return every


def _relation(about: Attributes, folder: str) -> Relation:
    """Build a relationship from its attributes; ``folder`` is that of its part."""
    outside, target = about.get("TargetMode") == "External", about.get("Target", "")
    kind = about.get("Type", "").rpartition("/")[2]
    where = target if outside else _resolved(folder, target)
    return Relation(about.get("Id", ""), kind, where, outside)


def _resolved(folder: str, target: str) -> str:
    """Return a target as the name of a part; one that leads out of the file names none."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
