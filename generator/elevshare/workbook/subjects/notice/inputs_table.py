"""The days off of a notice, on 专项."""

from __future__ import annotations

from elevshare.workbook.field import DATES, day_number
from elevshare.workbook.grid import Grid
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import put_input
from elevshare.workbook.subjects.notice.working_days import PROBLEMS, days_off, typed

_HINT = "填日期，如 2026-10-01；不用填普通的周末"


def write_inputs(grid: Grid, plan: Inputs) -> None:
    """Two columns of dates, empty unless the project tells them, and a hint beside each row."""
    block, told = typed(plan), plan.project.notice
    grid.row(block.first - 1, 1, ["序号", "放假日", "调休上班日", "提示"], "表头")
    for index, row in enumerate(block.rows):
        grid.put(row, 1, index + 1, "标签")
        for key, dates in (("off", told.holidays), ("on", told.workdays)):
            value = day_number(dates[index]) if index < len(dates) else None
            put_input(grid, row, block.column(key), value, "date")
        hint = word_of(days_off(plan).at("problem", index), PROBLEMS)
        grid.put(row, block.column("hint"), hint, "计算-any")
    for key, label in (("off", "放假日"), ("on", "调休上班日")):
        grid.limit(block.area(key), "date", *DATES, label, _HINT)
    grid.redden(block.area("hint"), f'LEFT({block.here("hint", block.first)},1)="←"')
