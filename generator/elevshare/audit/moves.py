"""Renamed sheets, moved lines, and the formulas that a correct program makes of ours after them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from elevshare.audit.axis import Axis
from elevshare.opened.places import Place, column_letters, column_number

_LOST = "#REF!"
#: A text in quotes, or an address or range with its sheet.
_PART = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?P<sheet>(?:'(?:[^']|'')*'|\w+)!)?"
    r"(?<![\w$])(?P<c1>\$?[A-Z]{1,3})(?P<r1>\$?\d{1,7})(?::(?P<c2>\$?[A-Z]{1,3})(?P<r2>\$?\d{1,7}))?(?![\w(])"
)


@dataclass(frozen=True, slots=True)
class Moves:
    """Original title → title now; original title → how its rows and its columns have moved."""

    titles: Mapping[str, str] = field(default_factory=dict)
    rows: Mapping[str, Axis] = field(default_factory=dict)
    columns: Mapping[str, Axis] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.titles or self.rows or self.columns)

    def place(self, sheet: str, place: Place) -> Place | None:
        """Return where an original cell is now; ``None`` if it was deleted."""
        rows, columns = self.rows.get(sheet), self.columns.get(sheet)
        row = rows.place(place[0]) if rows else place[0]
        column = columns.place(place[1]) if columns else place[1]
        return None if row is None or column is None else (row, column)

    def formula(self, formula: str, sheet: str) -> str:
        """Return an original formula of a sheet with all its addresses moved.

        >>> from elevshare.audit.axis import Step
        >>> moves = Moves({"住户": "户"}, {"住户": Axis([Step(6, 1, True)])})
        >>> moves.formula('SUM(住户!$B$5:$B$9)&"住户!B9"', "分摊")
        'SUM(户!$B$5:$B$10)&"住户!B9"'
        """
        return _PART.sub(lambda match: self._moved(match, sheet), formula)

    def _moved(self, match: re.Match[str], own: str) -> str:
        """Return one address, moved; ``own`` is the sheet of the formula."""
        if match["c1"] is None:
            return match[0]
        sheet = match["sheet"][:-1].strip("'") if match["sheet"] else own
        title = f"{self.titles.get(sheet, sheet)}!" if match["sheet"] else ""
        ends = self._span(sheet, match)
        return title + ends if ends else f"{title}{_LOST}"

    def _span(self, sheet: str, match: re.Match[str]) -> str:
        """Return the moved cells of an address; empty if they were deleted."""
        rows = _ends(self.rows.get(sheet), match["r1"], match["r2"], _LINES)
        columns = _ends(self.columns.get(sheet), match["c1"], match["c2"], _LETTERS)
        if not rows or not columns:
            return ""
        first = columns[0] + rows[0]
        return f"{first}:{columns[1]}{rows[1]}" if match["r2"] else first


#: From text to number and back: for rows, and for columns.
_LINES: tuple[Callable[[str], int], Callable[[int], str]] = (int, str)
_LETTERS = (column_number, column_letters)


def _ends(
    axis: Axis | None,
    first: str,
    last: str | None,
    how: tuple[Callable[[str], int], Callable[[int], str]],
) -> tuple[str, str] | None:
    """Return both ends of a range, moved, with their dollar signs; ``None`` if it was deleted."""
    ends, (number, text) = (first, last or first), how
    if axis is None:
        return ends
    span = axis.span(number(ends[0].lstrip("$")), number(ends[1].lstrip("$")))
    if span is None:
        return None
    marks = ["$" if end[0] == "$" else "" for end in ends]
    return marks[0] + text(span[0]), marks[1] + text(span[1])
