"""A sheet of a draft, split at the cells that may differ from book to book."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from elevshare.workbook.prepared.engine import Area, Engine, Place
from elevshare.workbook.prepared.unforeseen import UnforeseenError
from elevshare.workbook.sheetxml import Value, value_cell, value_text

_CELL = re.compile(
    rb'<c r="([A-Z]+)(\d+)" s="(\d+)"(?:/>|(?: t="inlineStr")?>(?:(<f>[^<]*</f>)<v/>|.*?)</c>)',
    re.DOTALL,
)
_SIZE = re.compile(rb'<dimension ref="([A-Z0-9:]+)"/>')
#: Texts that are kept as they are written at most; a book has thousands of values, most of them alike.
_MANY = 50_000


class Written(dict[str | float, tuple[bytes, bytes]]):
    """Value → the type of its cell and itself, as XML."""

    def __missing__(self, value: str | float) -> tuple[bytes, bytes]:
        if len(self) > _MANY:
            self.clear()
        kind = b' t="str"' if isinstance(value, str) else b""
        text = value_text(value)
        found = self[value] = kind, f"<v>{text}</v>".encode()
        return found


class Sheet:
    """The pieces of a sheet's part. Its constants may differ too where it ``depends`` on inputs."""

    def __init__(self, title: str, part: bytes, depends: bool) -> None:
        self.title, self._pieces = title, list[bytes]()
        self._formulas: list[tuple[Place, int]] = []
        #: Where a constant stands → its piece, the name of its cell, the number of its style.
        self._constants: dict[Place, tuple[int, str, int]] = {}
        self._whole = _size(part)
        end = 0
        for cell in _CELL.finditer(part):
            letters, row, style, formula = cell.groups()
            place = int(row), column_index_from_string(letters.decode())
            name, number = (letters + row).decode(), int(style)
            if formula:
                head = f'<c r="{name}" s="{number}"'.encode()
                self._formulas.append((place, len(self._pieces) + 1))
                self._pieces += part[end : cell.start()] + head, b"", b">" + formula, b"", b"</c>"
            elif depends:
                self._constants[place] = len(self._pieces) + 1, name, number
                self._pieces += part[end : cell.start()], cell.group()
            else:
                continue
            end = cell.end()
        self._pieces.append(part[end:])
        self._values: tuple[Any, ...] = ()
        if self._formulas:
            self._area, self._pick = _picked([place for place, _ in self._formulas])

    @cached_property
    def _names(self) -> list[str]:
        """The names of all cells, row by row."""
        top, bottom, left, right = self._whole
        letters = [get_column_letter(column) for column in range(left, right + 1)]
        return [f"{letter}{row}" for row in range(top, bottom + 1) for letter in letters]

    @property
    def constants(self) -> frozenset[Place]:
        """Where something may be put in."""
        return frozenset(self._constants)

    def type(self, typed: Mapping[Place, Value]) -> None:
        """Put other constants in; the values of formulas are as they were."""
        for place, value in typed.items():
            piece, name, style = self._constants[place]
            self._pieces[piece] = value_cell(name, style, value).encode()

    def calculated(self, engine: Engine, written: Written) -> bool:
        """Take the values of the formulas from an engine; whether any differs from before.

        Raises:
            UnforeseenError: a value is an error, a truth or nothing at all.
        """
        if not self._formulas:
            return False
        values = self._pick(engine.values(self.title, self._area))
        if not set(map(type, values)) <= {float, int, str}:
            raise UnforeseenError(f"{self.title}: a value is neither number nor text")
        if values == self._values:
            return False
        for (_, piece), value in zip(self._formulas, values, strict=True):
            self._pieces[piece], self._pieces[piece + 2] = written[value]
        self._values = values
        return True

    def shown(self, engine: Engine) -> dict[str, str | float]:
        """The values of all cells, by their names; whole numbers as such."""
        found = zip(self._names, engine.values(self.title, self._whole), strict=True)
        return {name: _whole(value) for name, value in found if isinstance(value, str | float)}

    def part(self) -> bytes:
        """The part as it is now."""
        return b"".join(self._pieces)


def _size(part: bytes) -> Area:
    """The area of a sheet, as its part says."""
    found = _SIZE.search(part)
    area = CellRange(found.group(1).decode() if found else "A1")
    return area.min_row, area.max_row, area.min_col, area.max_col


def _whole(value: str | float) -> str | float:
    """A number without a fraction as a whole one."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _picked(places: Sequence[Place]) -> tuple[Area, Callable[[list[Any]], tuple[Any, ...]]]:
    """An area that holds all these cells, and what picks them from its values, row by row."""
    rows, columns = zip(*places, strict=True)
    top, left, right = min(rows), min(columns), max(columns)
    wide = right - left + 1
    first, *others = [(row - top) * wide + column - left for row, column in places]
    # One more than there are, for of a single one itemgetter makes no tuple.
    pick = itemgetter(first, *others, first)
    return (top, max(rows), left, right), lambda values: pick(values)[:-1]
