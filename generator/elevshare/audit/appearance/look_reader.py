"""Read how the cells of a book look from its styles and its theme."""

from __future__ import annotations

from elevshare.audit.appearance.colours import BLACK, WHITE, Colour, colour, theme_colours
from elevshare.audit.appearance.look_parts import OF_SIGNS, alignment, fill_part, font_part
from elevshare.audit.appearance.looks import Line, Look, Looks
from elevshare.opened import OpenedBook, limits
from elevshare.opened.built_in_formats import BUILT_IN, GENERAL
from elevshare.opened.limits import TooMuchError
from elevshare.opened.package import Package
from elevshare.opened.relations import relations
from elevshare.opened.xml import Attributes, Nested, elements, own, parse

_LISTS = ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
#: Sides of a border; in a language from right to left, left is called start.
_SIDES = {"start": "left", "end": "right", **{s: s for s in ("left", "right", "top", "bottom")}}
#: The named style whose font is the workbook's.
_NORMAL = "0"
_TRUE = ("1", "true")
#: A number format that shows nothing of a number, in the place of one that cannot be known.
_UNKNOWN = '"?"'


def looks_of(book: OpenedBook) -> Looks:
    """Read the looks of a book.

    Raises:
        InputError: the part is damaged or has too many styles.
    """
    parts = {one.kind: one.target for one in relations(book.package, book.main_part)}
    if "styles" not in parts:
        return Looks()
    theme, signs = list[Colour](), False
    if book.package.has(parts.get("theme", "")):
        theme, signs = _theme(book, parts["theme"]), _has_signs(book, parts["theme"])
    reader = _Reader(theme, _palette(book.package, parts["styles"]), signs)
    parse(book.package, parts["styles"], reader.start, reader.end, _Nowhere())
    return reader.looks


def _theme(book: OpenedBook, part: str) -> list[Colour]:
    """The colours of a theme; one that is worked out from another counts as white, which hides."""
    found: dict[str, Colour] = {}
    name, base = "", 0
    for depth, word, about, _ in elements(book.package, part):
        if word == "clrScheme" and not base:
            base = depth
        elif base and depth == base + 1:
            name = word
        elif base and depth == base + 2:
            found.setdefault(name, _of_theme(word, about))
        elif base and depth > base + 2:
            found[name] = WHITE
        elif base:
            break
    return theme_colours(found)


def _has_signs(book: OpenedBook, part: str) -> bool:
    """Whether a font of a theme shows signs in the place of letters."""
    faces = (about.get("typeface", "") for *_, about, _ in elements(book.package, part))
    return any(OF_SIGNS.search(one) for one in faces)


def _of_theme(word: str, about: Attributes) -> Colour:
    """A colour of a theme by its element: the system's ink and ground by their names."""
    if word == "srgbClr":
        return colour({"rgb": about.get("val", "000000")}, [])
    if word == "sysClr" and about.get("val") in ("window", "windowText"):
        return WHITE if about["val"] == "window" else BLACK
    return WHITE


def _palette(package: Package, part: str) -> list[str]:
    """The palette of a book; it stands behind what refers to it."""
    if b"rgbColor" not in package.read(part):
        return []
    found: list[str] = []

    def start(name: str, about: Attributes) -> None:
        if own(name) == "rgbColor":
            found.append(about.get("rgb", ""))

    parse(package, part, start, lambda _: None, _Nowhere())
    return found


