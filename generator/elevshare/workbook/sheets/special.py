"""专项: the inputs of optional subjects: compensation, votes, upkeep, financing …"""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.inputs import write_sections

TITLE, ROLE = "专项", "输入"
ABOUT = "各专门事项的输入；用不到的不用填"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(26, 16, 16, 16, 16, 16, 16, 16, 18)
    grid.put(1, 1, "专项：各专门事项的输入；用不到的空着", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    for subject in plan.subjects:
        subject.write_inputs(grid, plan)
    last = plan.last_row(TITLE)
    grid.redden(f"$C$3:$C${last}", 'LEFT($C3,1)="←"')
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:I{last}", title_rows="1:1")
