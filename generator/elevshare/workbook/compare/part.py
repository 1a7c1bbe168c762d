"""One scheme of a comparison book, and where its split stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from elevshare.project import Project
from elevshare.workbook.places import Block
from elevshare.workbook.rounding import SPLIT

if TYPE_CHECKING:
    from elevshare.workbook.compare.plan import ComparePlan

#: What the schemes are called in short; sheet names with digits would look like cells.
MARKS = "甲乙丙丁戊己"
#: Figures of one scheme's split; whole numbers, fen where it is money.
FIGURES = (
    "cost", "subsidy", "compensation", "net", "unit", "units", "rest", "by_floor", "by_area",
    "to_all", "scale", "rest_row", "missing", "flawed", "chosen", "apart", "payers", "total", "idle", "lowest",
    "largest",
)  # fmt: skip
_FLOORS = (
    "storey", "flats", "taking", "area", "taking_area", "coefficient", "counted_coefficient",
    "portion", "amount", "gap", "n", "whole", "taken", "weight", "times", "over", "counted",
    "group", *SPLIT, "flaw",
)  # fmt: skip
_ENDS = ("lowest", "highest")
_FLATS = (
    "n", "room", "storey_no", "area_no", "valid", "take", "due", "pad1", "pad2", "gap",
    "taking_storey", "size", "counted", "group", *SPLIT, "payer", "key", "fen",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """One scheme of the book, and where its split stands."""

    book: ComparePlan
    index: int

    @property
    def project(self) -> Project:
        """The project under this scheme."""
        return self.book.projects[self.index]

    @property
    def mark(self) -> str:
        """The scheme in one character."""
        return MARKS[self.index]

    @property
    def head(self) -> str:
        """Mark and name, and below them the status where it is not 已核实."""
        scheme = self.project.scheme
        status = "" if scheme.status == "已核实" else f"\n（{scheme.status}）"
        return f"{self.mark} {scheme.name}{status}"

    @property
    def name(self) -> str:
        """The same on one line."""
        return self.head.replace("\n", "")

    @property
    def sheet(self) -> str:
        """Title of the sheet of its split."""
        return f"分摊{self.mark}"

    def choice(self, key: str) -> str:
        """Address of an input of this scheme: form, within, subsidy."""
        row = ("form", "within", "subsidy").index(key)
        return self.book.choices_by_scheme.at(f"s{self.index}", row)

    @cached_property
    def coefficients(self) -> Block:
        """The weights of this scheme."""
        table = self.book.weights
        columns = [key if key != f"s{self.index}" else "weight" for key in table.columns]
        return Block(table.sheet, table.first, table.count, columns)

    def figure(self, key: str) -> str:
        """Address of one whole-number figure of the split (fen where it is money)."""
        return f"{self.sheet}!$E${4 + FIGURES.index(key)}"

    def figure_yuan(self, key: str) -> str:
        """Address of one money figure of the split, in yuan."""
        return f"{self.sheet}!$D${4 + FIGURES.index(key)}"

    @property
    def percent(self) -> bool:
        """Whether the weights are percentages, which must sum to 100."""
        return self.project.scheme.sharing.percent

    @property
    def bounded(self) -> bool:
        """Whether the percentages must lie in intervals."""
        return self.project.scheme.sharing.intervals

    @cached_property
    def floors(self) -> Block:
        """The storeys of the split."""
        columns = (*_FLOORS, *_ENDS) if self.bounded else _FLOORS
        return Block(self.sheet, 4 + len(FIGURES) + 3, self.book.storeys, columns)

    @cached_property
    def shares(self) -> Block:
        """The households of the split."""
        return Block(self.sheet, self.floors.last + 4, self.book.flats, _FLATS)
