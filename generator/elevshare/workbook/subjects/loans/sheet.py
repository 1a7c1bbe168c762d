"""还款表: monthly instalments of a loan, each household's part, a company's advance."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.foreseen import foreseen
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.loans import tables as loans

TITLE, ROLE = loans.TITLE, "计算"
ABOUT = "分期、贷款、企业垫资每月还多少"


#: The columns that are printed, narrow enough for letters of full size on A4.
_WIDTHS = (6, 12, 13, 13, 13, 13)
_MARGIN = 0.4


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: households and schedule, which are printed, and the steps below them."""
    rows, schedule, steps = loans.households(plan), loans.months(plan), loans.figures(plan)
    grid.widths(*_WIDTHS, 3, *([11] * 36))
    grid.put(1, 1, "还款表：每月还多少", "标题")
    grid.height(1, 28)
    for row, words in enumerate((loans.loan_words(plan), loans.advance_words(plan)), 2):
        grid.put(row, 1, words, "副标题")
    for table in (rows, loans.finals(plan), schedule):
        table.write(grid)
    rows.write_totals(grid, ["合计", None, None], loans.totals(plan))
    grid.put(schedule.first - 2, 3, loans.months_words(plan), "副标题")
    grid.put(steps.first_row - 2, 1, "三、怎么算出来的（由公式得出，不打印）", "节")
    steps.write(grid)
    grid.sheet.freeze_panes = "A4"
    _set_page(grid, plan)


def _set_page(grid: Grid, plan: Plan) -> None:
    """Print what the loan needs: ten years of empty rows are pages of nothing."""
    rows, schedule = loans.households(plan), loans.months(plan)
    term = foreseen(plan.project, plan.flats, TITLE)
    last = schedule.first + term - 1 if term else rows.last + 1
    grid.page(f"A1:F{last}", title_rows=f"{schedule.first - 1}:{schedule.first - 1}")
    if term:
        grid.breaks([schedule.first - 3])
    margins = grid.sheet.page_margins
    margins.left = margins.right = _MARGIN
    # What is borrowed later is longer than what is printed as made.
    months = loans.figures(plan).months
    told = f'"打印区域只到第 {term} 期：选中 A1:F"&{schedule.first - 1}+{months}&"，点“页面布局→打印区域→设置打印区域”"'
    grid.put(1, len(_WIDTHS) + 2, f'=IF({months}<={term},"",{told})', "警示-不折行")
