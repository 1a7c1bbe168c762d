"""Read which styles unlock their cells, show dates or strike out, and their number formats."""

from __future__ import annotations

import re

from elevshare.opened import limits
from elevshare.opened.built_in_formats import BUILT_IN, GENERAL
from elevshare.opened.limits import TooMuchError
from elevshare.opened.package import Package
from elevshare.opened.xml import Attributes, Nested, own, parse

_NO_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_LETTERS = re.compile(r"[dmhysbeg]", re.IGNORECASE)
#: Letters that show no date: "general" (also in Chinese), powers of ten.
_PLAIN_LETTERS = re.compile(r"general|g/通用格式|e[+-]", re.IGNORECASE)


def is_date_format(code: str) -> bool:
    r"""Return whether a number format shows a date or a time.

    >>> [is_date_format(code) for code in ("yyyy-mm-dd", "[h]:mm", 'm"月"d"日"', "0.00", '0"d"')]
    [True, True, True, False, False]
    >>> [is_date_format(code) for code in ("[Red]0", "General", "[$-804]yyyy", "# ??/??;@")]
    [False, False, True, False]
    >>> is_date_format("G/通用格式"), is_date_format("0.00E+00")
    (False, False)
    """
    plain = _NO_FORMAT.sub("", code[:255]).partition(";")[0]  # a quoted text may hold a ";"
    return bool(_DATE_LETTERS.search(_PLAIN_LETTERS.sub("", plain)))


_BUILT_IN_DATES = frozenset(number for number, code in BUILT_IN.items() if is_date_format(code))


class Styles:
    """The styles of a book.

    Attributes:
        unlocked: numbers of the styles whose cells are not locked.
        dates: numbers of the styles that show a date or time.
        struck: numbers of the styles whose texts are struck out.
        codes: number of a style → the code of its number format, where it is not "General".
        formats: number of a style → its number formats, where the file states them.
        conditional_codes: number of a conditional format → its number format.
    """

    def __init__(self) -> None:
        self.unlocked: set[int] = set()
        self.dates: set[int] = set()
        self.struck: set[int] = set()
        self.codes: dict[int, str] = {}
        self.formats: dict[int, frozenset[str]] = {}
        self.conditional_codes: dict[int, str] = {}
        self._formats: dict[int, bool] = {}
        self._codes: dict[int, frozenset[str]] = {}
        self._last_codes = dict(BUILT_IN)
        self._conditional = 0
        self._list, self._format, self._seen = "", 0, 0
        self._base: list[bool] = []
        self._count = 0
        self._locked: bool | None = None
        self._own, self._parent = False, 0
        self._nested = Nested()
        self._fonts, self._font, self._struck_fonts = 0, 0, set[int]()

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the start of an element."""
        self._seen += 1
        if self._seen > 4 * limits.STYLES:
            raise TooMuchError
        self._nested.start(name)
        if self._nested.within:
            return
        match own(name):
            case "fonts" | "cellStyleXfs" | "cellXfs" | "cellStyles" | "dxfs" as part:
                self._list = part
            case "font" if self._list == "fonts":
                self._fonts += 1
            case "strike" if self._list == "fonts":
                if attributes.get("val", "1") not in ("0", "false"):
                    self._struck_fonts.add(self._fonts - 1)
            case "dxf":
                self._conditional += 1
            case "numFmt":
                self._keep_format(attributes.get("formatCode", ""), attributes)
            case "xf":
                self._format = int(attributes.get("numFmtId", 0))
                self._font = int(attributes.get("fontId", 0))
                self._parent = int(attributes.get("xfId", 0))
                self._own = attributes.get("applyProtection", "0") in ("1", "true")
                self._locked = None
            case "protection":
                self._locked = attributes.get("locked", "1") not in ("0", "false")

    def end(self, name: str) -> None:
        """Handle the end of an element: a style is complete."""
        within = self._nested.within
        self._nested.end(name)
        if within or own(name) != "xf":
            return
        if self._list == "cellStyleXfs":
            self._base.append(self._locked is False)
        elif self._list == "cellXfs":
            self._cell_style()

    def _keep_format(self, code: str, attributes: Attributes) -> None:
        """Keep a number format: of a conditional format, or of the styles with its number."""
        if self._list == "dxfs":
            self.conditional_codes[self._conditional - 1] = code
            return
        number = int(attributes.get("numFmtId", 0))
        self._formats[number] = is_date_format(code)
        self._codes[number] = self._codes.get(number, frozenset()) | {code}
        self._last_codes[number] = code

    def _cell_style(self) -> None:
        """Keep a style of cells; a lock that it does not state comes from its named style."""
        unlocked = self._locked is False
        if self._locked is None and not self._own and 0 <= self._parent < len(self._base):
            unlocked = self._base[self._parent]
        if unlocked:
            self.unlocked.add(self._count)
        if self._formats.get(self._format, self._format in _BUILT_IN_DATES):
            self.dates.add(self._count)
        if self._font in self._struck_fonts:
            self.struck.add(self._count)
        if self._last_codes.get(self._format, GENERAL) != GENERAL:
            self.codes[self._count] = self._last_codes[self._format]
        if self._format in self._codes:
            self.formats[self._count] = self._codes[self._format]
        self._count += 1


def read_styles(package: Package, part: str) -> Styles:
    """Read the styles of a book.

    Raises:
        InputError: the part is damaged or has too many styles.
    """
    styles = Styles()
    parse(package, part, styles.start, styles.end, _Nowhere())
    return styles


class _Nowhere(list[str]):
    """A list that keeps nothing: styles have no text."""

    def append(self, _: str) -> None:
        """Ignore the text."""
