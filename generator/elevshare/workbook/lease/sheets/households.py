"""住户 of a lease book: one row a household, with what it owes and has paid."""

from __future__ import annotations

from elevshare.rules.share import Flat
from elevshare.workbook.calc.readings import word_of
from elevshare.workbook.fields.field import MAX_YUAN, yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc.flats import AMOUNTS, PROBLEMS
from elevshare.workbook.lease.plan import LeasePlan

TITLE, ROLE = "住户", "输入"

#: Column → head and kind of input.
_COLUMNS = {
    "room": ("房号", "text"),
    "storey": ("楼层", "whole"),
    "area": ("建筑面积（㎡）", "area"),
    "owner": ("业主", "text"),
    "taking": ("参与（用电梯填是，不用填否）", "text"),
    "arrears": ("欠费（元）", "money"),
    "paid": ("已缴（元）", "money"),
    "relief": ("减免（元）", "money"),
    "remark": ("备注", "text"),
}


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    block, flats, shares = plan.households, plan.project.flats, plan.shares
    grid.widths(6, 10, 8, 13, 14, 15, 13, 13, 13, 22, 22)
    grid.put(1, 1, "住户：一行一户，从第一行起填，不用的行空着", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f'="已填 "&SUM({shares.all("filled")})&" 户，其中有误 "'
             f'&SUMPRODUCT(({shares.all("problem")}>1)*1)&" 户；使用电梯 "'
             f'&SUM({shares.all("take")})&" 户"', "副标题")  # fmt: skip
    heads = ["序号", *(head for head, _ in _COLUMNS.values()), "提示"]
    grid.row(block.first - 1, 1, [*heads], "表头")
    grid.height(block.first - 1, 44)
    for index, row in enumerate(block.rows):
        _household(grid, plan, row, flats[index] if index < len(flats) else None)
    _validate(grid, plan)
    grid.sheet.freeze_panes = f"C{block.first}"
    title = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:K{block.last}", landscape=True, title_rows=title)


def _household(grid: Grid, plan: LeasePlan, row: int, flat: Flat | None) -> None:
    """One row: number, inputs, hint."""
    block = plan.households
    grid.put(row, 1, row - block.first + 1, "计算-whole")
    for key, (_, kind) in _COLUMNS.items():
        grid.put(row, block.column(key), None, f"输入-{kind}")
    if flat:
        grid.text(row, block.column("room"), flat.room, "输入-text")
        grid.put(row, block.column("storey"), flat.storey, "输入-whole")
        grid.put(row, block.column("area"), flat.area / 100, "输入-area")
        grid.text(row, block.column("owner"), flat.owner, "输入-text")
        grid.text(row, block.column("taking"), yes_no(flat.taking_part), "输入-text")
    problem = plan.shares.at("problem", row - block.first)
    grid.put(row, block.column("hint"), word_of(problem, PROBLEMS), "计算-any")


def _validate(grid: Grid, plan: LeasePlan) -> None:
    """What may be typed into each column."""
    block = plan.households
    grid.limit(block.area("storey"), "whole", "1", str(plan.storeys), "楼层",
               f"请填 1 到 {plan.storeys} 的整数")  # fmt: skip
    grid.limit(block.area("area"), "decimal", "0.01", "9999.99", "建筑面积",
               "请填平方米数，如 80 或 61.03，最多两位小数，不写单位")  # fmt: skip
    grid.choose(block.area("taking"), "是,否", "参与")
    for key in AMOUNTS:
        label = _COLUMNS[key][0].removesuffix("（元）")
        grid.limit(block.area(key), "decimal", "0", MAX_YUAN, label, "请填 0 或正数（元）")
    cell = block.here("hint", block.first)
    grid.redden(block.area("hint"), f'AND({cell}<>"",{cell}<>"√")')
