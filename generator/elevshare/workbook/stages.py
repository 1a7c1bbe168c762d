"""Split a net amount in two stages, as columns of formulas.

Storeys first: the storeys share by weight, then the households of each storey share its amount.
Whole stairwell: all households share at once. The same columns serve both; an input decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from elevshare.workbook.places import Block
from elevshare.workbook.rounding import split
from elevshare.workbook.table import Column, Formula, PartialFormula, TableRow, summed


@dataclass(frozen=True)
class Stages:
    """One split.

    ``storeys_first`` (1/0) and ``units`` (the number of units to share) are addresses. ``storeys``
    gives the table of storeys, which has their ``counted`` weights. For a household's row,
    ``valid`` (1/0) says whether it counts, and ``storey`` is the number of its storey.
    """

    storeys_first: str
    units: str
    storeys: Callable[[], Block]
    valid: PartialFormula
    storey: PartialFormula

    def of_storey(self, row: TableRow, key: str) -> str:
        """The cell of a column in the row of the household's storey."""
        cells = self.storeys().area(key)
        return f"IF({self.valid(row)}=1,INDEX({cells},{self.storey(row)}),0)"

    def storey_split(self, part: Formula, weights: str = "part") -> tuple[Column, ...]:
        """The columns of the storeys' split by ``part``; ``weights`` is the column to sum."""
        return split(
            lambda row: f"IF({self.storeys_first}=1,{self.units},0)", part, summed(weights)
        )

    def counted(self) -> Column:
        """The column with the counted weight of a household's storey."""
        return Column(
            "counted", "本层计入系数", "whole", lambda row: self.of_storey(row, "counted")
        )

    def weighed(self, size: PartialFormula) -> Formula:
        """A household's weight: ``size`` if storeys come first, else size × counted weight."""
        return lambda row: f"IF({self.storeys_first}=1,1,{row.counted})*{size(row)}"

    def group(self, row: TableRow) -> str:
        """The number of a household's group: its storey, or 1 for the whole stairwell."""
        return f"IF({self.valid(row)}=1,IF({self.storeys_first}=1,{self.storey(row)},1),0)"

    def household_split(self, part: Formula, group: Formula | None = None) -> tuple[Column, ...]:
        """The columns of the households' split by ``part``."""
        return split(self._quota, part, self._total, group or self.group)

    def _quota(self, row: TableRow) -> str:
        """The units that a household's group shares."""
        units = f"{self.units}*{self.valid(row)}"
        return f"IF({self.storeys_first}=1,{self.of_storey(row, 'units')},{units})"

    def _total(self, row: TableRow) -> str:
        """The total weight of a household's group."""
        groups, parts = row.column("group"), row.column("part")
        return f"SUMIF({groups},{row.group},{parts})*{self.valid(row)}"


def counted_weight(weight: str, scale: str, taken: str, factor: tuple[str, str]) -> str:
    """A storey's counted weight in 1/``scale``: weight × factor, 0 if nobody on it pays."""
    times, over = factor
    return f"IF({taken}=0,0,ROUND({weight}*({scale}/10000)*{times}/{over},0))"


def factor(lessened: str, raised: str, taken: str, whole: str) -> tuple[str, str]:
    """The factor of a storey's weight: (multiply by, divide by).

    If ``lessened``: taken ÷ whole, so that all who take part carry the gap of those who do not. If
    ``raised``: whole ÷ taken, so that the rest of the storey carries it. Else 1 ÷ 1.
    """
    return (
        f"IF({lessened},{taken},IF({raised},{whole},1))",
        f"IF({lessened},{whole},IF({raised},{taken},1))",
    )


def counted_among(
    figure: Callable[[str], str], weight: str, full: str, whole: str, taken: str
) -> str:
    """The counted weight of a storey where some of its households have terms of their own.

    ``full`` is its whole measure, ``whole`` that of the households that its weight is for, and
    ``taken`` that of those of them that take part; ``figure`` gives the address of a figure.
    """
    first, to_all = (f"{figure(key)}=1" for key in ("storeys_first", "to_all"))
    times = f"IF({first},IF({to_all},{taken},{whole}),IF({to_all},1,{whole}))"
    over = f"IF({first},{full},IF({to_all},1,{taken}))"
    return counted_weight(weight, figure("scale"), taken, (times, over))


def owed(
    head: str,
    payer: PartialFormula,
    unit: str,
    rest_row: str,
    rest: str,
    more: PartialFormula = lambda row: "",
) -> tuple[Column, ...]:
    """The columns ``key`` and ``fen``: what a household owes, units × ``unit``, plus ``rest`` once.

    ``more`` is added to the formula, such as ``+$X7``.

    ``unit``, ``rest_row`` and ``rest`` are addresses of figures; ``rest`` goes to row ``rest_row``,
    the first with the largest ``key`` (see ``largest``). A household that is no ``payer`` (1/0) has
    the key 0.
    """
    return (
        Column("key", "余额比较数", "whole", lambda r: f"IF({payer(r)}=1,{r.units}+1,0)"),
        Column("fen", head, "whole",
               lambda r: f"{r.units}*{unit}+IF({r.n}={rest_row},{rest},0){more(r)}"),
    )  # fmt: skip


def largest(keys: str) -> str:
    """The number of the row that gets the rest; 0 if nobody pays."""
    return f"IF(MAX({keys})>0,MATCH(MAX({keys}),{keys},0),0)"
