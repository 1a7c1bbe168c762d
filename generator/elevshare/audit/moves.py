"""What was renamed, inserted and deleted in a book, and how its formulas must have followed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from elevshare.audit.axis import Axis
from elevshare.opened.places import Place, column_letters, column_number

_LOST = "#REF!"
#: A text, or an address or range with the sheet before it.
_PART = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?P<sheet>(?:'(?:[^']|'')*'|\w+)!)?"
    r"(?<![\w$])(?P<c1>\$?[A-Z]{1,3})(?P<r1>\$?\d{1,7})(?::(?P<c2>\$?[A-Z]{1,3})(?P<r2>\$?\d{1,7}))?(?![\w(])"
)


@dataclass(frozen=True, slots=True)
class Moves:
    """Our sheet's title → its title now, and where its rows and columns stand now."""

    titles: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Axis] = field(default_factory=dict)
    columns: Mapping[str, Axis] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.titles or self.rows or self.columns)

    def place(self, sheet: str, place: Place) -> Place | None:
        """Where a cell of ours stands now; ``None`` where it is gone."""
        rows, columns = self.rows.get(sheet), self.columns.get(sheet)
        row = rows.place(place[0]) if rows else place[0]
        column = columns.place(place[1]) if columns else place[1]
        return None if row is None or column is None else (row, column)

    def formula(self, formula: str, sheet: str) -> str:
        """Our formula on a sheet as a spreadsheet program has rewritten it.

        >>> from elevshare.audit.axis import Step
        >>> moves = Moves({"住户": "户"}, {"住户": Axis([Step(6, 1, True)])})
        >>> moves.formula('SUM(住户!$B$5:$B$9)&"住户!B9"', "分摊")
        'SUM(户!$B$5:$B$10)&"住户!B9"'
        """
        return _PART.sub(lambda match: self._moved(match, sheet), formula)

    def _moved(self, match: re.Match[str], own: str) -> str:
        """One address, moved with what it names."""
        if match["c1"] is None:
            return match[0]
        sheet = match["sheet"][:-1].strip("'") if match["sheet"] else own
        said = f"{self.titles.get(sheet, sheet)}!" if match["sheet"] else ""
        ends = self._span(sheet, match)
        return said + ends if ends else f"{said}{_LOST}"

    def _span(self, sheet: str, match: re.Match[str]) -> str:
        """The cells of an address where they stand now; empty where they are gone."""
        rows = _ends(self.rows.get(sheet), match["r1"], match["r2"], _LINES)
        columns = _ends(self.columns.get(sheet), match["c1"], match["c2"], _LETTERS)
        if not rows or not columns:
            return ""
        first = columns[0] + rows[0]
        return f"{first}:{columns[1]}{rows[1]}" if match["r2"] else first


#: How lines are counted and how they are written: rows, and columns.
_LINES: tuple[Callable[[str], int], Callable[[int], str]] = (int, str)
_LETTERS = (column_number, column_letters)


def _ends(
    axis: Axis | None,
    first: str,
    last: str | None,
    how: tuple[Callable[[str], int], Callable[[int], str]],
) -> tuple[str, str] | None:
    """Both ends of a range along one axis, with their dollar signs; ``None`` where it is gone."""
    ends, (number, text) = (first, last or first), how
    if axis is None:
        return ends
    span = axis.span(number(ends[0].lstrip("$")), number(ends[1].lstrip("$")))
    if span is None:
        return None
    marks = ["$" if end[0] == "$" else "" for end in ends]
    return marks[0] + text(span[0]), marks[1] + text(span[1])
