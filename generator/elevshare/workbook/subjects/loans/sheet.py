"""还款表: instalments and loans month by month, each household's part, a company's advance."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import HEADS as SPLIT_HEADS
from elevshare.workbook.subjects.loans import tables as loans
from elevshare.workbook.table import write_table

TITLE, ROLE = "还款表", "计算"
ABOUT = "分期、贷款、企业垫资每月还多少"

_HEADS = {**{key: (head, "whole") for key, head in SPLIT_HEADS.items()}, **loans.HEADS}


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    rows, lasts = loans.households(plan), loans.finals(plan)
    grid.widths(9, 13, 14, 15, 15, 15, 44, 3, *([11] * 36))
    grid.put(1, 1, "还款表：借款、免息分期、企业垫资每月还多少（由公式得出）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, loans.loan_words(plan), "副标题")
    grid.put(3, 1, loans.advance_words(plan), "副标题")
    grid.row(5, 1, ["项目", None, None, "金额（元）", "整数（分）", "说明"], "表头")
    formulas = loans.figure_formulas(plan)
    for row, (key, (label, money, note)) in enumerate(loans.FIGURES.items(), 6):
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if money else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note, "注")
    write_table(grid, rows, "一、各户每月还多少（按应分摊的比例）", _HEADS,
                lambda row: loans.share_formulas(plan, row))  # fmt: skip
    write_table(grid, lasts, "最后一期的分法", _HEADS, lambda row: loans.final_formulas(plan, row))
    table = loans.months(plan)
    write_table(grid, table, "二、逐月还款（后来才填借款的，打印前把打印区域拉到最后一期）", loans.SCHEDULE_HEADS,
                lambda row: loans.month_formulas(plan, row))  # fmt: skip
    grid.sheet.freeze_panes = "A4"
    # Ten years of empty rows are four empty pages: print what the loan needs.
    term = plan.project.loan.months
    last = table.first + term - 1 if term else rows.last
    grid.page(f"A1:G{last}", title_rows="1:1")
