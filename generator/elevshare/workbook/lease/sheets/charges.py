"""收费: all steps from the table of fees to every household's amount."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook import cut_numbers, seal
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc.figures import period_words
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.papers import masking
from elevshare.workbook.payee import account

TITLE, ROLE = "收费", "计算"
ABOUT = "各层标准、各户本期费用和本次应缴、本单元全年收入"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet: figures, storeys, households, income; working columns to the right."""
    more = (14,) if plan.has(Topic.TERMS) else ()
    grid.widths(10, 12, 10, 14, 14, *more, 14, 14, 14, 12, 12, 12, 14, 12, 3, *([11] * 60))
    grid.put(1, 1, "收费计算（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    plan.figures.write(grid)
    below = plan.figures.last_row + 1
    grid.row(below, 1, ["本期", None, None], "标签-长")
    grid.row(below, 4, [period_words(plan), None, None, None], "计算-长")
    for table in (
        plan.storey_table,
        plan.shares,
        plan.tables,
        plan.fee_readings,
        plan.readings,
        plan.spellings,
        account(plan),
        masking.names(plan),
        seal.facts(plan),
        cut_numbers.table(plan),
    ):
        table.write(grid)
    grid.sheet.freeze_panes = "C4"
    grid.page(f"A1:{plan.shares.letter('carried')}{plan.tables.last}", landscape=True)
