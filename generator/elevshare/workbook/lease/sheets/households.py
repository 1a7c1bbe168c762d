"""住户 of a lease book: one row for each household, with its arrears and payments."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.sheets.households import write_households

TITLE, ROLE = "住户", "输入"
ABOUT = "每户的房号、楼层、参与、欠费、减免"

_NOTE = "欠费填以前各期没有交的；已缴填已经交的和上期的结余；减免填本期减免的。"
_NOTE_OF_LEDGER = "上年欠费只填以前租赁年没有交的：本年没有交的由“台账”自动算出，不要再填。减免填本年到本期为止的合计。"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    shares = plan.shares
    grid.put(2, 1, f'="已填 "&SUM({shares.all("filled")})&" 户，其中有误 "'
             f'&SUMPRODUCT(({shares.all("problem")}>1)*1)&" 户；使用电梯 "'
             f'&SUM({shares.all("take")})&" 户"', "副标题")  # fmt: skip
    grid.put(3, 1, _NOTE_OF_LEDGER if plan.has(Topic.LEDGER) else _NOTE, "注")
    write_households(grid, plan, 44)
