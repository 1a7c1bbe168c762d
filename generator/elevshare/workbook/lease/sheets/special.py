"""专项 of a lease book: the inputs of the notice."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.sheets.inputs import write_sections
from elevshare.workbook.sheets.special import ROLE as ROLE
from elevshare.workbook.sheets.special import TITLE as TITLE
from elevshare.workbook.subjects.notice.inputs_table import write_inputs

ABOUT = "公示的起始日、工作日数、放假安排"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet; only a book with a notice has it."""
    grid.widths(26, 18, 18, 46)
    grid.put(1, 1, "专项：公示", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    write_inputs(grid, plan)
    last = plan.last_row(TITLE)
    grid.redden(f"$C$3:$C${last}", 'LEFT($C3,1)="←"')
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:D{last}", title_rows="1:1")
