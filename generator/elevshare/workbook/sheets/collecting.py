"""收缴: what was paid, household by household, and how the ledger is read."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.calc import collecting, payments_read, slips
from elevshare.workbook.calc.ledger import FIGURES, collected, dates, payments
from elevshare.workbook.calc.ledger import TITLE as _TITLE
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.table import write_table

TITLE, ROLE = _TITLE, "计算"
ABOUT = "每户应缴、已缴、还欠、多缴、逾期；与银行核对"
TOPIC = Topic.LEDGER


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    rows, paid = collected(plan), payments(plan)
    grid.widths(6, 12, 12, 14, 14, 14, 14, 14, 13, 14, 13, 13, 12, 3, *([12] * 9))
    grid.put(1, 1, "收缴：每户缴了多少，还欠多少（由公式得出）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    grid.row(3, 1, ["项目", None, None, "金额（元）", "整数（分）", "说明"], "表头")
    formulas = collecting.figure_formulas(plan)
    for row, (key, (label, money, note)) in enumerate(FIGURES.items(), 4):
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if money else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note, "注")
    write_table(grid, rows, "一、各户", collecting.HEADS,
                lambda row: collecting.household_formulas(plan, row))  # fmt: skip
    write_table(grid, paid, "二、台账的读数", payments_read.HEADS,
                lambda row: payments_read.payment_formulas(plan, row))  # fmt: skip
    write_table(grid, dates(plan), "三、分期截止日期的读数", payments_read.DATE_HEADS,
                lambda row: payments_read.date_formulas(plan, row))  # fmt: skip
    if plan.has(Topic.RECEIPTS):
        write_table(grid, slips.slips(plan), "四、一次打印的收据", slips.HEADS,
                    lambda row: slips.slip_formulas(plan, row))  # fmt: skip
    state = rows.here("state", rows.first)
    grid.redden(rows.area("state"), f'OR({state}="逾期",LEFT({state},2)="多缴")')
    grid.sheet.freeze_panes = "D4"
    heads = f"{rows.first - 1}:{rows.first - 1}"
    grid.page(f"A1:M{rows.last}", landscape=True, title_rows=heads)
