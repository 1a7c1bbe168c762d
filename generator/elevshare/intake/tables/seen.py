"""A sheet of a user's file as its user sees it: texts as shown, what is hidden, what is merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import NamedTuple

from elevshare.errors import InputError
from elevshare.opened.areas import Area
from elevshare.opened.places import Place, column_letters

#: What a cell may hold; a number with a date format is a date.
Stored = int | float | str | bool | date | time | timedelta | None


class SeenCell(NamedTuple):
    """One cell: the text that it shows, and the value that is stored."""

    text: str
    value: Stored = None

    @property
    def dated(self) -> bool:
        """Whether it holds a date or a time."""
        return isinstance(self.value, date | time | timedelta)

    @property
    def day_text(self) -> str:
        """A date as a cell shows it, like 3月1日."""
        value = self.value
        return f"{value.month}月{value.day}日" if isinstance(value, date) else str(value)


BLANK = SeenCell("")


@dataclass
class SeenSheet:
    """One sheet.

    Attributes:
        file: the file's name as messages show it.
        title: the sheet's name; empty for a text file.
        hidden: whether the sheet is hidden.
        rows: number of a row → number of a column → cell; blank cells are left out.
        hidden_rows, hidden_columns: numbers of what is hidden.
        struck_rows: numbers of rows of which most is struck out.
        merges: the merged areas.
        computed: cells whose value was computed here, as the file has none for their formula.
        uncomputed: cells for which that failed, with the reason.
    """

    file: str
    title: str = ""
    hidden: bool = False
    rows: Mapping[int, Mapping[int, SeenCell]] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck_rows: frozenset[int] = frozenset()
    merges: tuple[Area, ...] = ()
    computed: frozenset[Place] = frozenset()
    uncomputed: Mapping[Place, InputError] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """File and sheet, for messages."""
        return f"{self.file} 工作表「{self.title}」" if self.title else self.file

    def place(self, row: int) -> str:
        """A row, for messages.

        >>> SeenSheet("名册.csv").place(3), SeenSheet("册.xlsx", "住户").place(3)
        ('名册.csv 第 3 行', '册.xlsx 工作表「住户」第 3 行')
        """
        return f"{self.name}{'' if self.title else ' '}第 {row} 行"

    def cell(self, row: int, column: int) -> SeenCell:
        """A cell; blank where there is none."""
        return self.rows.get(row, {}).get(column, BLANK)

    def called(self, column: int) -> str:
        """A column, for messages: C 栏, or 第 3 栏 of a text file.

        >>> SeenSheet("名册.csv").called(3), SeenSheet("册.xlsx", "住户").called(3)
        ('第 3 栏', 'C 栏')
        """
        return f"{self.letters(column)} 栏" if self.title else f"第 {column} 栏"

    def letters(self, column: int) -> str:
        """What a user calls a column in an option: C, or 3 in a text file."""
        return column_letters(column) if self.title else str(column)

    @cached_property
    def merged(self) -> Mapping[tuple[int, int], Area]:
        """Row and column of each cell of a merged area except its first → the area."""
        return {place: area for area in self.merges for place in area.places if place != area.first}


def text_of(value: Stored) -> str:
    """The value of a cell as text: numbers have at most 15 digits.

    >>> text_of(101.0), text_of(61.029999999999994), text_of(7), text_of(True)
    ('101', '61.03', '7', '是')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime) and value.time() == time():
        return str(value.date())
    return f"{value:.15g}" if isinstance(value, float) else str(value)
