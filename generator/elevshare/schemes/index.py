"""The list of schemes, read from an index so that no scheme file needs to be parsed.

The index has a checksum of each file. A new or edited file is parsed instead, so the list is always
right; it only takes longer. ``python -m elevshare.schemes.index`` writes the index anew.
"""

from __future__ import annotations

import zlib
from functools import cache
from os import listdir
from typing import TYPE_CHECKING, NamedTuple

from elevshare.schemes.contents import CONTENTS

if TYPE_CHECKING:
    from elevshare.schemes.model import Scheme

FOLDER = __file__.removesuffix("index.py")
_ENDING = ".toml"


class Edition(NamedTuple):
    """One version of a scheme in the list; ``label`` is empty where there is only one.

    ``terms`` are part, first and last day as stated, of the parts of which these are known.
    """

    label: str
    status: str
    title: str
    terms: tuple[tuple[str, str, str], ...]


class SchemeEntry(NamedTuple):
    """One scheme in the list.

    ``parts`` are keys of ``CONTENTS``, ``formerly`` its former names. ``storeys`` and ``entry`` are
    what its way of sharing is made for, as texts; empty for any.
    """

    id: str
    city: str
    name: str
    parts: tuple[str, ...]
    status: str
    title: str
    formerly: tuple[str, ...]
    editions: tuple[Edition, ...]
    storeys: str = ""
    entry: str = ""


def ids() -> list[str]:
    """Return the ids of all scheme files, sorted."""
    names = (name for name in listdir(FOLDER) if name.endswith(_ENDING))  # noqa: PTH208
    return sorted(name.removesuffix(_ENDING) for name in names)


@cache
def entries() -> tuple[SchemeEntry, ...]:
    """Return the entries of all schemes, sorted by id.

    Raises:
        InputError: a new or edited file is malformed.
    """
    known = _known()
    return tuple(known.get((id, checksum(id))) or _read(id) for id in ids())


def named(name: str) -> SchemeEntry | None:
    """Return the entry with an id or name, also a former one; ``None`` if there is none.

    A place may be called by its full name: 咸阳市, 陕西省咸阳市, 重庆市渝北区.
    """
    wanted = name.replace("＠", "@").partition("@")[0].strip().casefold()  # without a version
    for entry in entries():
        if wanted in (entry.id, entry.name.casefold(), *map(str.casefold, entry.formerly)):
            return entry
    short = short_place(wanted)
    return next((one for one in entries() if short_place(one.name).casefold() == short), None)


def short_place(name: str) -> str:
    """Return the name of a place without its province and its rank, else the name as it is.

    >>> [short_place(name) for name in ("咸阳市", "陕西省咸阳市", "甘肃省", "重庆市渝北区", "怀远县")]
    ['咸阳', '咸阳', '甘肃', '重庆-渝北', '怀远']
    """
    _, _, behind = name.strip().removesuffix("省").rpartition("省")
    city, _, district = behind.partition("市")
    return "-".join(filter(None, (city, district))).rstrip("区县")


def checksum(id: str) -> str:
    """Return the checksum of a scheme file, the same for both kinds of line ends."""
    with open(f"{FOLDER}{id}{_ENDING}", "rb") as file:  # noqa: PTH123 — pathlib takes long to start
        data = file.read().replace(b"\r\n", b"\n")
    return f"{zlib.crc32(data):08x}"


def _known() -> dict[tuple[str, str], SchemeEntry]:
    """Read the index: id and checksum → entry."""
    found = {}
    with open(f"{FOLDER}index.tsv", encoding="utf-8") as file:  # noqa: PTH123
        for line in file:
            mark, id, city, name, parts, status, title, former, editions, *fits = line.rstrip(
                "\n"
            ).split("\t")
            lists = tuple(parts.split()), tuple(former.split())
            every = tuple(map(_edition, editions.split("|")))
            found[id, mark] = SchemeEntry(
                id, city, name, lists[0], status, title, lists[1], every, *fits
            )
    return found


def _read(id: str) -> SchemeEntry:
    """Parse a scheme file for its entry."""
    from elevshare.schemes.load import shipped

    return entry_of(shipped(id))


def entry_of(scheme: Scheme) -> SchemeEntry:
    """Return the entry of a scheme."""
    parts = tuple(part for part in CONTENTS if getattr(scheme, part))
    title = scheme.document.title
    names, rule = (scheme.id, scheme.city, scheme.name), scheme.share
    fits = (str(rule.storeys or ""), str(rule.entry or "")) if rule else ()
    every = scheme.editions
    editions = tuple(
        Edition(one.version, one.version_status, one.document.title, _terms(one)) for one in every
    )
    return SchemeEntry(*names, parts, scheme.status, title, scheme.formerly, editions, *fits)


def _terms(scheme: Scheme) -> tuple[tuple[str, str, str], ...]:
    """Return part, first and last day of what of a scheme has a time."""
    laws = {part: getattr(scheme, part).law for part in CONTENTS if getattr(scheme, part)}
    return tuple((part, law.in_force, law.expires) for part, law in laws.items() if law.dated)


def _edition(text: str) -> Edition:
    """Read one version from its text in the index."""
    label, status, title, *terms = text.split(";")
    parts = (term.split(":") for term in terms)
    return Edition(label, status, title, tuple((part, first, last) for part, first, last in parts))


def _edition_text(edition: Edition) -> str:
    """Write one version as a text without bars."""
    return ";".join([*edition[:-1], *map(":".join, edition.terms)])


def index_text() -> str:
    """Return the correct content of the index: a line for each scheme, columns divided by tabs."""
    from elevshare.schemes.load import shipped

    rows = ((checksum(id), *_columns(entry_of(shipped(id)))) for id in ids())
    return "".join("\t".join(row) + "\n" for row in rows)


def _columns(entry: SchemeEntry) -> list[str]:
    """Return an entry as texts."""
    words = (entry.id, entry.city, entry.name, " ".join(entry.parts), entry.status, entry.title)
    editions = "|".join(map(_edition_text, entry.editions))
    return [*words, " ".join(entry.formerly), editions, entry.storeys, entry.entry]


if __name__ == "__main__":
    with open(f"{FOLDER}index.tsv", "w", encoding="utf-8", newline="\n") as file:  # noqa: PTH123
        file.write(index_text())
