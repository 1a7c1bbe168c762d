"""公示计算 of a lease book: days off, calendar, printed rows, sentences."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import notice
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.subjects.notice.working_sheet import ABOUT as ABOUT
from elevshare.workbook.subjects.notice.working_sheet import ROLE as ROLE
from elevshare.workbook.subjects.notice.working_sheet import TITLE as TITLE
from elevshare.workbook.subjects.notice.working_sheet import write_days, write_words


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet: the days, then what 公示 prints."""
    write_days(grid, plan)
    notice.storey_table(plan).write(grid)
    notice.flats(plan).write(grid)
    write_words(grid, notice.lines(plan), "六")
