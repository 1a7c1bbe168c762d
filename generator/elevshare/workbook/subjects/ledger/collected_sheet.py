"""收缴: each household's payments, and the ledger as read; in any family of books."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.subjects.ledger.places import TITLE as TITLE
from elevshare.workbook.subjects.ledger.places import collected, dates, figures, payments
from elevshare.workbook.subjects.ledger.slips import slips

ROLE = "计算"
ABOUT = "每户应缴、已缴、还欠、多缴、逾期；与银行核对"


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet."""
    rows = collected(plan)
    grid.widths(6, 12, 12, 14, 14, 14, 14, 14, 13, 14, 13, 13, 12, 3, *([12] * 9))
    grid.put(1, 1, "收缴：每户缴了多少，还欠多少（由公式得出）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    figures(plan).write(grid)
    tables = [rows, payments(plan), *([dates(plan)] if "schedule" in plan.parameters else [])]
    for table in (*tables, *([slips(plan)] if plan.has(Topic.RECEIPTS) else [])):
        table.write(grid)
    state = rows.here("state", rows.first)
    grid.redden(rows.area("state"), f'OR({state}="逾期",LEFT({state},2)="多缴")')
    grid.sheet.freeze_panes = "D4"
    titles = f"{rows.first - 1}:{rows.first - 1}"
    grid.page(f"A1:M{rows.last}", landscape=True, title_rows=titles)
