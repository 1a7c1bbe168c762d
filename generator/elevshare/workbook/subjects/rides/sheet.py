"""使用费: every household's month by the applied tariff, and whether a month card pays."""

from __future__ import annotations

from dataclasses import astuple

from elevshare.project import Topic
from elevshare.schemes.parts.rides import OWN_TARIFF
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.rides import fees as rides
from elevshare.workbook.subjects.rides import tariffs
from elevshare.workbook.subjects.rides.inputs import FEES, TARIFF_COLUMNS, tariffs_of
from elevshare.workbook.subjects.rides.storey_fares import storey_fares

TITLE, ROLE = tariffs.TITLE, "计算"
#: The widths to the column of advice, in a book with ``_COUNTED`` columns of counts and amounts.
_WIDTHS, _COUNTED = (6, 10, 11, 12, 10, 10, 11, 11, 11, 13, 11, 11, 12, 11, 32), 11
ABOUT = "每户本月使用费、应缴和结余，月卡多少次合算"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: tariff, households with totals, tariffs as read."""
    fees, readings = rides.fees(plan), tariffs.readings(plan)
    counted = (13,) * (len(rides.summed(plan)) - _COUNTED)
    grid.widths(*_WIDTHS[:-1], *counted, _WIDTHS[-1], 3, *([11] * (30 + 5 * len(counted))))
    grid.put(1, 1, "使用费计算（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    tariffs.figures(plan).write(grid)
    fees.write(grid)
    fees.write_totals(grid, ["合计", None, None], rides.totals(plan))
    last = readings
    readings.write(grid)
    if plan.has(Topic.FARES):
        last = storey_fares(plan)
        last.write(grid)
    grid.sheet.freeze_panes = f"D{fees.first}"
    grid.page(f"A1:{fees.letter('advice')}{last.last}", landscape=True)


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the table of tariffs on 专项: the scheme's, and an empty one."""
    found = {tariff.name: tariff.fees for tariff in tariffs_of(plan.project.scheme)}

    def of(index: int) -> dict[str, Value]:
        name = [*found, OWN_TARIFF][index]
        fees = astuple(found[name]) if name in found else ()
        problem = tariffs.readings(plan).at("problem", index)
        return {
            "name": name,
            "hint": word_of(problem, tariffs.TARIFF_PROBLEMS),
            **{key: fen / 100 for key, fen in zip(FEES, fees, strict=False)},
        }

    write_rows(grid, plan.tariffs, TARIFF_COLUMNS, of)
    redden_hints(grid, plan.tariffs)
