"""The plan of a summary: its levels of government and the cells of all its tables."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from elevshare import __version__
from elevshare.collecting import figures, rows
from elevshare.collecting.columns import COLUMNS
from elevshare.collecting.record import BuildingRecord, Collection, Refusal
from elevshare.collecting.repeats import counted, groups
from elevshare.workbook.figures import Figures
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.table import FormulaTable

#: How many levels of government have a column of their own; the others share the last one.
MAX_LEVELS = 4
OTHERS, UNNAMED = "其他级别", "未写级别"
#: Lines of the application beyond those that are counted: for what somebody decides to count.
SPARE_LINES = 10


@dataclass(frozen=True)
class SummaryPlan:
    """Where each sheet finds the cells of the others."""

    collection: Collection

    scheme_id, book_version, failed = Inputs.scheme_id, Inputs.book_version, Inputs.failed
    version = f"加梯分摊 {__version__}"

    @property
    def buildings(self) -> tuple[BuildingRecord, ...]:
        """The books that were read."""
        return self.collection.buildings

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """The files that could not be read."""
        return self.collection.refusals

    @cached_property
    def groups(self) -> list[int]:
        """The group of each book, 0 where no other book is of the same building."""
        return groups(self.buildings)

    @cached_property
    def counted(self) -> list[bool]:
        """Whether each book is counted by default."""
        return counted(self.buildings)

    @cached_property
    def levels(self) -> tuple[str, ...]:
        """The levels of government with a column of their own, in the order in which books name them."""
        named = dict.fromkeys(
            level or UNNAMED for one in self.buildings for level, _ in one.figures.levels
        )
        kept = list(named)
        return tuple(kept) if len(kept) <= MAX_LEVELS else (*kept[: MAX_LEVELS - 1], OTHERS)

    def parts(self, building: BuildingRecord) -> list[int]:
        """The part of a book's grant that each of ``levels`` pays, in fen."""
        found = dict.fromkeys(self.levels, 0)
        for level, fen in building.figures.levels:
            name = level or UNNAMED
            found[name if name in found else OTHERS] += fen
        return list(found.values())

    @cached_property
    def level_keys(self) -> tuple[str, ...]:
        """Keys of the columns of the levels."""
        return tuple(f"level{number}" for number in range(len(self.levels)))

    @cached_property
    def returned(self) -> Block:
        """The table on 收回: one row a book."""
        return Block("收回", 5, max(1, len(self.buildings)), (*COLUMNS, *self.level_keys))

    @cached_property
    def figures(self) -> Figures:
        """The figures of 汇总."""
        return figures.figures(self)

    def figure(self, key: str) -> str:
        """Address of a figure as a whole number (fen where it is money)."""
        return self.figures[key]

    @cached_property
    def table(self) -> FormulaTable:
        """The books on 汇总."""
        return rows.table(self)

    @cached_property
    def capitals(self) -> FormulaTable:
        """The sum of the application in capital figures."""
        return figures.capitals(self)

    @cached_property
    def lines(self) -> int:
        """How many lines the application has: those counted, and some to spare."""
        granted = [one.figures.grant > 0 for one in self.buildings]
        there = sum(map(bool.__and__, granted, self.counted))
        return max(1, there + min(SPARE_LINES, sum(granted) - there))

    @property
    def master(self) -> str:
        """Formula text of the master check in words."""
        return (
            f'IF({self.failed}=0,"校验：全部通过","【草案】有 "&{self.failed}'
            '&" 项校验未通过，不得据此申请，详见“校验”")'
        )
