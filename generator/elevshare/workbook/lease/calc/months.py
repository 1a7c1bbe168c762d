"""The fees by month on 分月: twelve months add up to the year's fee."""

from __future__ import annotations

from elevshare.rules.lease import MONTHS
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.table import Column, FormulaTable, TableRow, beside, gaps, once, shown

TITLE = "分月"
_NUMBERS = range(1, MONTHS + 1)


@once
def months(plan: LeasePlan) -> FormulaTable:
    """What one flat of each storey pays each month; storeys without a fee show nothing."""
    storey_table = plan.storey_table

    def yuan(key: str, head: str) -> Column:
        return shown(key, head, "money", lambda r: f"{r[f'{key}_fen']}/100")

    def total(row: TableRow) -> str:
        return f"SUM({row.m1_fen}:{row[f'm{MONTHS}_fen']})"

    return FormulaTable("各层（金额单位：元）", TITLE, 5, plan.storeys, (
        Column("storey", "楼层", "whole", beside(storey_table, "storey")),
        yuan("annual", "全年（元）"),
        *(yuan(f"m{number}", f"{number} 月") for number in _NUMBERS),
        yuan("total", "合计（元）"),
        *gaps("gap"),
        Column("annual_fen", "全年（分）", "whole", beside(storey_table, "annual_fen")),
        *(_month(number) for number in _NUMBERS),
        Column("total_fen", "合计（分）", "whole", total),
    ), lambda r: f"{storey_table.at('known', r.index)}=1")  # fmt: skip


def _month(number: int) -> Column:
    """A month's fee in fen: what is due by its end less what was due by its start."""
    return Column(f"m{number}_fen", f"{number} 月（分）", "whole",
                  lambda r: f"INT({number}*{r.annual_fen}/12)-INT({number - 1}*{r.annual_fen}/12)")  # fmt: skip
