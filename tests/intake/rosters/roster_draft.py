"""A roster in the making: columns, lines, and what is to be read from it in the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from drawn_sheet import Cell, Sheet
from known_building import Household, Stairwell
from wording import AREA, OWNER, PART, ROOM, STOREY


@dataclass
class Column:
    """A column: its key, its heading, a heading above it, and whether it is hidden."""

    key: str
    heading: str
    group: str = ""
    hidden: bool = False


@dataclass
class Line:
    """A row below the heading: a household, or something else; cells by the key of their column.

    ``wide`` merges the cell of a column with so many to its right; ``place`` is the building and entrance,
    and ``counts`` false where it is not the one that is asked for.
    """

    cells: dict[str, Cell] = field(default_factory=dict)
    household: Household | None = None
    place: tuple[str, str] = ("", "")
    counts: bool = True
    hidden: bool = False
    wide: tuple[str, int] | None = None
    heading: bool = False


@dataclass
class Draft:
    """A roster, and all that is beside it."""

    rng: Random
    columns: list[Column] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    #: Rows above the heading: the cells of each, by their number from the left.
    titles: list[dict[int, object]] = field(default_factory=list)
    top: int = 1
    left: int = 1
    #: Keys of columns of which a value that comes again is merged, or written once.
    merged: set[str] = field(default_factory=set)
    once: set[str] = field(default_factory=set)
    beside: bool = False
    #: Other sheets: those before the roster, those after it.
    before: list[Sheet] = field(default_factory=list)
    after: list[Sheet] = field(default_factory=list)
    title: str = "住户"
    #: What is chosen: the options sheet, entrance, columns, rows, everyone.
    chosen: dict[str, object] = field(default_factory=dict)
    #: Whether there are several, and how the row above each is written where it has one.
    several: bool = False
    sections: tuple[str, ...] = ()
    #: Who can write it: text, openpyxl, xlsxwriter.
    writers: set[str] = field(default_factory=lambda: {"text", "openpyxl", "xlsxwriter"})
    #: What a refusal has to say, where something else than this building could be read from it.
    said: tuple[str, ...] = ()

    @property
    def households(self) -> list[Line]:
        """The lines of all households, hidden or of other stairwells too."""
        return [line for line in self.lines if line.household]

    @property
    def last(self) -> Line:
        """The last household of the stairwell that is asked for; it takes part."""
        return [line for line in self.households if line.counts and not line.hidden][-1]

    def needs(self, *writers: str) -> bool:
        """Leave the file to these writers, if any of them is still free to write it."""
        if free := self.writers & set(writers):
            self.writers = free
        return bool(free)

    @property
    def expected(self) -> list[Household]:
        """What is to be read."""
        return [line.household for line in self.households if line.counts and not line.hidden]

    def change(self, make) -> None:
        """Make other households of all that are there."""
        for line in self.households:
            line.household = make(line.household)

    def column(self, key: str) -> Column | None:
        """The column of a key, where there is one."""
        return next((column for column in self.columns if column.key == key), None)

    def spelt(self, key: str, write) -> None:
        """Write a column anew: ``write`` makes a cell, or its value, of a household."""
        for line in self.households:
            value = write(line.household)
            line.cells[key] = value if isinstance(value, Cell) else Cell(value)


def plain(rng: Random, stairwell: Stairwell) -> Draft:
    """The roster that the manual shows."""
    draft = Draft(rng)
    draft.columns = [Column(key, key) for key in (ROOM, STOREY, AREA, OWNER, PART)]
    draft.lines = lines_of(stairwell)
    return draft


def lines_of(stairwell: Stairwell, counts: bool = True) -> list[Line]:
    """A line a household, without cells."""
    place = (stairwell.building, stairwell.entrance)
    return [Line({}, household, place, counts) for household in stairwell.households]


def written(draft: Draft) -> None:
    """Write all cells in the plainest way."""
    draft.spelt(ROOM, lambda one: one.room)
    draft.spelt(STOREY, lambda one: one.storey)
    draft.spelt(AREA, lambda one: one.area / 100)
    draft.spelt(OWNER, lambda one: "\n".join(one.owners))
    draft.spelt(PART, lambda one: "是" if one.taking_part else "否")
