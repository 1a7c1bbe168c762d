"""Whether a file has macros: what its parts are, whatever the file says of parts it has not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elevshare.opened.package import Package
from elevshare.opened.relations import Relation
from elevshare.opened.xml import Attributes

_TYPES = ("macroenabled", "vbaproject")
_PART, _KIND = "vbaproject.bin", "vbaproject"


def has_macros(package: Package, types: Iterable[tuple[str, Attributes]]) -> bool:
    """Return whether a file has a part with macros, by its parts and their content types.

    A content type for all parts with an ending counts if there is such a part that has none of its
    own: libraries such as SheetJS name types of macros for endings that no part has.

    Args:
        package: the file.
        types: the elements of its content types: name and attributes.
    """
    own, endings = dict[str, str](), dict[str, str]()
    for name, about in types:
        of = about.get("ContentType", "").casefold()
        if name == "Override":
            own[about.get("PartName", "").lstrip("/").casefold()] = of
        elif name == "Default":
            endings[about.get("Extension", "").casefold()] = of
    parts = [part.casefold() for part in package.parts]
    meant = [own.get(part, endings.get(part.rpartition(".")[2], "")) for part in parts]
    return any(part.endswith(_PART) for part in parts) or any(
        word in one for one in (*own.values(), *meant) for word in _TYPES
    )


def points_to_macros(related: Sequence[Relation]) -> bool:
    """Return whether the workbook names a part as its macros, whatever that part is called."""
    return any(relation.kind.casefold() == _KIND for relation in related)
