"""Number format codes, taken apart: sections, and what each is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

#: What Excel allows.
_LONGEST, _SECTIONS = 255, 4
_COLOURS = (
    "black|blue|cyan|green|magenta|red|white|yellow|colou?r *[0-9]+"
    "|黑色?|蓝色?|青色?|蓝绿色|绿色?|洋红色?|红色?|白色?|黄色?|颜色 *[0-9]+"
)
#: A language, with a calendar perhaps; one with digits of its own has more digits.
_LOCALE = "0*[0-9a-f]{1,6}|[a-z]{2,3}-[a-z]{2,4}"
#: Everything that can be said exactly; a place of a digit, a point, a comma … are their own kind.
_PIECE = re.compile(
    rf"""(?P<end>;)|"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|(?P<blank>_.)
    |(?P<nothing>\*.|\[(?:{_COLOURS})\])|\[\$(?P<currency>[^\]-]*)(?:-(?:{_LOCALE}))?\]
    |(?P<general>General|G/通用格式)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)
    |(?P<text>@)|(?P<sign>[-+ 1-9()$:'{{}}&~^|]|[^\x00-\x7f])""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LITERAL = {"quoted", "escaped", "blank", "currency", "sign"}
#: A letter for every kind of piece of a section, and a comma that programs take differently.
_SIGNS = {"literal": "L", "digit": "0", "point": ".", "comma": ",", "percent": "%", "general": "G"}
_ODD_COMMA = re.compile(r"(?<![0,]),|,\.")


class Piece(NamedTuple):
    """A piece of a section: its kind (literal, digit, point, percent or general) and text."""

    kind: str
    text: str


class Section(NamedTuple):
    """How one kind of number is shown.

    Attributes:
        whole: what stands before the point.
        rest: what stands from the point on.
        grouped: whether commas part the thousands.
        power: the power of ten by which the number is multiplied before it is shown.
    """

    whole: tuple[Piece, ...]
    rest: tuple[Piece, ...]
    grouped: bool
    power: int

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its pieces; without digit and general it shows the same for any number."""
        return frozenset(piece.kind for piece in self.whole + self.rest)


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[Section, ...] | None:
    r"""Take the sections of a code for numbers apart, the one for texts left out.

    ``None`` if what it shows cannot be said exactly: dates, fractions, powers of ten, conditions,
    Chinese digits. A code for texts alone, ``@``, shows a number as General does.

    >>> [len(sections(code)) for code in ("0.00", "0;-0;;@", "@", "")]
    [1, 3, 1, 1]
    >>> [sections(code) for code in ("yyyy-mm", "# ?/?", "[>9]0;0", '"a')]
    [None, None, None, None]
    >>> sections('#,##0.0,"千"%')[0][2:]
    (True, -1)
    """
    if len(code) > _LONGEST:
        return None
    try:
        parts = _parts(list(_pieces(code or "@")))
        return tuple(_section(part) for part in parts)
    except ValueError:
        return None


def _pieces(code: str) -> Iterator[Piece]:
    """Yield the pieces of a code.

    Raises:
        ValueError: there is something that cannot be said.
    """
    at = 0
    while at < len(code):
        found = _PIECE.match(code, at)
        if found is None:
            raise ValueError(code)
        at, kind = found.end(), found.lastgroup or "nothing"
        if kind in _LITERAL:
            yield Piece("literal", " " if kind == "blank" else found[kind])
        elif kind != "nothing":
            yield Piece(kind, found[kind])


def _parts(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each section for numbers.

    Raises:
        ValueError: there are too many, or one for texts is not the last.
    """
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind == "end":
            parts.append([])
        else:
            parts[-1].append(piece)
    if len(parts) > _SECTIONS:
        raise ValueError("too many sections")
    if parts == [[Piece("text", "@")]]:
        return [[Piece("general", "@")]]
    if len(parts) == _SECTIONS or any(piece.kind == "text" for piece in parts[-1]):
        parts.pop()
    if not parts or any(piece.kind == "text" for part in parts for piece in part):
        raise ValueError("a text among numbers")
    return parts


def _section(pieces: Sequence[Piece]) -> Section:
    """Build a section.

    Raises:
        ValueError: points, commas or "General" stand where their meaning is not certain.
    """
    kinds = "".join(_SIGNS[piece.kind] for piece in pieces)
    whole, _, rest = kinds.partition(".")
    behind, tail = whole.rfind("0") + 1, rest.rfind("0") + 1
    numbers = kinds.count("G") + ("0" in kinds)
    if numbers > 1 or "." in rest or "," in rest[:tail] or _ODD_COMMA.search(kinds):
        raise ValueError(kinds)
    power = 2 * kinds.count("%") - 3 * (whole[behind:] + rest[tail:]).count(",")
    shown = [(n, piece) for n, piece in enumerate(pieces) if piece.kind != "comma"]
    return Section(
        tuple(piece for n, piece in shown if n < len(whole)),
        tuple(piece for n, piece in shown if n >= len(whole)),
        "," in whole[:behind],
        power,
    )
