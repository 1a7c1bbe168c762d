"""Split the year's running cost among storeys and households, with or without exemptions."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.workbook.figures import Figures
from elevshare.workbook.places import Block
from elevshare.workbook.stages import Stages, counted_weight, factor
from elevshare.workbook.table import Column, FormulaTable, TableRow, numbered


@dataclass(frozen=True)
class UpkeepSplit:
    """The tables of one split of the year: storeys and households."""

    storey_table: FormulaTable
    flats: FormulaTable


@dataclass(frozen=True)
class Splitting:
    """What a split is made from.

    ``shares`` are the households on 分摊; ``flats`` and ``storey_table`` the tables of 运维 beside
    which the split is written; ``net`` is the address of the year's net amount in fen, ``level``
    the column of 分摊 with the row of each household's storey.
    """

    shares: Block
    flats: FormulaTable
    storey_table: FormulaTable
    switches: Figures
    net: str
    level: str

    def grounded(self, row: TableRow) -> str:
        """A factor that is 0 for a household below storey 1, where there may be some."""
        if self.level != "level":
            return ""
        return f"*({self.shares.at(self.level, row.index)}>0)"

    def split(self, title: str, left: int, spares: bool) -> UpkeepSplit:
        """The split from column ``left`` on; unless it ``spares``, exempt households count too."""
        flats, storey_table = self.flats, self.storey_table

        def storeys() -> FormulaTable:
            return split.storey_table

        def carry(row: TableRow) -> str:
            exempt = f"*(1-{flats.here('exempt', row.line)})" if spares else ""
            return f"{flats.here('party', row.line)}{exempt}"

        stages = Stages(
            self.switches.storeys_first,
            self.net,
            storeys,
            lambda row: flats.here("valid", row.line) + self.grounded(row),
            lambda row: self.shares.at(self.level, row.index),
        )
        households = FormulaTable(title, flats.sheet, flats.first, flats.count, (
            numbered("n", "行号"),
            Column("carry", "承担（1/0）", "whole", carry),
            stages.counted(),
            *stages.household_split(
                stages.weighed(lambda row: f"{flats.here('size', row.line)}*{row.carry}")
            ),
        ), left=left)  # fmt: skip
        weights = FormulaTable(title, storey_table.sheet, storey_table.first, storey_table.count, (
            numbered("n", "行号"),
            Column("taken", "承担总量", "whole", lambda row: self._taken(row, households)),
            Column("counted", "计入系数（整数）", "whole", self._counted),
            *stages.storey_split(lambda row: row.counted, "counted"),
        ), left=left)  # fmt: skip
        split = UpkeepSplit(weights, households)
        return split

    def _taken(self, row: TableRow, households: FormulaTable) -> str:
        """The size of a storey's households that carry their part."""
        same = f"({self.shares.all('storey_no')}={self.storey_table.here('storey', row.line)})"
        return f"SUMPRODUCT({same}*{self.flats.area('size')}*{households.area('carry')})"

    def _counted(self, row: TableRow) -> str:
        """The counted weight of a storey."""
        weight, whole = (self.storey_table.here(key, row.line) for key in ("weight", "whole"))
        gap = self.switches.gap
        times_over = factor(f"{gap}=1", f"{gap}=2", row.taken, whole)
        return counted_weight(weight, self.switches.scale, row.taken, times_over)
