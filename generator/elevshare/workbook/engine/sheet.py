"""The XML of a drafted sheet, split where books of the same shape can differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import Any

from elevshare.opened.areas import Area, area
from elevshare.opened.places import Place, column_number, reference
from elevshare.workbook.engine.protocol import Engine
from elevshare.workbook.sheetxml import Value, value_cell, value_text

#: Each formula splits a part into ``_STEP`` pieces: the XML before it, the start of its cell, column,
#: row, the formula, and its (empty) value.
_FORMULA, _STEP = re.compile(rb'(<c r="([A-Z]+)(\d+)" s="\d+")(><f>[^<]*</f>)(<v/>)'), 6
_COLUMN, _ROW, _VALUE = 2, 3, 5
_CONSTANT = re.compile(
    rb'<c r="([A-Z]+)(\d+)" s="(\d+)"(?:/>|(?: t="inlineStr")?>.*?</c>)', re.DOTALL
)
_SIZE = re.compile(rb'<dimension ref="([A-Z0-9:]+)"/>')
#: The most values that are kept as XML; a book has thousands of values, most of them alike.
_MANY = 50_000
_KINDS = {float, int, str, bool}
#: A truth value is kept as a tuple of itself: 1 and true are the same key of a dict.
_Key = str | float | tuple[bool]


class Written(dict[_Key, tuple[bytes, bytes]]):
    """A cache: value of a formula → its type attribute and its ``<v>`` element, as XML."""

    def __missing__(self, value: _Key) -> tuple[bytes, bytes]:
        if len(self) > _MANY:
            self.clear()
        if isinstance(value, tuple):
            kind, text = b' t="b"', f"{value[0]:d}"
        else:
            kind, text = b' t="str"' if isinstance(value, str) else b"", value_text(value)
        found = self[value] = kind, f"<v>{text}</v>".encode()
        return found


class DraftSheet:
    """A sheet's XML in pieces: formula values can be replaced, and constants if it ``depends``.

    ``depends`` says that the sheet's constants follow from the project's inputs.
    """

    def __init__(self, title: str, part: bytes, depends: bool) -> None:
        self.title, self._whole = title, _size(part)
        pieces = self._pieces = _FORMULA.split(part)
        self._formulas = list(map(_place, pieces[_COLUMN::_STEP], pieces[_ROW::_STEP]))
        #: (row, column) of a constant → its piece, its cell as XML, the number of its style.
        self._constants: dict[Place, tuple[int, bytes, bytes]] = {}
        for number in range(0, len(pieces) if depends else 0, _STEP):
            for cell in _CONSTANT.finditer(pieces[number]):
                letters, row, style = cell.groups()
                self._constants[_place(letters, row)] = number, cell.group(), style
        # A value's type takes the column's piece, after the start of its cell; the row is not needed.
        pieces[_ROW::_STEP] = [b""] * len(self._formulas)
        self._values: tuple[Any, ...] = ()
        if self._formulas:
            self._area, self._pick = _picked(self._formulas)

    @property
    def constants(self) -> frozenset[Place]:
        """The (row, column) of every constant that can be replaced."""
        return frozenset(self._constants)

    def type(self, typed: Mapping[Place, Value]) -> None:
        """Replace constants; values of formulas stay as they are until ``calculated``."""
        for place, value in typed.items():
            number, before, style = self._constants[place]
            now = value_cell(reference(*place), int(style), value).encode()
            self._pieces[number] = self._pieces[number].replace(before, now, 1)
            self._constants[place] = number, now, style

    def calculated(self, engine: Engine, written: Written) -> bool:
        """Take over the values of all formulas from an engine; give whether any value changed.

        Raises:
            ValueError: a formula gives an error or no value.
        """
        if not self._formulas:
            return False
        values = self._pick(chain.from_iterable(engine.read(self.title, self._area)))
        kinds = set(map(type, values))
        if not kinds <= _KINDS:
            raise self._wrong(values)
        if bool in kinds:
            values = tuple((one,) if isinstance(one, bool) else one for one in values)
        if values == self._values:
            return False
        found = [written[value] for value in values]
        self._pieces[_COLUMN::_STEP] = [kind for kind, _ in found]
        self._pieces[_VALUE::_STEP] = [text for _, text in found]
        self._values = values
        return True

    def _wrong(self, values: Sequence[object]) -> ValueError:
        """The error to raise for the first formula without a value."""
        for place, value in zip(self._formulas, values, strict=True):
            if type(value) not in _KINDS:
                return ValueError(f"{self.title}!{reference(*place)} gives {value!r}")
        raise AssertionError

    def shown(self, engine: Engine) -> dict[str, str | float]:
        """Cell name → value, for all cells; whole numbers as ints."""
        values = chain.from_iterable(engine.read(self.title, self._whole))
        found = zip(self._names, values, strict=True)
        return {name: _whole(value) for name, value in found if isinstance(value, str | float)}

    @cached_property
    def _names(self) -> list[str]:
        """The names of all cells, row by row."""
        return [reference(*place) for place in self._whole.places]

    def part(self) -> bytes:
        """The sheet's XML with its present values."""
        return b"".join(self._pieces)


def _place(letters: bytes, row: bytes) -> Place:
    """(row, column) of a cell, from its letters and row in XML."""
    return int(row), column_number(letters.decode())


def _size(part: bytes) -> Area:
    """The used area of a sheet, from its ``<dimension>``."""
    found = _SIZE.search(part)
    return area(found.group(1).decode() if found else "A1")


def _whole(value: str | float) -> str | float:
    """The value, with a number that has no fraction as an int."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _picked(places: Sequence[Place]) -> tuple[Area, Callable[[chain[object]], tuple[Any, ...]]]:
    """The smallest area with all these cells, and a function that picks them from its values."""
    rows, columns = zip(*places, strict=True)
    found = Area(min(rows), max(rows), min(columns), max(columns))
    wide = found.right - found.left + 1
    first, *others = [(row - found.top) * wide + column - found.left for row, column in places]
    # One more than there are, for of a single one itemgetter makes no tuple.
    pick = itemgetter(first, *others, first)
    return found, lambda values: pick(list(values))[:-1]
