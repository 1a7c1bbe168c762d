"""收缴: what was paid, household by household, and how the ledger is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.ledger import collected as collecting
from elevshare.workbook.subjects.ledger import payments as payments_read
from elevshare.workbook.subjects.ledger import slips
from elevshare.workbook.subjects.ledger.places import TITLE as _TITLE
from elevshare.workbook.subjects.ledger.places import collected, dates, payments
from elevshare.workbook.table import write_table

TITLE, ROLE = _TITLE, "计算"
ABOUT = "每户应缴、已缴、还欠、多缴、逾期；与银行核对"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    write_balances(grid, plan, collecting.figure_formulas(plan), collecting.HEADS,
                   lambda row: collecting.household_formulas(plan, row))  # fmt: skip
    write_table(grid, dates(plan), "三、分期截止日期的读数", payments_read.DATE_HEADS,
                lambda row: payments_read.date_formulas(plan, row))  # fmt: skip


def write_balances(
    grid: Grid,
    plan: Accounts,
    figures: Mapping[str, str],
    heads: Mapping[str, tuple[str, str]],
    household: Callable[[int], Mapping[str, str | int]],
) -> None:
    """What the ledgers of all families have in common, given a family's figures and households."""
    rows, paid = collected(plan), payments(plan)
    grid.widths(6, 12, 12, 14, 14, 14, 14, 14, 13, 14, 13, 13, 12, 3, *([12] * 9))
    grid.put(1, 1, "收缴：每户缴了多少，还欠多少（由公式得出）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    _figures(grid, plan, figures)
    write_table(grid, rows, "一、各户", heads, household)
    write_table(grid, paid, "二、台账的读数", payments_read.HEADS,
                lambda row: payments_read.payment_formulas(plan, row))  # fmt: skip
    if plan.has(Topic.RECEIPTS):
        number = "四" if "schedule" in plan.parameters else "三"
        write_table(grid, slips.slips(plan), f"{number}、一次打印的收据", slips.HEADS,
                    lambda row: slips.slip_formulas(plan, row))  # fmt: skip
    state = rows.here("state", rows.first)
    grid.redden(rows.area("state"), f'OR({state}="逾期",LEFT({state},2)="多缴")')
    grid.sheet.freeze_panes = "D4"
    titles = f"{rows.first - 1}:{rows.first - 1}"
    grid.page(f"A1:M{rows.last}", landscape=True, title_rows=titles)


def _figures(grid: Grid, plan: Accounts, formulas: Mapping[str, str]) -> None:
    """The sums above the households."""
    grid.row(3, 1, ["项目", None, None, "金额（元）", "整数（分）", "说明"], "表头")
    for row, (key, (label, money, note)) in enumerate(plan.account.figures.items(), 4):
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if money else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note, "注")
