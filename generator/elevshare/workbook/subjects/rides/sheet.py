"""使用费: every household's month by the tariff in force, and whether a month card pays."""

from __future__ import annotations

from dataclasses import astuple

from elevshare.schemes.parts.rides import OWN_TARIFF
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.rides import fees as rides
from elevshare.workbook.subjects.rides import tariffs
from elevshare.workbook.subjects.rides.inputs import FEES, TARIFF_COLUMNS, tariffs_of
from elevshare.workbook.table import write_table

TITLE, ROLE = "使用费", "计算"
ABOUT = "每户本月使用费、应缴和结余，月卡多少次合算"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: the tariff, the households with their totals, the tariffs as read."""
    fees = plan.fees
    grid.widths(6, 10, 11, 12, 10, 10, 11, 11, 11, 13, 11, 11, 12, 11, 32, 3, *([11] * 30))
    grid.put(1, 1, "使用费计算（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    _figures(grid, plan)
    write_table(grid, fees, "一、各户", rides.HEADS, lambda row: rides.fee_formulas(plan, row))
    grid.row(fees.last + 1, 1, ["合计", None, None], "标签-长")
    for key, formula in rides.total_formulas(plan).items():
        grid.put(fees.last + 1, fees.column(key), formula, f"计算-{rides.HEADS[key][1]}")
    write_table(grid, plan.tariff_readings, "二、收费标准的读数", tariffs.TARIFF_HEADS,
                lambda row: tariffs.tariff_formulas(plan, row))  # fmt: skip
    grid.sheet.freeze_panes = f"D{fees.first}"
    grid.page(f"A1:O{plan.tariff_readings.last}", landscape=True)


def _figures(grid: Grid, plan: Plan) -> None:
    """The tariff in force, the month, and from how many rides a month card pays."""
    heads: list[Value] = ["项目", None, None, "金额（元）", "整数", "说明"]
    grid.row(tariffs.FIRST_FIGURE - 1, 1, heads, "表头")
    formulas, said = tariffs.figure_formulas(plan), tariffs.note_formulas(plan)
    for row, (key, (label, note)) in enumerate(tariffs.FIGURES.items(), tariffs.FIRST_FIGURE):
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if key in FEES else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, said.get(key, note), "注")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the table of tariffs on 专项: the scheme's, then one to be filled in."""
    found = {tariff.name: tariff.fees for tariff in tariffs_of(plan.project.scheme)}

    def of(index: int) -> dict[str, Value]:
        name = [*found, OWN_TARIFF][index]
        fees = astuple(found[name]) if name in found else ()
        problem = plan.tariff_readings.at("problem", index)
        return {
            "name": name,
            "hint": word_of(problem, tariffs.TARIFF_PROBLEMS),
            **{key: fen / 100 for key, fen in zip(FEES, fees, strict=False)},
        }

    write_rows(grid, plan.tariffs, TARIFF_COLUMNS, of)
    redden_hints(grid, plan.tariffs)
