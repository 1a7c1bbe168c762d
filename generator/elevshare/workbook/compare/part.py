"""One scheme of a comparison book, with the tables of its split."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from elevshare.project import Project
from elevshare.workbook.compare import splits
from elevshare.workbook.figures import Figures
from elevshare.workbook.places import Block
from elevshare.workbook.table import FormulaTable

if TYPE_CHECKING:
    from elevshare.workbook.compare.plan import ComparePlan

#: Short names of the schemes; sheet names with digits would look like cells.
MARKS = "甲乙丙丁戊己"


@dataclass(frozen=True)
class ComparedScheme:
    """One scheme of a comparison book, with the tables of its split."""

    book: ComparePlan
    index: int

    @property
    def project(self) -> Project:
        """The project under this scheme."""
        return self.book.projects[self.index]

    @property
    def mark(self) -> str:
        """The one-character name of the scheme: 甲, 乙 …"""
        return MARKS[self.index]

    @property
    def head(self) -> str:
        """Mark and name; the status is on 说明 and 来源, since papers state none."""
        return f"{self.mark} {self.project.scheme.name}"

    @property
    def sheet(self) -> str:
        """The title of the sheet with its split."""
        return f"分摊{self.mark}"

    def choice(self, key: str) -> str:
        """The address of an input of this scheme: form, within, subsidy."""
        row = ("form", "within", "subsidy").index(key)
        return self.book.choices_by_scheme.at(f"s{self.index}", row)

    @cached_property
    def coefficients(self) -> Block:
        """The weights of this scheme."""
        table = self.book.weights
        columns = [key if key != f"s{self.index}" else "weight" for key in table.columns]
        return Block(table.sheet, table.first, table.count, columns)

    @cached_property
    def figures(self) -> Figures:
        """The figures of the split."""
        return splits.figures(self)

    def figure(self, key: str) -> str:
        """The address of a whole-number figure of the split, amounts in fen."""
        return self.figures[key]

    @property
    def percent(self) -> bool:
        """Whether the weights are percentages, which must sum to 100."""
        return self.project.scheme.sharing.percent

    @property
    def bounded(self) -> bool:
        """Whether the percentages must lie in intervals."""
        return self.project.scheme.sharing.intervals

    @cached_property
    def storey_table(self) -> FormulaTable:
        """The storeys of the split."""
        return splits.storey_table(self)

    @cached_property
    def shares(self) -> FormulaTable:
        """The households of the split."""
        return splits.households(self)
