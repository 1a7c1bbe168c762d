"""The relationships of the parts of a file; targets outside are listed, never opened."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from elevshare.opened.package import Package, damaged
from elevshare.opened.xml import Attributes, elements

#: How an attribute is called that names a relation, in both spellings of the standard.
RELATION_IDS = frozenset(
    f"http://{site}/officeDocument/{year}relationships id"
    for site, year in (("schemas.openxmlformats.org", "2006/"), ("purl.oclc.org/ooxml", ""))
)
#: Kinds of which a part has one: programs differ in which of several they follow.
_SINGLE = ("officeDocument", "styles", "sharedStrings", "theme")
#: How the types begin that programs write.
_KNOWN = (
    "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/", "http://www.wps.cn/",
)  # fmt: skip


class Relation(NamedTuple):
    """One relationship: ``target`` is a part or, if ``outside``, an address as stored.

    ``kind`` is the last word of its type, or all of it where no program is known to write that.
    """

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
    every = [
        _relation(about, folder, package) for _, name, about, _ in found if name == "Relationship"
    ]
    if len({one.id for one in every}) < len({(one.id, one.target) for one in every}):
        raise damaged(package.name)  # programs differ in which of the two they follow
    kinds = [one.kind for one in every if one.kind in _SINGLE]
    if len(set(kinds)) < len(kinds):
        raise package.deceiving("部件的指向")
    return every


def _relation(about: Attributes, folder: str, package: Package) -> Relation:
    """Build a relationship from its attributes; ``folder`` is that of its part."""
    outside, target = about.get("TargetMode") == "External", about.get("Target", "")
    space, _, word = about.get("Type", "").rpartition("/")
    kind = word if space.startswith(_KNOWN) else about.get("Type", "")
    where = target if outside else _resolved(folder, target, package)
    return Relation(about.get("Id", ""), kind, where, outside)


def _resolved(folder: str, target: str, package: Package) -> str:
    """Return a target as the name of a part; one that leads out of the file names none.

    Some programs read what is written in code (``%31``), some do not.

    Raises:
        InputError: both ways name a part.
    """
    plain, coded = (
        posixpath.normpath(posixpath.join("/", folder, one)).lstrip("/")
        for one in (unquote(target), target)
    )
    if plain != coded and package.has(coded):
        raise package.deceiving("部件的指向")
    return plain
