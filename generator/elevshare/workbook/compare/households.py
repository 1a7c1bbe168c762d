"""住户: one row for each household, shared by all schemes."""

from __future__ import annotations

from elevshare.rules.share import Flat
from elevshare.workbook.compare.plan import ComparePlan
from elevshare.workbook.field import NO, YES, yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheets.households import colour

TITLE, ROLE = "住户", "输入"

_HEADS = ("序号", "房号", "楼层", "建筑面积（㎡）", "业主", "参与（是/否）", "提示")
_KINDS = ("text", "whole", "area", "text", "text")


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    block, flats, read = plan.households, plan.project.flats, plan.shares
    grid.widths(8, 14, 9, 16, 18, 14, 46)
    grid.put(1, 1, "住户：一行一户，从第一行起填，不用的行空着", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f'="已填 "&{plan.figure("households")}&" 户，其中有误 "'
             f'&SUMPRODUCT(({read.all("problem")}>1)*1)&" 户；参与 "'
             f'&{plan.figure("taking")}&" 户"', "副标题")  # fmt: skip
    grid.row(block.first - 1, 1, list(_HEADS), "表头")
    for index, row in enumerate(block.rows):
        _household(grid, plan, row, flats[index] if index < len(flats) else None)
    _validate(grid, plan)
    grid.sheet.freeze_panes = f"C{block.first}"
    heads = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:G{block.last}", title_rows=heads)


def _household(grid: Grid, plan: ComparePlan, row: int, flat: Flat | None) -> None:
    """Write one row: number, inputs, hint."""
    block = plan.households
    grid.put(row, 1, row - block.first + 1, "计算-whole")
    for column, kind in enumerate(_KINDS, 2):
        grid.put(row, column, None, f"输入-{kind}")
    if flat:
        grid.text(row, block.column("room"), flat.room, "输入-text")
        grid.put(row, block.column("storey"), flat.storey, "输入-whole")
        grid.put(row, block.column("area"), flat.area / 100 or None, "输入-area")
        grid.text(row, block.column("owner"), flat.owner, "输入-text")
        grid.text(row, block.column("taking"), yes_no(flat.taking_part), "输入-text")
    hint = plan.shares.at("hint", row - block.first)
    grid.put(row, block.column("hint"), f"={hint}", "计算-长")


def _validate(grid: Grid, plan: ComparePlan) -> None:
    """Set the valid entries of each column."""
    block = plan.households
    grid.limit(block.area("storey"), "whole", "1", str(plan.storeys), "楼层",
               f"请填 1 到 {plan.storeys} 的整数")  # fmt: skip
    grid.limit(block.area("area"), "decimal", "0.01", "9999.99", "建筑面积",
               "请填平方米数，如 80 或 61.03，最多两位小数，不写单位")  # fmt: skip
    grid.choose(block.area("taking"), f"{YES},{NO}", "参与")
    grid.limit(block.area("room"), "textLength", "1", "20", "房号", "每户一个，如 301、3-1")
    colour(grid, block)
