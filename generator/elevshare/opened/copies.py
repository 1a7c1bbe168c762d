"""Write out the copies of a shared formula, with their references moved.

The result is that of ``openpyxl.formula.translate.Translator``, but many copies take far less time.
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
#: A cell is a reference alone or an end of an area; a row or column only an end (``1:3``, ``A:C``).
_CELL_ENDS = re.compile(_COLUMN + _ROW)
_AREA_ENDS = (_CELL_ENDS, re.compile(_ROW), re.compile(_COLUMN))
#: A reference that leads off the sheet.
_LOST = "#REF!"


class _End(NamedTuple):
    """One end of a reference; ``row`` is ``None`` in ``A:C``, ``column`` in ``1:3``."""

    column: int | None
    column_fixed: str
    row: int | None
    row_fixed: str

    def moved(self, down: int, right: int) -> str:
        """Return the end as text, moved by rows and columns unless a dollar sign fixes it."""
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
    """A formula (without ``=``) and its cell, parsed once to be copied into other cells.

    ``references`` counts its pieces: what one copy costs of ``limits.COPIED``.

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
        """Return the formula as it is in another cell."""
        down, right = place[0] - self._place[0], place[1] - self._place[1]
        return "".join(
            piece if isinstance(piece, str) else ":".join(end.moved(down, right) for end in piece)
            for piece in self._pieces
        )

    def _reference(self, text: str) -> None:
        """Add the pieces of one reference; a name is added unchanged."""
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
    """Build one end of a reference."""
    found = match.groupdict()
    column, row = found.get("column"), found.get("row")
    return _End(
        column_number(column.upper()) if column else None,
        found.get("column_fixed", ""),
        int(row) if row else None,
        found.get("row_fixed", ""),
    )
