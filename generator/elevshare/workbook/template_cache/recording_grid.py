"""Record the calls of a sheet's writer without making XML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from elevshare.opened.places import Place
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import Value


class RecordedCell(NamedTuple):
    """A value, its style, and its type, because 1 and 1.0 are equal but written differently."""

    value: Value
    style: str
    kind: type

    def may_follow(self, other: RecordedCell) -> bool:
        """Whether this cell can replace another: equal style and formula."""
        return self.style == other.style and Formula not in (self.kind, other.kind)


class Formula:
    """The type recorded for a cell with a formula."""


class RecordingGrid(Grid):
    """A grid that keeps cells as they were given, and every other call with its arguments."""

    def __init__(self) -> None:
        self.cells: dict[Place, RecordedCell] = {}
        #: Everything except cells, in the order of writing.
        self.others: list[object] = []
        self.sheet: Any = _Listener(self.others, "sheet")

    def put(self, row: int, column: int, value: Value, style: str) -> None:
        """Record a value or a formula."""
        formula = isinstance(value, str) and value[:1] == "="
        self.cells[row, column] = RecordedCell(value, style, Formula if formula else type(value))

    def text(self, row: int, column: int, value: str, style: str) -> None:
        """Record a user's text."""
        self.cells[row, column] = RecordedCell(value or None, style, type(value or None))

    def merge(self, row: int, first: int, last: int, value: Value, style: str) -> None:
        """Record the cells and that they are merged."""
        for column in range(first, last + 1):
            self.put(row, column, None, style)
        self.put(row, first, value, style)
        self.others.append(("merge", row, first, last))

    def link(self, row: int, column: int, title: str) -> None:
        """Record a link and its target."""
        self.put(row, column, title, "链接")
        self.others.append(("link", row, column, title))


def _recording(name: str) -> Callable[..., None]:
    """A method that records its calls."""

    def record(self: RecordingGrid, *values: object, **more: object) -> None:
        self.others.append((name, values, more))

    return record


#: The methods of a grid that concern the sheet instead of cells.
_ELSE = "widths height fit choose choose_from limit redden yellow used listed frame breaks page"
for _name in _ELSE.split():
    setattr(RecordingGrid, _name, _recording(_name))


class _Listener:
    """Takes the place of openpyxl's sheet, or of an attribute of it, and records its use."""

    _heard: list[object]
    _name: str

    def __init__(self, heard: list[object], name: str) -> None:
        self.__dict__["_heard"], self.__dict__["_name"] = heard, name

    def __getattr__(self, name: str) -> _Listener:
        return _Listener(self._heard, f"{self._name}.{name}")

    def __setattr__(self, name: str, value: object) -> None:
        self.__dict__["_heard"].append((self._name, name, value))

    def __call__(self, *values: object, **more: object) -> None:
        self.__dict__["_heard"].append((self._name, values, more))
