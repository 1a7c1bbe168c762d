"""What the elements of a font, a fill and an alignment say about a look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elevshare.audit.appearance.colours import BLACK, Colour, colour
from elevshare.audit.appearance.looks import Look, Looks
from elevshare.opened.texts import Dress
from elevshare.opened.xml import Attributes

_FALSE = ("0", "false")
#: The number of the system's ink.
_INK = "64"
#: Names of fonts that show signs in the place of letters.
OF_SIGNS = re.compile(
    "wingding|webding|symbol|dingbat|marlett|mt extra|barcode|emoji", re.IGNORECASE
)
#: The character set of fonts that show signs in the place of letters.
_OF_SIGNS = "2"
#: A run whose font cannot be read counts as one that cannot be seen.
_UNREADABLE = 1.0


def font_part(look: Look, word: str, about: Attributes, shade: Colour) -> Look:
    """Return a look with one element of its font; ``shade`` is the colour that it states.

    >>> font_part(Look(), "sz", {"val": "9"}, None).size, font_part(Look(), "b", {}, None).bold
    (9.0, True)
    """
    value = about.get("val", "1")
    if word == "color":
        return look._replace(ink=shade)
    if word == "sz":
        return look._replace(size=float(value))
    if word in ("name", "rFont"):
        return look._replace(font=value)
    if word == "b":
        return look._replace(bold=value not in _FALSE)
    if word == "i":
        return look._replace(italic=value not in _FALSE)
    if word == "strike":
        return look._replace(struck=value not in _FALSE)
    if word == "u":
        return look._replace(underline=about.get("val", "single"))
    if word == "vertAlign":
        return look._replace(raised=value)
    if word == "charset":
        return look._replace(signs=value == _OF_SIGNS)
    if word in ("outline", "shadow"):
        return look._replace(drawn=look.drawn or value not in _FALSE)
    return look


def fill_part(look: Look, word: str, about: Attributes, shade: Colour, conditional: bool) -> Look:
    """Return a look with one element of its fill.

    A solid fill shows its foreground, in a ``conditional`` format its background.

    >>> fill_part(Look(), "patternFill", {}, None, True).pattern
    'solid'
    """
    if word == "patternFill":
        pattern = about.get("patternType", "solid" if conditional else "none")
        return look._replace(pattern=pattern, ground=None)
    if word == "gradientFill":
        return look._replace(pattern="gradient")
    if word == ("bgColor" if conditional else "fgColor"):
        dark = conditional and about.get("indexed") == _INK
        return look._replace(ground=BLACK if dark else shade)
    if word in ("fgColor", "bgColor") and look.ground is None:
        return look._replace(ground=shade)
    return look


def alignment(look: Look, about: Attributes) -> Look:
    """Return a look with how a text lies in its cell.

    >>> alignment(Look(), {"horizontal": "fill", "indent": "2"})[-7:]
    ('fill', 'bottom', 0, 2, False, False, 0)
    """
    return look._replace(
        across=about.get("horizontal", "general"),
        down=about.get("vertical", "bottom"),
        rotated=int(float(about.get("textRotation", 0))),
        indent=int(float(about.get("indent", 0))),
        wraps=about.get("wrapText", "0") not in _FALSE,
        shrinks=about.get("shrinkToFit", "0") not in _FALSE,
        direction=int(float(about.get("readingOrder", 0))),
    )


def dressed(look: Look, dress: Dress, looks: Looks) -> Iterator[Look]:
    """Yield how each run of a text looks that has a font of its own.

    What a run does not say is as in the rest of its cell.

    >>> [one.size for one in dressed(Look(size=10), (("rPr", {}), ("sz", {"val": "1"})), Looks())]
    [1.0]
    """
    now = None
    for word, about in dress:
        if word == "rPr":
            if now is not None:
                yield now
            now = look
        elif now is not None:
            now = _run_part(now, word, about, looks)
    if now is not None:
        yield now


def _run_part(look: Look, word: str, about: Attributes, looks: Looks) -> Look:
    """Return a look with one element of a run's font."""
    try:
        return font_part(look, word, about, colour(about, looks.theme, looks.palette))
    except ValueError:
        return look._replace(size=_UNREADABLE)
