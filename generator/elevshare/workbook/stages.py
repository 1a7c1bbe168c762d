"""A net amount split in two stages, as columns of formulas.

Either the storeys share it by their weights, and then the households of each storey what the
storey got; or all households of the stairwell share it at once. Both in the same columns: which
it is, an input says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from elevshare.workbook.places import Block
from elevshare.workbook.rounding import split
from elevshare.workbook.table import Column, Formula, PartialFormula, TableRow, summed


@dataclass(frozen=True)
class Stages:
    """One split: ``storeys_first`` (1/0) and ``units`` (how many are shared) are addresses.

    ``storeys`` is the table of the storeys, with their ``counted`` weights. Of a household's row,
    ``valid`` (1/0) says whether it counts, ``storey`` is the number of its storey.
    """

    storeys_first: str
    units: str
    storeys: Callable[[], Block]
    valid: PartialFormula
    storey: PartialFormula

    def of_storey(self, row: TableRow, key: str) -> str:
        """A column of the storey of a household's row, which is on the same sheet."""
        cells = self.storeys().area(key)
        return f"IF({self.valid(row)}=1,INDEX({cells},{self.storey(row)}),0)"

    def storey_split(self, part: Formula, weights: str = "part") -> tuple[Column, ...]:
        """The columns of the storeys' split by ``part``; ``weights`` is the column that is summed."""
        return split(
            lambda row: f"IF({self.storeys_first}=1,{self.units},0)", part, summed(weights)
        )

    def counted(self) -> Column:
        """The weight of a household's storey."""
        return Column(
            "counted", "本层计入系数", "whole", lambda row: self.of_storey(row, "counted")
        )

    def weighed(self, size: PartialFormula) -> Formula:
        """What a household weighs: its size alone within its storey, else times the weight."""
        return lambda row: f"IF({self.storeys_first}=1,1,{row.counted})*{size(row)}"

    def group(self, row: TableRow) -> str:
        """The number of a household's group: its storey, or 1 for the whole stairwell."""
        return f"IF({self.valid(row)}=1,IF({self.storeys_first}=1,{self.storey(row)},1),0)"

    def household_split(self, part: Formula, group: Formula | None = None) -> tuple[Column, ...]:
        """The columns of the households' split by ``part``."""
        return split(self._quota, part, self._total, group or self.group)

    def _quota(self, row: TableRow) -> str:
        """What the group of a household shares."""
        units = f"{self.units}*{self.valid(row)}"
        return f"IF({self.storeys_first}=1,{self.of_storey(row, 'units')},{units})"

    def _total(self, row: TableRow) -> str:
        """The weight of a household's group."""
        groups, parts = row.column("group"), row.column("part")
        return f"SUMIF({groups},{row.group},{parts})*{self.valid(row)}"


def counted_weight(weight: str, scale: str, taken: str, factor: tuple[str, str]) -> str:
    """A storey's weight that counts, in 1/``scale``, times and over a ``factor``; 0 where nobody pays."""
    times, over = factor
    return f"IF({taken}=0,0,ROUND({weight}*({scale}/10000)*{times}/{over},0))"


def factor(lessened: str, raised: str, taken: str, whole: str) -> tuple[str, str]:
    """What a storey's weight is multiplied and divided by.

    Where ``lessened`` holds, taken ÷ whole: all who take part carry the gap that others leave.
    Where ``raised`` holds, whole ÷ taken: the rest of the storey carries it. Else 1 ÷ 1.
    """
    return (
        f"IF({lessened},{taken},IF({raised},{whole},1))",
        f"IF({lessened},{whole},IF({raised},{taken},1))",
    )


def owed(
    head: str, payer: PartialFormula, unit: str, rest_row: str, rest: str
) -> tuple[Column, ...]:
    """What a household owes, ``fen``: its units times ``unit``, and in row ``rest_row`` the ``rest``.

    All three are addresses of figures. The row is the first with the largest ``key`` (see
    ``largest``); who is no ``payer`` (1/0) has the key 0.
    """
    return (
        Column("key", "余额比较数", "whole", lambda r: f"IF({payer(r)}=1,{r.units}+1,0)"),
        Column("fen", head, "whole",
               lambda r: f"{r.units}*{unit}+IF({r.n}={rest_row},{rest},0)"),
    )  # fmt: skip


def largest(keys: str) -> str:
    """The number of the row to which the rest goes; 0 where nobody pays."""
    return f"IF(MAX({keys})>0,MATCH(MAX({keys}),{keys},0),0)"
