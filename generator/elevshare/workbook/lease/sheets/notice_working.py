"""公示计算 of a lease book: days off, a calendar, what each row prints, the sentences."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import notice
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.lease.sheets.notice import pages_of
from elevshare.workbook.subjects.notice.working_sheet import ABOUT as ABOUT
from elevshare.workbook.subjects.notice.working_sheet import ROLE as ROLE
from elevshare.workbook.subjects.notice.working_sheet import TITLE as TITLE
from elevshare.workbook.subjects.notice.working_sheet import write_days, write_words
from elevshare.workbook.table import write_table


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet: first the days, then what is printed."""
    write_days(grid, plan)
    write_table(grid, notice.floors(plan), "四、有住户的楼层", notice.FLOOR_HEADS,
                lambda row: notice.floor_formulas(plan, row))  # fmt: skip
    write_table(grid, notice.flats(plan), "五、住户", notice.FLAT_HEADS,
                lambda row: notice.flat_formulas(plan, row))  # fmt: skip
    write_words(grid, plan, notice.lines(plan), pages_of(plan), "六",
                notice.sentence_formulas(plan))  # fmt: skip
