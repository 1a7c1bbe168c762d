"""What was understood of a table: taken, left alone, left out, translated, to be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

#: How many lines of one kind a text shows.
_SHOWN = 12


class TakenColumn(NamedTuple):
    """A column of the table: its name, its heading as it stands, its place, its unit if stated."""

    column: str
    heading: str
    at: str
    unit: str = ""


class LeftOut(NamedTuple):
    """A row that was not taken: its number, why, and the beginning of its text."""

    row: int
    why: str
    text: str


class Translated(NamedTuple):
    """A cell that was written in other words: place, column, as written, as understood."""

    where: str
    column: str
    before: str
    after: str


class Doubt(NamedTuple):
    """A cell that the user should look at: its row's place, or its room; its column; the remark."""

    at: str
    column: str
    text: str


@dataclass(slots=True)
class TableReport:
    """What was understood of one table.

    Attributes:
        source: file and sheet.
        heading: numbers of the heading's rows, as text.
        columns: what was taken as what.
        alone: headings that were left alone.
        unclear: those of them that are not understood, in brackets 「」.
        left_out: rows that were left out.
        translated: cells that were written in other words.
        remarks: what the user should look at, a line each.
        doubts: the cells that remarks are about, where they are about some.
        places: the place of every household, in their order.
        stairwell: which one the rows are of, empty if the table does not say.
        named: its estate, building and entrance, as papers name them.
        households, taking: how many there are, and how many take part.
        area: of all households, in 0.01 m².
        payout: compensation of all households, in fen.
        by_household: whether the households state percentages of their own.
        weighed, fixed_ones, fixed: how many pay by a weight of their own, how many a fixed sum, and
            these sums in fen.
    """

    source: str = ""
    heading: str = ""
    columns: list[TakenColumn] = field(default_factory=list)
    alone: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    translated: list[Translated] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    stairwell: str = ""
    named: tuple[str, str, str] = ("", "", "")
    households: int = 0
    taking: int = 0
    area: int = 0
    payout: int = 0
    by_household: bool = False
    weighed: int = 0
    fixed_ones: int = 0
    fixed: int = 0

    def look(self, remark: str, column: str = "", at: Iterable[str] = ()) -> None:
        """Add something that the user should look at; the same only once.

        ``at`` are the places, or the rooms, of the households whose ``column`` it is about.
        """
        if remark not in self.remarks:
            self.remarks.append(remark)
        self.doubts += (Doubt(one, column, remark) for one in at)

    def leave_out(self, row: int, why: str, text: str = "") -> None:
        """Note a row that is left out."""
        self.left_out.append(LeftOut(row, why, text))

    def translate(self, where: str, column: str, before: str, after: str) -> None:
        """Note a cell that was understood as something else than its letters."""
        if before != after:
            self.translated.append(Translated(where, column, before, after))


def listed(parts: list[str], most: int = _SHOWN) -> str:
    """Parts as one line; of many only the first.

    >>> listed(["甲", "乙"]), listed(["甲", "乙", "丙"], 2)
    ('甲、乙', '甲、乙等 3 处')
    """
    text = "、".join(parts[:most])
    return f"{text}等 {len(parts)} 处" if len(parts) > most else text
