"""住户: one row a household, filled in by hand or from a roster, each with its own hint."""

from __future__ import annotations

from elevshare.rules.share import Flat
from elevshare.workbook.calc.flats import PROBLEMS
from elevshare.workbook.calc.readings import word_of
from elevshare.workbook.fields.field import MAX_YUAN, yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan

TITLE, ROLE = "住户", "输入"
ABOUT = "每户的房号、楼层、面积、参与、已缴、表决"

_HEADS = ("序号", "房号", "楼层", "建筑面积（㎡）", "业主", "参与（是/否）", "减免（元）",
          "公积金（元）", "已缴（元）", "补偿（元）", "参与表决", "同意", "同一人", "免运维", "备注",
          "提示")  # fmt: skip
_KINDS = ("text", "whole", "area", "text", "text", "money", "money", "money", "money", "text",
          "text", "text", "text", "text")  # fmt: skip


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    block, flats = plan.households, plan.project.flats
    grid.widths(6, 10, 7, 12, 12, 11, 12, 12, 12, 12, 10, 8, 10, 9, 16, 22)
    grid.put(1, 1, "住户：一行一户，从第一行起填，不用的行空着", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f'="已填 "&SUM({plan.shares.all("filled")})&" 户，其中有误 "'
             f'&SUMPRODUCT(({plan.shares.all("problem")}>1)*1)&" 户；参与 "'
             f'&SUM({plan.shares.all("take")})&" 户"', "副标题")  # fmt: skip
    grid.row(block.first - 1, 1, list(_HEADS), "表头")
    grid.height(block.first - 1, 30)
    for index, row in enumerate(block.rows):
        _household(grid, plan, row, flats[index] if index < len(flats) else None)
    _validate(grid, plan)
    grid.sheet.freeze_panes = f"C{block.first}"
    heads = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:P{block.last}", landscape=True, title_rows=heads)


def _household(grid: Grid, plan: Plan, row: int, flat: Flat | None) -> None:
    """One row: number, inputs, hint."""
    block = plan.households
    grid.put(row, 1, row - block.first + 1, "计算-whole")
    for column, kind in enumerate(_KINDS, 2):
        grid.put(row, column, None, f"输入-{kind}")
    if flat:
        grid.text(row, block.column("room"), flat.room, "输入-text")
        grid.put(row, block.column("storey"), flat.storey, "输入-whole")
        grid.put(row, block.column("area"), flat.area / 100, "输入-area")
        grid.text(row, block.column("owner"), flat.owner, "输入-text")
        grid.text(row, block.column("taking"), yes_no(flat.taking_part), "输入-text")
        grid.put(row, block.column("payout"), flat.payout / 100 or None, "输入-money")
        for key, word in (("vote", flat.vote), ("agree", flat.agrees)):
            grid.text(row, block.column(key), "" if word is None else yes_no(word), "输入-text")
        grid.text(row, block.column("person"), flat.person, "输入-text")
        grid.text(row, block.column("exempt"), yes_no(True) if flat.exempt else "", "输入-text")
    problem = plan.shares.at("problem", row - block.first)
    grid.put(row, block.column("hint"), word_of(problem, PROBLEMS), "计算-any")


def _validate(grid: Grid, plan: Plan) -> None:
    """What may be typed into each column."""
    block = plan.households
    grid.limit(block.area("storey"), "whole", "1", str(plan.storeys), "楼层",
               f"请填 1 到 {plan.storeys} 的整数")  # fmt: skip
    grid.limit(block.area("area"), "decimal", "0.01", "9999.99", "建筑面积",
               "请填平方米数，如 80 或 61.03，最多两位小数，不写单位")  # fmt: skip
    grid.choose(block.area("taking"), "是,否", "参与")
    for key, label in (("vote", "参与表决"), ("agree", "同意"), ("exempt", "免运维")):
        grid.choose(block.area(key), "是,否", label)
    for key, label in (
        ("relief", "减免"),
        ("fund", "公积金"),
        ("paid", "已缴"),
        ("payout", "补偿"),
    ):
        grid.limit(block.area(key), "decimal", "0", MAX_YUAN, label, "请填 0 或正数（元）")
    cell = block.here("hint", block.first)
    hint = f'AND({cell}<>"",{cell}<>"√")'
    grid.redden(block.area("hint"), hint)
