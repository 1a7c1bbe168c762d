"""收费: from the table of fees to every household's amount, each step in sight."""

from __future__ import annotations

from elevshare.workbook import readings
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc import figures, flats, floors
from elevshare.workbook.lease.plan import FIGURES, LeasePlan
from elevshare.workbook.table import write_table

TITLE, ROLE = "收费", "计算"
ABOUT = "各层标准、各户本期费用和本次应缴、本单元全年收入"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet: figures, storeys, households, income; the working stands to the right."""
    grid.widths(10, 12, 10, 14, 14, 14, 14, 14, 12, 12, 12, 14, 12, 3, *([11] * 40))
    grid.put(1, 1, "收费计算（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    _figures(grid, plan)
    write_table(grid, plan.floors, "一、各层（金额单位：元）", floors.HEADS,
                lambda r: floors.floor_formulas(plan, r))  # fmt: skip
    write_table(grid, plan.shares, "二、各户（金额单位：元）", flats.heads(plan),
                lambda r: flats.flat_formulas(plan, r))  # fmt: skip
    title = "三、收入核对：一个单元全部住户都使用时，各张收费表的收入（元）"
    write_table(grid, plan.tables, title, floors.TABLE_HEADS,
                lambda r: floors.table_formulas(plan, r))  # fmt: skip
    write_table(grid, plan.fee_readings, "四、收费标准的读数", floors.READING_HEADS,
                lambda r: floors.reading_formulas(plan, r))  # fmt: skip
    fields = (*plan.numbers, *plan.choices)
    write_table(grid, plan.readings, "五、参数的读数", readings.NUMBER_HEADS,
                lambda r: readings.reading_formulas(plan, fields[r - plan.readings.first], r))  # fmt: skip
    grid.sheet.freeze_panes = "C4"
    grid.page(f"A1:M{plan.tables.last}", landscape=True)


def _figures(grid: Grid, plan: LeasePlan) -> None:
    """Which table holds, which months are billed, and the sums."""
    grid.row(3, 1, ["项目", None, None, "金额（元）", "整数（分）", "说明"], "表头")
    formulas, labels = figures.figure_formulas(plan), figures.labels(plan)
    for row, key in enumerate(FIGURES, 4):
        label, note = labels[key]
        grid.row(row, 1, [label, None, None], "标签-长")
        yuan = f"=$E{row}/100" if key in figures.MONEY else None
        grid.put(row, 4, yuan, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note, "注")
    last = 4 + len(FIGURES)
    grid.row(last, 1, ["本期", None, None], "标签-长")
    grid.row(last, 4, [figures.period_words(plan), None, None, None], "计算-长")
