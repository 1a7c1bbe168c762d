"""使用费: every household's month by the tariff in force, and whether a month card pays."""

from __future__ import annotations

from elevshare.schemes.parts.rides import OWN_TARIFF
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.rides import fees as rides
from elevshare.workbook.subjects.rides import tariffs
from elevshare.workbook.subjects.rides.inputs import tariffs_of

TITLE, ROLE = tariffs.TITLE, "计算"
_HEADS = ("项目", None, None, "金额（元）", "整数", "说明")
ABOUT = "每户本月使用费、应缴和结余，月卡多少次合算"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: the tariff, the households with their totals, the tariffs as read."""
    fees, readings = rides.fees(plan), tariffs.readings(plan)
    grid.widths(6, 10, 11, 12, 10, 10, 11, 11, 11, 13, 11, 11, 12, 11, 32, 3, *([11] * 30))
    grid.put(1, 1, "使用费计算（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    tariffs.figures(plan).write(grid, _HEADS)
    fees.write(grid)
    fees.write_totals(grid, ["合计", None, None], rides.totals(plan))
    readings.write(grid)
    grid.sheet.freeze_panes = f"D{fees.first}"
    grid.page(f"A1:O{readings.last}", landscape=True)


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the table of tariffs on 专项: the scheme's, then one to be filled in."""
    block = plan.tariffs
    found = {tariff.name: tariff for tariff in tariffs_of(plan.project.scheme)}
    heads: list[Value] = ["名称", "次卡（元/次/人）", "月卡（元/月/人）", "访客（元/次）", "提示"]
    grid.row(block.first - 1, 1, heads, "表头")
    for index, row in enumerate(block.rows):
        name = [*found, OWN_TARIFF][index]
        fees = found[name].fees if name in found else None
        grid.put(row, 1, name, "标签")
        amounts = (fees.ride, fees.month_card, fees.visitor) if fees else (None,) * 3
        for key, fen in zip(tariffs.FEES, amounts, strict=True):
            grid.put(row, block.column(key), None if fen is None else fen / 100, "输入-money")
        problem = tariffs.readings(plan).at("problem", index)
        grid.put(row, block.column("hint"), word_of(problem, tariffs.TARIFF_PROBLEMS), "计算-any")
    for key, label in zip(tariffs.FEES, ("次卡", "月卡", "访客"), strict=True):
        grid.limit(block.area(key), "decimal", "0", tariffs.MAX_FEE_YUAN, label,
                   f"请填 0 到 {tariffs.MAX_FEE_YUAN} 元，最多两位小数")  # fmt: skip
    grid.redden(block.area("hint"), f'LEFT({block.here("hint", block.first)},1)="←"')
