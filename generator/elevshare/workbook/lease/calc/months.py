"""The fees by month on 分月: twelve months add up to the year's fee."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.project import Topic
from elevshare.rules.lease import MONTHS
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.table import Column, FormulaTable, TableRow, beside, gaps, once, shown

TITLE = "分月"
_NUMBERS = range(1, MONTHS + 1)


@once
def months(plan: LeasePlan) -> FormulaTable:
    """What one flat of each storey pays each month; storeys without a fee show nothing."""
    usual = MonthColumns(plan, "annual_fen", "known", f"{plan.figures.times}=1")
    return usual.table("各层（金额单位：元）", 5)


@once
def other_months(plan: LeasePlan) -> FormulaTable:
    """The same by the fee that households may choose instead, below."""
    other = MonthColumns(plan, "other_annual_fen", "other_known", f"{plan.figures.times}<>1")
    return other.table("选另一种收费的各层（金额单位：元）", months(plan).last + 4)


@dataclass(frozen=True)
class MonthColumns:
    """The months of one kind of fee.

    ``annual`` and ``known`` are columns of the storeys; ``yearly`` is the condition under which
    the fee is stated by the year.
    """

    plan: LeasePlan
    annual: str
    known: str
    yearly: str

    def table(self, title: str, first: int) -> FormulaTable:
        """The table of the storeys from a row on."""
        storey_table = self.plan.storey_table

        def yuan(key: str, head: str) -> Column:
            return shown(key, head, "money", lambda r: f"{r[f'{key}_fen']}/100")

        def total(row: TableRow) -> str:
            return f"SUM({row.m1_fen}:{row[f'm{MONTHS}_fen']})"

        return FormulaTable(title, TITLE, first, self.plan.storeys, (
            Column("storey", "楼层", "whole", beside(storey_table, "storey")),
            yuan("annual", "全年（元）"),
            *(yuan(f"m{number}", f"{number} 月") for number in _NUMBERS),
            yuan("total", "合计（元）"),
            *gaps("gap"),
            Column("annual_fen", "全年（分）", "whole", beside(storey_table, self.annual)),
            *(self._month(number) for number in _NUMBERS),
            Column("total_fen", "合计（分）", "whole", total),
        ), lambda r: f"{storey_table.at(self.known, r.index)}=1")  # fmt: skip

    def _month(self, number: int) -> Column:
        """A month's fee in fen: what is due by its end less what was due by its start."""

        def formula(row: TableRow) -> str:
            year = row.annual_fen
            part = f"INT({number}*{year}/12)-INT({number - 1}*{year}/12)"
            if not self.plan.has(Topic.TERMS):
                return part
            whole = year if number == 1 else "0"
            return f"IF(AND({self.plan.figures.at_once}=1,{self.yearly}),{whole},{part})"

        return Column(f"m{number}_fen", f"{number} 月（分）", "whole", formula)
