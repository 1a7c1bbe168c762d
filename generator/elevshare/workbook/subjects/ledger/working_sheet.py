"""收缴计算: 台账 as read, and what its papers print; in any family of books."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.project import Topic
from elevshare.workbook.accounts import Accounts
from elevshare.workbook.grid import Grid
from elevshare.workbook.subjects.ledger.places import FIRST, dates, lists, payments
from elevshare.workbook.subjects.ledger.places import WORKING as TITLE
from elevshare.workbook.subjects.ledger.slips import receipts, refunds
from elevshare.workbook.subjects.reminders import daily
from elevshare.workbook.table import FormulaTable

__all__ = ["ABOUT", "ROLE", "TITLE", "write"]

ROLE = "计算"
ABOUT = "“台账”读成了什么，收据和退款凭证上印什么"


def write(grid: Grid, plan: Accounts) -> None:
    """Write the sheet: the tables side by side under heads that stay in view."""
    tables = list(_tables(plan))
    last = tables[-1]
    grid.widths(*([12] * (last.left + len(last.columns) - 1)))
    grid.put(1, 1, "收缴计算：台账逐笔的读数和要印的收据（由公式得出，不用看）", "标题")
    grid.height(1, 28)
    for table in tables:
        table.write(grid)
    grid.sheet.freeze_panes = f"A{FIRST}"
    bottom, heads = max(table.last for table in tables), f"{FIRST - 1}:{FIRST - 1}"
    grid.page(f"A1:I{bottom}", landscape=True, title_rows=heads)


def _tables(plan: Accounts) -> Iterator[FormulaTable]:
    """The tables, from the left."""
    yield payments(plan)
    yield lists(plan)
    if "schedule" in plan.parameters:
        yield dates(plan)
    if plan.has(Topic.RECEIPTS):
        yield receipts(plan)
        yield refunds(plan)
    if plan.has(Topic.REMINDERS):
        yield daily.listed(plan)
