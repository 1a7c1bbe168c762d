"""Read the cells of one sheet as a stream; most of the reading time is spent here."""

from __future__ import annotations

from math import isfinite
from typing import Literal

from elevshare.opened import limits
from elevshare.opened.features import Features
from elevshare.opened.formulas import Formulas
from elevshare.opened.limits import TooMuchError
from elevshare.opened.model import Cell, OpenedSheet, Value
from elevshare.opened.package import Package
from elevshare.opened.places import column_number, row_number
from elevshare.opened.texts import ReadingBudget, Runs, Strings, plain
from elevshare.opened.xml import Attributes, Nested, StrangeError, main_names, parse, whole

_NAMES = tuple(main_names("c", "v", "f", "row", "t", "rPh", "is"))
_CELL, _VALUE, _FORMULA, _ROW, _TEXT, _PHONETIC, _INLINE = _NAMES
#: What a row says of how it is seen.
_ROW_LOOKS = frozenset(("hidden", "ht", "customFormat", "collapsed"))
#: Elements that no program finds within those of another namespace, or only some do.
_CONTENT = frozenset().union(*_NAMES)
_DIGITS = "0123456789"
_NO_ATTRIBUTES: Attributes = {}
_LONGEST_NUMBER = 40


class TooFarError(Exception):
    """A cell with content is beyond the last row or column that is read."""


