"""Tables of formulas in which each column is stated once: key, head, kind and formula."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from elevshare.workbook.grid import Grid
from elevshare.workbook.places import Block
from elevshare.workbook.sheetxml import Value

_Plan = TypeVar("_Plan", bound=object)
_Made = TypeVar("_Made")


class Text(str):
    """A constant text; any other text is a formula without its ``=``."""


def written(value: Value) -> Value:
    """The content of a cell for a grid: a formula with its ``=``, or a constant."""
    if isinstance(value, Text):
        return str(value)
    return f"={value}" if isinstance(value, str) else value


class TableRow:
    """One row of a table: ``row.fen`` is the address of its cell in the column ``fen``: ``$E7``.

    ``line`` is the number of the row on the sheet, ``index`` its number in the table (from 0).
    """

    def __init__(self, table: Block, line: int) -> None:
        self.__dict__ = table.cells(line)
        self.table, self.line, self.index = table, line, line - table.first

    if TYPE_CHECKING:

        def __getattr__(self, key: str) -> str: ...

    def __getitem__(self, key: str) -> str:
        """The address of a cell, for a key held in a variable."""
        cell: str = self.__dict__[key]
        return cell

    def column(self, key: str) -> str:
        """The address of all cells of a column."""
        return self.table.area(key)

    def previous(self, key: str) -> str:
        """The address of a column's cell one row higher."""
        return self.table.here(key, self.line - 1)

    def down_to(self, key: str) -> str:
        """The address of a column's cells from the first row to this one."""
        letter = self.table.letter(key)
        return f"${letter}${self.table.first}:${letter}{self.line}"


#: Keys that no column can have.
_TAKEN = {"table", "line", "index", "column", "previous", "down_to"}
#: Row → content of a cell: a formula without its ``=``, a number, a ``Text``, or ``None``.
Formula = Callable[[TableRow], Value]
#: Row → formula without its ``=``, which can be part of another.
PartialFormula = Callable[[TableRow], str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; a column without a formula is left empty, without a head.

    With ``shown``, its cells are blank in rows that do not count (see ``FormulaTable``).
    """

    key: str
    head: str = ""
    kind: str = "whole"
    formula: Formula | None = None
    shown: bool = False


def shown(key: str, head: str, kind: str, formula: Formula) -> Column:
    """A column with blank cells in the rows that do not count."""
    return Column(key, head, kind, formula, shown=True)


def numbered(key: str = "n", head: str = "序号") -> Column:
    """The column that numbers the rows from 1 on."""
    return Column(key, head, "whole", lambda row: row.index + 1)


def gaps(*keys: str) -> tuple[Column, ...]:
    """Empty columns."""
    return tuple(Column(key) for key in keys)


def summed(key: str) -> PartialFormula:
    """A formula: the sum of a column."""
    return lambda row: f"SUM({row.column(key)})"


def beside(block: Block, key: str) -> PartialFormula:
    """A formula: the cell of another table in the row of the same index."""
    return lambda row: block.at(key, row.index)


class FormulaTable(Block):
    """Columns of formulas at their area on a sheet.

        Its heads are in the row above the first, its title in the row above that. ``counts`` is the
    condition under which a row shows something in its ``shown`` columns.

        ``totals`` are the columns that are summed in the row below the last.
    """

    def __init__(
        self,
        title: str,
        sheet: str,
        first: int,
        count: int,
        columns: Iterable[Column],
        counts: PartialFormula = lambda row: "TRUE",
        left: int = 1,
        totals: Sequence[str] = (),
    ) -> None:
        self.title, self.stated, self.counts = title, tuple(columns), counts
        self.totals = totals
        keys = tuple(column.key for column in self.stated)
        super().__init__(sheet, first, count, keys, left)
        if not _TAKEN.isdisjoint(keys):
            raise ValueError("a column has the name of something that every row has")

    @property
    def end(self) -> int:
        """The last row with something to read: that of the totals, if there is one."""
        return self.last + (1 if self.totals else 0)

    def write(self, grid: Grid) -> None:
        """Write the title, the heads, the rows, and the totals."""
        grid.put(self.first - 2, self.left, self.title, "节")
        grid.height(self.first - 1, 30)
        for place, column in enumerate(self.stated, self.left):
            if column.formula:
                grid.put(self.first - 1, place, column.head, "表头")
        self.write_rows(grid)
        if self.totals:
            read = [column.key for column in self.stated]
            read = read[: next((n for n, one in enumerate(self.stated) if not one.formula), None)]
            labels = ["合计", *[None] * (len(read) - 1)]
            sums = {key: f"SUM({self.area(key)})" for key in self.totals}
            self.write_totals(grid, labels, sums)
            # The title of the next table stands in the row below.
            grid.height(self.last + 2, 24)

    def write_rows(self, grid: Grid) -> None:
        """Write only the rows."""
        columns = [(place, f"计算-{one.kind}", one.formula, one.shown)
                   for place, one in enumerate(self.stated, self.left) if one.formula]  # fmt: skip
        for line in self.rows:
            row = TableRow(self, line)
            counts = self.counts(row)
            for place, style, formula, hidden in columns:
                value = formula(row)
                text = f'=IF({counts},{value},"")' if hidden else written(value)
                grid.put(line, place, text, style)

    def write_totals(self, grid: Grid, labels: Sequence[Value], totals: Mapping[str, str]) -> None:
        """Write a row of totals after the last: labels from the left, formulas by column."""
        grid.row(self.last + 1, self.left, labels, "标签-长")
        kinds = {column.key: column.kind for column in self.stated}
        for key, formula in totals.items():
            grid.put(self.last + 1, self.column(key), f"={formula}", f"计算-{kinds[key]}")


def once(make: Callable[[_Plan], _Made]) -> Callable[[_Plan], _Made]:
    """A function of a plan that is called once for each plan; the result is kept in the plan."""
    key = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def kept(plan: _Plan) -> _Made:
        found: dict[str, _Made] = plan.__dict__
        if key not in found:
            found[key] = make(plan)
        return found[key]

    return kept
