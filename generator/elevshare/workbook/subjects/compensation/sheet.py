"""补偿: what low floors are paid out of the money raised, and the limits."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.rounding import HEADS as SPLIT_HEADS
from elevshare.workbook.subjects.compensation import vouchers
from elevshare.workbook.subjects.compensation.tables import (
    FIGURES,
    HEADS,
    block,
    figure_formulas,
    row_formulas,
)
from elevshare.workbook.table import write_table

TITLE, ROLE = "补偿", "计算"
ABOUT = "付给低层住户的补偿和上限"

_HEADS = {**{key: (head, "whole") for key, head in SPLIT_HEADS.items()}, **HEADS,
          **vouchers.HEADS}  # fmt: skip


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    rows = block(plan)
    grid.widths(8, 10, 8, 14, 14, 14, 15, 26, 3, *([11] * 22), 40, *([11] * 5))
    grid.put(1, 1, "补偿：从筹集款中付给低层住户，计入应分摊净额", "标题")
    grid.height(1, 28)
    grid.put(2, 1, "取法和上限在“专项”的“补偿”一节选；上限只作核对，不会自动削减", "副标题")
    grid.row(3, 1, ["项目", None, None, "金额（元）", "整数（分/户）", "说明"], "表头")
    formulas = figure_formulas(plan)
    for row, (key, (label, money, note)) in enumerate(FIGURES.items(), 4):
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if money else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note, "注")
    write_table(grid, rows, "各户补偿", _HEADS,
                lambda row: {**row_formulas(plan, row), **vouchers.formulas(plan, row)})  # fmt: skip
    state = rows.here("state", rows.first)
    grid.redden(rows.area("state"), f'LEFT({state},2)="超过"')
    grid.sheet.freeze_panes = f"C{rows.first}"
    grid.page(f"A1:H{rows.last}")
