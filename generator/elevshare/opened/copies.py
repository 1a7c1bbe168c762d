"""Write out a formula that is stored as a copy of another one: its references move along.

The same as ``openpyxl.formula.translate.Translator`` makes, many times as fast for many copies.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from elevshare.opened import limits
from elevshare.opened.places import Place, column_letters, column_number

_COLUMN, _ROW = (
    r"(?P<column_fixed>\$?)(?P<column>[A-Za-z]{1,3})",
    r"(?P<row_fixed>\$?)(?P<row>[1-9]\d{0,6})",
)
#: A cell stands alone or at both ends of an area; rows and columns only at both ends.
_CELL_ENDS = re.compile(_COLUMN + _ROW)
_AREA_ENDS = (_CELL_ENDS, re.compile(_ROW), re.compile(_COLUMN))
#: Where a reference leads off the sheet.
_LOST = "#REF!"


class _End(NamedTuple):
    """One end of a reference; a row or column that is not there is ``None``."""

    column: int | None
    column_fixed: str
    row: int | None
    row_fixed: str

    def moved(self, down: int, right: int) -> str:
        """The end elsewhere."""
        column = row = ""
        if self.column is not None:
            number = self.column if self.column_fixed else self.column + right
            if not 1 <= number <= limits.COLUMNS:
                return _LOST
            column = self.column_fixed + column_letters(number)
        if self.row is not None:
            number = self.row if self.row_fixed else self.row + down
            if not 1 <= number <= limits.ROWS:
                return _LOST
            row = f"{self.row_fixed}{number}"
        return column + row


class SharedFormula:
    """A formula (without its ``=``) in a cell, taken apart once into so many ``references``.

    >>> SharedFormula("SUM($A1:B$2)+'A B'!C1*x", (1, 1)).copied((3, 2))
    "SUM($A3:C$2)+'A B'!D3*x"
    >>> SharedFormula('A1&"A1"', (2, 1)).copied((1, 1))
    '#REF!&"A1"'
    """

    def __init__(self, formula: str, place: Place) -> None:
        from openpyxl.formula.tokenizer import Token, Tokenizer

        self._place = place
        self._pieces: list[str | list[_End]] = []
        for token in Tokenizer(f"={formula}").items:
            if token.type == Token.OPERAND and token.subtype == Token.RANGE:
                self._reference(token.value)
            else:
                self._pieces.append(token.value)
        self.references = len(self._pieces)

    def copied(self, place: Place) -> str:
        """The formula in another cell."""
        down, right = place[0] - self._place[0], place[1] - self._place[1]
        return "".join(
            piece if isinstance(piece, str) else ":".join(end.moved(down, right) for end in piece)
            for piece in self._pieces
        )

    def _reference(self, text: str) -> None:
        """The pieces of one reference, or a name as it is."""
        sheet, mark, area = text.rpartition("!")
        self._pieces.append(sheet + mark)
        ends = area.split(":")
        for pattern in _AREA_ENDS if len(ends) == 2 else (_CELL_ENDS,):
            matches = [match for end in ends if (match := pattern.fullmatch(end))]
            if len(matches) == len(ends):
                self._pieces.append([_end(match) for match in matches])
                return
        self._pieces.append(area)


def _end(match: re.Match[str]) -> _End:
    """One end of a reference."""
    found = match.groupdict()
    column, row = found.get("column"), found.get("row")
    return _End(
        column_number(column.upper()) if column else None,
        found.get("column_fixed", ""),
        int(row) if row else None,
        found.get("row_fixed", ""),
    )
