"""Colours as a file states them, worked out to red, green and blue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from elevshare.opened.xml import Attributes, whole

#: Red, green and blue, each from 0 to 255; ``None`` stands for the colour of the system.
Colour = tuple[int, int, int] | None
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
#: How far one of the three may be off: programs round tints in their own ways.
_NEAR = 4
#: Attributes that state a colour.
_WAYS = {"rgb", "theme", "indexed"}
#: The number of the system's ground; 64 is its ink.
_GROUND = "65"
#: The palette that numbers refer to where the file has no other.
_PALETTE = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    * 2
    + "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066"
    " FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF"
    " CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699"
    " 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split()


def colour(about: Attributes, theme: Sequence[Colour], palette: Sequence[str] = ()) -> Colour:
    """Return the colour that an element states.

    >>> colour({"rgb": "FF1F3864"}, []), colour({"indexed": "64"}, []), colour({"auto": "1"}, [])
    ((31, 56, 100), None, None)
    >>> colour({"theme": "1", "tint": "0.5"}, [WHITE, BLACK])
    (128, 128, 128)
    """
    ways = sorted(about.keys() & _WAYS)
    found = [_stated(about, way, theme, palette) for way in ways]
    if not found:
        return None
    # Where it is stated in two ways programs differ; the lighter one hides more.
    one = max(found, key=lambda each: sum(each or BLACK))
    tint = float(about.get("tint", 0))
    return one if one is None or not tint else _tinted(one, tint)


def _stated(about: Attributes, way: str, theme: Sequence[Colour], palette: Sequence[str]) -> Colour:
    """The colour that one of the attributes of an element states."""
    text = about[way]
    if way == "rgb":
        return _of(text)
    if way == "indexed" and text == _GROUND:
        return WHITE
    number = whole(text)
    if way == "theme":
        return theme[number] if 0 <= number < len(theme) else None
    known = palette or _PALETTE
    return _of(known[number]) if 0 <= number < len(known) else None


def _of(digits: str) -> Colour:
    """The colour of six hexadecimal digits, or of eight with a leading transparency."""
    text = digits[-6:].rjust(6, "0")
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:], 16)


def _tinted(found: tuple[int, int, int], tint: float) -> Colour:
    """Lighter for a positive tint, darker for a negative one."""
    to = 255 if tint > 0 else 0
    red, green, blue = (round(one + (to - one) * min(abs(tint), 1)) for one in found)
    return red, green, blue


def near(one: Colour, other: Colour, unset: tuple[int, int, int]) -> bool:
    """Return whether two colours look alike; ``unset`` is what the system's colour is here.

    >>> near((31, 56, 100), (30, 56, 101), BLACK), near(None, BLACK, BLACK), near(None, WHITE, BLACK)
    (True, True, False)
    """
    pairs = zip(one or unset, other or unset, strict=True)
    return all(abs(here - there) <= _NEAR for here, there in pairs)


@lru_cache(maxsize=1024)
def contrast(one: Colour, other: Colour) -> float:
    """Return how well a text in one colour is seen on another, from 1 (not at all) to 21 (WCAG 2).

    >>> round(contrast(BLACK, WHITE)), round(contrast((255, 255, 250), WHITE))
    (21, 1)
    """
    light, dark = sorted((_light(one or BLACK), _light(other or WHITE)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(found: tuple[int, int, int]) -> float:
    """The relative luminance."""
    parts = [one / 255 for one in found]
    red, green, blue = (
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def theme_colours(found: Mapping[str, Colour]) -> list[Colour]:
    """Return the colours of a theme in the order in which cells number them.

    Cells name light before dark, though a theme states dark before light.
    """
    order = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    return [found.get(name) for name in order]
