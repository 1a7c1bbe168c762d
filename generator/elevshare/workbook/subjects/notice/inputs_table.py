"""The table of days off for the notice, on 专项."""

from __future__ import annotations

from elevshare.workbook.field import day_number
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.notice.inputs import COLUMNS
from elevshare.workbook.subjects.notice.working_days import PROBLEMS, days_off, typed


def write_inputs(grid: Grid, plan: Inputs) -> None:
    """Write two columns of dates, filled from the project, with a hint in each row."""
    notice = plan.project.notice

    def day(dates: tuple[str, ...], index: int) -> Value:
        return day_number(dates[index]) if index < len(dates) else None

    def of(index: int) -> dict[str, Value]:
        return {
            "n": index + 1,
            "off": day(notice.holidays, index),
            "on": day(notice.workdays, index),
            "hint": word_of(days_off(plan).at("problem", index), PROBLEMS),
        }

    write_rows(grid, typed(plan), COLUMNS, of)
    redden_hints(grid, typed(plan))