class _Reader:
    """Works out looks while the part is read."""

    def __init__(self, theme: list[Colour], palette: list[str], signs: bool) -> None:
        self._signs = signs
        self.looks = Looks(theme=theme, palette=palette)
        self._theme, self._palette = theme, self.looks.palette
        self._codes, self._stated = dict(BUILT_IN), dict[int, str]()
        self._fonts: list[Look] = []
        self._fills: list[Look] = []
        self._borders: list[Look] = []
        self._named: list[Look] = []
        self._look, self._list, self._inside, self._seen = Look(), "", "", 0
        self._crossing: tuple[str, ...] = ()
        self._side: tuple[str, str, Colour] | None = None
        self._nested = Nested()

    def start(self, name: str, about: Attributes) -> None:
        """Handle the start of an element."""
        self._seen += 1
        if self._seen > 6 * limits.STYLES:
            raise TooMuchError
        self._nested.start(name)
        if self._nested.within:
            return
        word = own(name)
        if word in _LISTS:
            self._list = word
        elif word in ("font", "fill", "border", "dxf") and word + "s" == self._list:
            self._look = Look(code=None)
        elif word == "xf":
            self._look = self._of_numbers(about)
        elif word == "cellStyle" and about.get("builtinId") == _NORMAL:
            self.looks.usual = _at(self._named, about.get("xfId"))
        elif word == "numFmt":
            self._number_format(about)
        elif word == "alignment":
            self._look = alignment(self._look, about)
        self._part(word, about)

    def _part(self, word: str, about: Attributes) -> None:
        """Handle what is inside a font, a fill or a border."""
        if word in ("font", "fill", "border"):
            self._inside = word
            if word == "border":
                ways = (("falling", "diagonalDown"), ("rising", "diagonalUp"))
                self._crossing = tuple(way for way, key in ways if about.get(key) in _TRUE)
        elif self._inside == "border":
            self._line(word, about)
        elif self._inside:
            shade = colour(about, self._theme, self._palette)
            if word == "scheme" and self._signs:
                self._look = self._look._replace(signs=True)
            if self._inside == "font":
                self._look = font_part(self._look, word, about, shade)
            else:
                self._look = fill_part(self._look, word, about, shade, self._list == "dxfs")

    def _line(self, word: str, about: Attributes) -> None:
        """Handle one side of a border, or its colour."""
        if word == "color" and self._side:
            self._side = (*self._side[:2], colour(about, self._theme, self._palette))
        elif word in _SIDES or word == "diagonal":
            self._side = (_SIDES.get(word, word), about.get("style", "none"), None)

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        within = self._nested.within
        self._nested.end(name)
        if within:
            return
        word = own(name)
        if word == self._inside:
            self._inside = ""
        if self._side and (word in _SIDES or word == "diagonal"):
            self._end_line(self._side)
        kept = {"font": self._fonts, "fill": self._fills, "border": self._borders}.get(word)
        if kept is not None and self._list == word + "s":
            kept.append(self._look)
        elif word == "dxf" and self._list == "dxfs":
            self.looks.conditional.append(self._look)
        elif word == "xf" and self._list == "cellXfs":
            self.looks.styles.append(self._look)
        elif word == "xf" and self._list == "cellStyleXfs":
            self._named.append(self._look)

    def _end_line(self, side: Line) -> None:
        """Keep a line that is drawn; a slanting one as often as it is."""
        self._side = None
        where, style, shade = side
        if style in ("none", ""):
            return
        wheres = self._crossing if where == "diagonal" else (where,)
        lines = (*self._look.lines, *((one, style, shade) for one in wheres))
        self._look = self._look._replace(lines=tuple(sorted(lines, key=lambda line: line[:2])))

    def _of_numbers(self, about: Attributes) -> Look:
        """A style from its numbers; programs show these whatever its apply… marks say."""
        font = _at(self._fonts, about.get("fontId"))
        fill = _at(self._fills, about.get("fillId"))
        lines = _at(self._borders, about.get("borderId")).lines
        code = self._codes.get(int(about.get("numFmtId", 0)), GENERAL)
        return font._replace(code=code, pattern=fill.pattern, ground=fill.ground, lines=lines)

    def _number_format(self, about: Attributes) -> None:
        """A number format, of a conditional format or with a number."""
        code = about.get("formatCode", "")
        if self._list == "dxfs":
            self._look = self._look._replace(code=code)
        else:
            number = int(about.get("numFmtId", 0))
            # Programs differ in which of two they take.
            twice = self._stated.setdefault(number, code) != code
            self._codes[number] = _UNKNOWN if twice else code


def _at(some: list[Look], number: str | None) -> Look:
    """The font, fill or border of a number."""
    index = int(number or 0)
    return some[index] if 0 <= index < len(some) else Look()


class _Nowhere(list[str]):
    """A list that keeps nothing: styles have no text."""

    def append(self, _: str) -> None:
        """Ignore the text."""
