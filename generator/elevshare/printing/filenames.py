"""File names from room numbers, valid on Windows, macOS and Linux."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

#: What Windows refuses in a name, and what looks like it.
_RESERVED = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
_DEVICES = {
    *("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"),
    *(f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"),
}
_LONGEST = 50


def safe_name(room: str, what: str = "房号") -> str:
    """A valid file name without ending, from a room number or another text (``what``).

    >>> [safe_name(room) for room in ("101", "1/2", "con", "101.", " ", "nul.1")]
    ['101', '1／2', '房号con', '101．', '无房号', '房号nul.1']
    """
    plain = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in room)
    name = " ".join(plain.translate(_RESERVED).split())[:_LONGEST].rstrip()
    bare = name.strip(".")
    left = len(name) - len(name.lstrip("."))
    name = "．" * left + bare + "．" * (len(name) - left - len(bare))
    if name.split(".")[0].rstrip().upper() in _DEVICES:
        name = f"{what}{name}"
    return name or f"无{what}"


def file_names(rooms: Sequence[str], ending: str, taken: Iterable[str] = ()) -> list[str]:
    """A file name for each room, all different even where capitals make no difference.

    A room that is a valid name gets exactly that name; others get a number if need be.

    >>> file_names(["A1", "a1", "1／2", "1/2"], ".pdf", ["全部.pdf"])
    ['A1.pdf', 'a1（2）.pdf', '1／2.pdf', '1／2（2）.pdf']
    """
    names, used = [""] * len(rooms), {folded(name) for name in taken}
    for index in sorted(range(len(rooms)), key=lambda i: safe_name(rooms[i]) != rooms[i]):
        base = safe_name(rooms[index])
        name, number = f"{base}{ending}", 1
        while folded(name) in used:
            number += 1
            name = f"{base}（{number}）{ending}"
        used.add(folded(name))
        names[index] = name
    return names


def folded(name: str) -> str:
    """A key that is equal for names that some file system takes for one."""
    return unicodedata.normalize("NFC", name).casefold()
