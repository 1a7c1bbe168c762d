"""住户: one row a household, filled in by hand or from a roster, each with its own hint."""

from __future__ import annotations

from elevshare.rules.share import Flat
from elevshare.workbook.field import MAX_YUAN, yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import put_input
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.sharing.roster import PROBLEMS

TITLE, ROLE = "住户", "输入"
ABOUT = "每户的房号、楼层、面积、参与、减免"

#: Column → head, kind of input and width; 序号 and 提示 are no inputs.
_COLUMNS = {
    "n": ("序号", "", 6),
    "room": ("房号", "text", 10),
    "storey": ("楼层", "whole", 7),
    "area": ("建筑面积（㎡）", "area", 12),
    "owner": ("业主", "text", 12),
    "taking": ("参与（是/否）", "text", 11),
    "relief": ("减免（元）", "money", 12),
    "fund": ("公积金（元）", "money", 12),
    "paid": ("已缴（元）", "money", 12),
    "payout": ("补偿（元）", "money", 12),
    "vote": ("参与表决", "text", 10),
    "agree": ("同意", "text", 8),
    "person": ("同一人", "text", 10),
    "exempt": ("免运维", "text", 9),
    "remark": ("备注", "text", 16),
    "hint": ("提示", "", 24),
}
_WORDS = {"vote": "参与表决", "agree": "同意", "exempt": "免运维"}
_AMOUNTS = {"relief": "减免", "fund": "公积金", "paid": "已缴", "payout": "补偿"}


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    block, flats = plan.households, plan.project.flats
    grid.widths(*(_COLUMNS[key][2] for key in block.columns))
    grid.put(1, 1, "住户：一行一户，从第一行起填，不用的行空着", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f'="已填 "&SUM({plan.shares.all("filled")})&" 户，其中有误 "'
             f'&SUMPRODUCT(({plan.shares.all("problem")}>1)*1)&" 户；参与 "'
             f'&SUM({plan.shares.all("take")})&" 户"', "副标题")  # fmt: skip
    grid.row(block.first - 1, 1, [_COLUMNS[key][0] for key in block.columns], "表头")
    grid.height(block.first - 1, 30)
    for index, row in enumerate(block.rows):
        _household(grid, plan, row, flats[index] if index < len(flats) else None)
    _validate(grid, plan)
    grid.sheet.freeze_panes = f"C{block.first}"
    heads = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:{block.letter('hint')}{block.last}", landscape=True, title_rows=heads)


def _household(grid: Grid, plan: Plan, row: int, flat: Flat | None) -> None:
    """One row: number, inputs, hint."""
    block = plan.households
    grid.put(row, 1, row - block.first + 1, "计算-whole")
    values = _values(flat) if flat else {}
    for key in block.columns:
        if kind := _COLUMNS[key][1]:
            put_input(grid, row, block.column(key), values.get(key), kind)
    problem = plan.shares.at("problem", row - block.first)
    grid.put(row, block.column("hint"), word_of(problem, PROBLEMS), "计算-any")


def _values(flat: Flat) -> dict[str, Value]:
    """What is known of a household."""
    return {
        "room": flat.room,
        "storey": flat.storey,
        "area": flat.area / 100,
        "owner": flat.owner,
        "taking": yes_no(flat.taking_part),
        "payout": flat.payout / 100 or None,
        "vote": "" if flat.vote is None else yes_no(flat.vote),
        "agree": "" if flat.agrees is None else yes_no(flat.agrees),
        "person": flat.person,
        "exempt": yes_no(True) if flat.exempt else "",
    }


def _validate(grid: Grid, plan: Plan) -> None:
    """What may be typed into each column."""
    block = plan.households
    grid.limit(block.area("storey"), "whole", "1", str(plan.storeys), "楼层",
               f"请填 1 到 {plan.storeys} 的整数")  # fmt: skip
    grid.limit(block.area("area"), "decimal", "0.01", "9999.99", "建筑面积",
               "请填平方米数，如 80 或 61.03，最多两位小数，不写单位")  # fmt: skip
    grid.choose(block.area("taking"), "是,否", "参与")
    for key in block.columns:
        if key in _WORDS:
            grid.choose(block.area(key), "是,否", _WORDS[key])
        elif key in _AMOUNTS:
            grid.limit(
                block.area(key), "decimal", "0", MAX_YUAN, _AMOUNTS[key], "请填 0 或正数（元）"
            )
    cell = block.here("hint", block.first)
    hint = f'AND({cell}<>"",{cell}<>"√")'
    grid.redden(block.area("hint"), hint)
