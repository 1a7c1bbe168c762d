"""专项 of a lease book: the inputs of the notice and of the running cost."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.sheets.inputs import write_sections
from elevshare.workbook.sheets.special import ROLE as ROLE
from elevshare.workbook.sheets.special import TITLE as TITLE
from elevshare.workbook.subjects.notice.inputs_table import write_inputs as write_days
from elevshare.workbook.subjects.upkeep.sheet import write_inputs as write_items

ABOUT = "公示的日子等专门事项的输入；用不到的不用填"

#: The subjects with inputs here, and what writes their tables.
TOPICS = {Topic.NOTICE: write_days, Topic.UPKEEP: write_items}


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet; only a book with a notice or a running cost has it."""
    grid.widths(26, 18, 18, 54)
    there = [topic for topic in TOPICS if plan.has(topic)]
    grid.put(1, 1, f"专项：{'、'.join(topic.value for topic in there)}", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    for topic in there:
        TOPICS[topic](grid, plan)
    last = plan.last_row(TITLE)
    grid.redden(f"$C$3:$C${last}", 'LEFT($C3,1)="←"')
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:D{last}", title_rows="1:1")
