"""专项: inputs that not every project needs: compensation, votes, upkeep, financing, late joiners."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets.inputs import write_sections
from elevshare.workbook.subjects.compensation import sheet as compensation
from elevshare.workbook.subjects.consent import sheet as consent
from elevshare.workbook.subjects.finance import sheet as finance
from elevshare.workbook.subjects.fund import sheet as fund
from elevshare.workbook.subjects.late import sheet as late
from elevshare.workbook.subjects.ledger import sheet as ledger
from elevshare.workbook.subjects.loans import sheet as loans
from elevshare.workbook.subjects.notice import paper as notice
from elevshare.workbook.subjects.rides import sheet as rides
from elevshare.workbook.subjects.settlement import sheet as settlement
from elevshare.workbook.subjects.upkeep import sheet as upkeep

TITLE, ROLE = "专项", "输入"
ABOUT = "各专门事项的输入；用不到的不用填"

#: The subjects whose tables of inputs stand here.
_SUBJECTS = (notice, ledger, compensation, consent, upkeep, finance, fund, loans, late, settlement)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(26, 18, 18, 18, 18, 18, 18, 18, 22)
    grid.put(1, 1, "专项：各专门事项的输入；用不到的空着", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    subjects = [subject for subject in _SUBJECTS if plan.has(subject.TOPIC)]
    for subject in (*((rides,) if plan.prepaid else ()), *subjects):
        subject.write_inputs(grid, plan)
    last = plan.last_row(TITLE)
    grid.redden(f"$C$3:$C${last}", 'LEFT($C3,1)="←"')
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:I{last}", title_rows="1:1")
