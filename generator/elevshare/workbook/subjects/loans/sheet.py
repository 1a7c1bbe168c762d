"""还款表: monthly instalments of a loan, each household's part, a company's advance."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.loans import tables as loans

TITLE, ROLE = loans.TITLE, "计算"
ABOUT = "分期、贷款、企业垫资每月还多少"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    rows, schedule = loans.households(plan), loans.months(plan)
    grid.widths(9, 13, 14, 15, 15, 15, 44, 3, *([11] * 36))
    grid.put(1, 1, "还款表：借款、免息分期、企业垫资每月还多少（由公式得出）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, loans.loan_words(plan), "副标题")
    grid.put(3, 1, loans.advance_words(plan), "副标题")
    loans.figures(plan).write(grid)
    for table in (rows, loans.finals(plan), schedule):
        table.write(grid)
    grid.sheet.freeze_panes = "A4"
    # Ten years of empty rows are four empty pages: print what the loan needs.
    term = plan.project.loan.months
    last = schedule.first + term - 1 if term else rows.end
    grid.page(f"A1:G{last}")