class SheetReader:
    """Fills one sheet from the starts and ends of its XML elements."""

    def __init__(self, sheet: OpenedSheet, strings: Strings, budget: ReadingBudget) -> None:
        self.sheet, self.texts = sheet, list[str]()
        self._cells, self._strings, self._budget = sheet.cells, strings, budget
        self._formulas = Formulas(budget)
        self._features = Features(sheet, budget, self.texts)
        self._blanks: dict[int, Cell] = {}
        self._row, self._row_digits, self._column, self._rows = 0, "", 0, 0
        self._cell: Attributes | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._about: Attributes = _NO_ATTRIBUTES
        self._runs: list[str] = []
        self._dress = Runs()
        self._aside = self._hinted = self._row_hints = False
        self._nested = Nested()

    def start(self, name: str, attributes: Attributes) -> None:
        """Handle the start of an element."""
        self.texts.clear()
        if self._nested.within and name in _CONTENT:
            raise StrangeError
        if name in _CELL:
            self._budget.cells -= 1
            if self._budget.cells < 0:
                raise TooMuchError
            self._cell = attributes
            self._value = self._formula = None
            self._hinted = False
        elif name in _FORMULA:
            self._about = attributes
        elif name in _ROW:
            self._start_row(attributes)
        elif name in _VALUE or name in _TEXT:
            pass
        elif name in _PHONETIC:
            self._aside = self._hinted = True
        elif name in _INLINE:
            self._runs.clear()
        else:
            self._nested.start(name)
            self._features.start(name, attributes)
            if self._cell is not None:
                self._dress.start(name, attributes)

    def end(self, name: str) -> None:
        """Handle the end of an element."""
        if name in _VALUE:
            self._value = self._only(self._value, "".join(self.texts))
        elif name in _FORMULA:
            self._formula = self._only(self._formula, "".join(self.texts))
        elif name in _CELL:
            if self._cell is not None:
                self._finish(self._cell)
            self._cell = None
        elif name in _TEXT:
            if not self._aside:
                self._runs.append("".join(self.texts))
        elif name in _INLINE:
            self._value = self._only(self._value, "".join(self._runs))
        elif name in _PHONETIC:
            self._aside = False
        elif name not in _ROW:
            self._nested.end(name)
            self._features.end(name)
            if self._cell is not None:
                self._dress.end(name)

    def _only(self, before: str | None, now: str) -> str:
        """Return what a cell holds; one that says two things shows another in another program."""
        if before and now and before != now and self._cell is not None:
            raise ValueError("a cell that says two things")
        return now or before or ""

    def _start_row(self, attributes: Attributes) -> None:
        """Handle the start of a row."""
        digits = attributes.get("r") or str(self._row + 1)
        self._row, self._row_digits = row_number(digits), digits
        self._column, self._rows = 0, self._rows + 1
        if self._rows > limits.ROWS:
            raise TooMuchError
        self._row_hints = "ph" in attributes
        if not attributes.keys().isdisjoint(_ROW_LOOKS):
            self._features.row(self._row, attributes)

    def _finish(self, attributes: Attributes) -> None:
        """Keep a cell that has been read completely."""
        row, column = place = self._place(attributes.get("r"))
        self._column = column
        style = whole(attributes.get("s", "0"))
        cell = self._made(attributes.get("t", "n"), style, place)
        if row > limits.LAST_ROW or column > limits.LAST_COLUMN:
            if cell.value is not None or cell.formula is not None:
                raise TooFarError
        elif place in self._cells:
            raise ValueError("a cell that is there twice")
        else:
            self._cells[place] = cell
            if "vm" in attributes:
                self.sheet.rich.append(place)
            if self._row_hints or "ph" in attributes:
                self._keep_hint(attributes, place)
            if self._dress.found or self._strings.dressed:
                self._keep_dress(attributes, place)

    def _keep_hint(self, attributes: Attributes, place: tuple[int, int]) -> None:
        """Keep that a phonetic hint is shown above a cell's text, if it has one."""
        is_shared = attributes.get("t") == "s" and self._value is not None
        if self._hinted or (is_shared and index(self._value or "") in self._strings.hinted):
            self.sheet.hinted.append(place)

    def _keep_dress(self, attributes: Attributes, place: tuple[int, int]) -> None:
        """Keep the fonts of the runs of a cell's text, if they have their own."""
        dress = self._dress.taken()
        if not dress and attributes.get("t") == "s" and self._strings.dressed and self._value:
            dress = self._strings.dressed.get(index(self._value), ())
        if dress:
            self.sheet.dressed[place] = dress

    def _place(self, reference: str | None) -> tuple[int, int]:
        """Return row and column; a cell without an address is right of the last one."""
        if reference is None:
            return self._row, self._column + 1
        letters = reference.rstrip(_DIGITS)
        digits = reference[len(letters) :]
        row = self._row if digits == self._row_digits else row_number(digits)
        return row, column_number(letters)

    def _made(self, kind: str, style: int, place: tuple[int, int]) -> Cell:
        """Build the cell; blank cells of one style share one object."""
        if self._value is None and self._formula is None:
            blank = self._blanks.get(style)
            if blank is None:
                blank = self._blanks[style] = Cell(None, None, "n", style)
            return blank
        value, short = self._read(kind)
        formula = None
        if self._formula is not None:
            formula = self._formulas.of(self._formula, self._about, place)
        return Cell(formula, value, short, style)

    def _read(self, kind: str) -> tuple[Value, Literal["n", "s", "b", "e"]]:
        """The stored value and its kind."""
        text = self._value
        if text is None:
            return None, "n"
        if kind == "n":
            return number(text), "n"
        if kind == "s":
            return self._strings[index(text)], "s"
        if kind in ("str", "inlineStr", "d"):
            return plain(self._budget.text(text, limits.TEXT)), "s"
        if kind == "b":
            return text.strip() in ("1", "true"), "b"
        if kind == "e":
            return self._budget.text(text, _LONGEST_NUMBER), "e"
        raise ValueError(kind)


def number(text: str) -> int | float | None:
    """Parse a stored number; ``None`` for an empty text.

    Raises:
        ValueError: it is not a finite number.

    >>> number("12"), number("-0.5"), number("1E+2"), number("")
    (12, -0.5, 100.0, None)
    """
    if len(text) > _LONGEST_NUMBER or not text.isascii() or "_" in text:
        raise ValueError("no number")
    if text.isdigit():
        return int(text)
    if not text.strip():
        return None
    value = float(text)
    if not isfinite(value):
        raise ValueError("no number")
    return int(text) if text[1:].isdigit() else value


def index(text: str) -> int:
    """Parse the index of a shared string.

    Raises:
        ValueError: it is not a whole number.
    """
    return whole(text.strip())


def read_cells(
    package: Package, sheet: OpenedSheet, strings: Strings, budget: ReadingBudget, where: str
) -> None:
    """Fill a worksheet from its part; ``where`` is what messages call it.

    Raises:
        InputError: the part is damaged, or holds more than the limits allow.
    """
    reader = SheetReader(sheet, strings, budget)
    try:
        parse(package, sheet.path, reader.start, reader.end, reader.texts)
    except TooFarError:
        raise package.too_large("这一页太长或太宽", where) from None
    reader._features.finish()
