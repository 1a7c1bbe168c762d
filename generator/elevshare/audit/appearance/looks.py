"""Read how the cells of a book look: every style, every conditional format, worked out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from elevshare.audit.appearance.colours import Colour, colour, theme_colours
from elevshare.opened import OpenedBook, limits
from elevshare.opened.built_in_formats import BUILT_IN, GENERAL
from elevshare.opened.limits import TooMuchError
from elevshare.opened.relations import relations
from elevshare.opened.xml import Attributes, elements, local, parse

_FALSE = ("0", "false")


class Look(NamedTuple):
    """How cells of one style look; sizes in points, a rotation in degrees, ``None``: not stated."""

    code: str | None = GENERAL
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: str | None = None
    struck: bool | None = None
    raised: str | None = None
    ink: Colour = None
    pattern: str = ""
    ground: Colour = None
    across: str = "general"
    rotated: int = 0
    indent: int = 0
    wraps: bool = False
    shrinks: bool = False
    direction: int = 0


@dataclass(slots=True)
class Looks:
    """The looks of a book: of every style, and of every conditional format."""

    styles: list[Look] = field(default_factory=list)
    conditional: list[Look] = field(default_factory=list)

    def of(self, style: int) -> Look:
        """The look of a style; of one that the file does not have, the plain one."""
        return self.styles[style] if 0 <= style < len(self.styles) else Look()


def looks_of(book: OpenedBook) -> Looks:
    """Read the looks of a book.

    Raises:
        InputError: the part is damaged or has too many styles.
    """
    parts = {one.kind: one.target for one in relations(book.package, book.main_part)}
    if "styles" not in parts:
        return Looks()
    theme = _theme(book, parts["theme"]) if book.package.has(parts.get("theme", "")) else []
    reader = _Reader(theme)
    parse(book.package, parts["styles"], reader.start, reader.end, _Nowhere())
    return reader.looks


def _theme(book: OpenedBook, part: str) -> list[Colour]:
    """The colours of a theme."""
    found: dict[str, Colour] = {}
    name = ""
    for _, word, about, _ in elements(book.package, part):
        if word in ("srgbClr", "sysClr") and name and name not in found:
            found[name] = colour({"rgb": about.get("lastClr", about.get("val", "000000"))}, [])
        name = word
    return theme_colours(found)


class _Reader:
    """Works out looks while the part is read."""

    def __init__(self, theme: list[Colour]) -> None:
        self.looks = Looks()
        self._theme, self._palette = theme, list[str]()
        self._codes = dict(BUILT_IN)
        self._fonts: list[Look] = []
        self._fills: list[Look] = []
        self._look, self._list, self._seen = Look(), "", 0
        self._in_font = self._in_fill = False

    def start(self, name: str, about: Attributes) -> None:
        """Handle the start of an element."""
        self._seen += 1
        if self._seen > 6 * limits.STYLES:
            raise TooMuchError
        word = local(name)
        if word in ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"):
            self._list = word
        elif word == "rgbColor":
            self._palette.append(about.get("rgb", ""))
        elif word in ("font", "fill", "dxf") and word + "s" == self._list:
            self._look = Look(code=None)
        elif word == "xf":
            self._look = self._of_numbers(about)
        elif word == "numFmt":
            self._number_format(about)
        elif word == "alignment":
            self._alignment(about)
        self._part(word, about)

    def _part(self, word: str, about: Attributes) -> None:
        """Handle what is inside a font or a fill."""
        if word == "font":
            self._in_font = True
        elif word == "fill":
            self._in_fill = True
        elif self._in_font:
            self._font(word, about)
        elif self._in_fill:
            self._fill(word, about)

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        word = local(name)
        if word == "font":
            self._in_font = False
        elif word == "fill":
            self._in_fill = False
        if word == "font" and self._list == "fonts":
            self._fonts.append(self._look)
        elif word == "fill" and self._list == "fills":
            self._fills.append(self._look)
        elif word == "dxf" and self._list == "dxfs":
            self.looks.conditional.append(self._look)
        elif word == "xf" and self._list == "cellXfs":
            self.looks.styles.append(self._look)

    def _of_numbers(self, about: Attributes) -> Look:
        """A style from its numbers; programs show these whatever its apply… marks say."""
        font = _at(self._fonts, about.get("fontId"))
        fill = _at(self._fills, about.get("fillId"))
        code = self._codes.get(int(about.get("numFmtId", 0)), GENERAL)
        return font._replace(code=code, pattern=fill.pattern, ground=fill.ground)

    def _number_format(self, about: Attributes) -> None:
        """A number format, of a conditional format or with a number."""
        code = about.get("formatCode", "")
        if self._list == "dxfs":
            self._look = self._look._replace(code=code)
        else:
            self._codes[int(about.get("numFmtId", 0))] = code

    def _alignment(self, about: Attributes) -> None:
        """How a text lies in its cell."""
        self._look = self._look._replace(
            across=about.get("horizontal", "general"),
            rotated=int(float(about.get("textRotation", 0))),
            indent=int(float(about.get("indent", 0))),
            wraps=about.get("wrapText", "0") not in _FALSE,
            shrinks=about.get("shrinkToFit", "0") not in _FALSE,
            direction=int(float(about.get("readingOrder", 0))),
        )

    def _font(self, word: str, about: Attributes) -> None:
        """An element of a font."""
        value = about.get("val", "1")
        if word == "color":
            self._look = self._look._replace(ink=colour(about, self._theme, self._palette))
        elif word == "sz":
            self._look = self._look._replace(size=float(value))
        elif word in ("name", "rFont"):
            self._look = self._look._replace(font=value)
        elif word == "b":
            self._look = self._look._replace(bold=value not in _FALSE)
        elif word == "i":
            self._look = self._look._replace(italic=value not in _FALSE)
        elif word == "strike":
            self._look = self._look._replace(struck=value not in _FALSE)
        elif word == "u":
            self._look = self._look._replace(underline=about.get("val", "single"))
        elif word == "vertAlign":
            self._look = self._look._replace(raised=value)

    def _fill(self, word: str, about: Attributes) -> None:
        """An element of a fill; a solid one shows its foreground, in a conditional format its background."""
        if word == "patternFill":
            unstated = "solid" if self._list == "dxfs" else "none"
            self._look = self._look._replace(pattern=about.get("patternType", unstated))
        elif word == "gradientFill":
            self._look = self._look._replace(pattern="gradient")
        elif word in ("fgColor", "bgColor"):
            shows = "bgColor" if self._list == "dxfs" else "fgColor"
            found = colour(about, self._theme, self._palette)
            if word == shows or self._look.ground is None:
                self._look = self._look._replace(ground=found)


def _at(some: list[Look], number: str | None) -> Look:
    """The font or fill of a number."""
    index = int(number or 0)
    return some[index] if 0 <= index < len(some) else Look()


class _Nowhere(list[str]):
    """A list that keeps nothing: styles have no text."""

    def append(self, _: str) -> None:
        """Ignore the text."""
