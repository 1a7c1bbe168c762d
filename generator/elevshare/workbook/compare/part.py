"""One scheme of a comparison book, and where its split stands."""

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

#: What the schemes are called in short; sheet names with digits would look like cells.
MARKS = "甲乙丙丁戊己"


@dataclass(frozen=True)
class ComparedScheme:
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

    @cached_property
    def figures(self) -> Figures:
        """The figures of the split."""
        return splits.figures(self)

    def figure(self, key: str) -> str:
        """Address of one whole-number figure of the split (fen where it is money)."""
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
