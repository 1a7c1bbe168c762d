"""住户 of a lease book: one row a household, with what it owes and has paid."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.share import Flat
from elevshare.workbook.field import MAX_YUAN, yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc.flats import PROBLEMS, amounts
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import put_input
from elevshare.workbook.sheetxml import Value

TITLE, ROLE = "住户", "输入"
ABOUT = "每户的房号、楼层、参与、欠费、减免"

#: Column → head, kind of input and width; 序号 and 提示 are no inputs.
_COLUMNS = {
    "n": ("序号", "", 6),
    "room": ("房号", "text", 10),
    "storey": ("楼层", "whole", 8),
    "area": ("建筑面积（㎡）", "area", 13),
    "owner": ("业主", "text", 14),
    "taking": ("参与（用电梯填是，不用填否）", "text", 15),
    "arrears": ("欠费（元）", "money", 13),
    "paid": ("已缴（元）", "money", 13),
    "relief": ("减免（元）", "money", 17),
    "remark": ("备注", "text", 22),
    "hint": ("提示", "", 22),
}
#: The heads that mean something else where a ledger tells what was paid in the lease year.
_OF_LEDGER = {"arrears": "上年欠费（元）", "relief": "本年累计减免（元）"}
_NOTE = "欠费填以前各期没有交的；已缴填已经交的和上期的结余；减免填本期减免的。"
_NOTE_OF_LEDGER = "上年欠费只填以前租赁年没有交的：本年没有交的由“台账”自动算出，不要再填。减免填本年到本期为止的合计。"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    block, flats, shares = plan.households, plan.project.flats, plan.shares
    grid.widths(*(_COLUMNS[key][2] for key in block.columns))
    grid.put(1, 1, "住户：一行一户，从第一行起填，不用的行空着", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f'="已填 "&SUM({shares.all("filled")})&" 户，其中有误 "'
             f'&SUMPRODUCT(({shares.all("problem")}>1)*1)&" 户；使用电梯 "'
             f'&SUM({shares.all("take")})&" 户"', "副标题")  # fmt: skip
    ledger = plan.has(Topic.LEDGER)
    grid.put(3, 1, _NOTE_OF_LEDGER if ledger else _NOTE, "注")
    changed = _OF_LEDGER if ledger else {}
    heads = [changed.get(key, _COLUMNS[key][0]) for key in block.columns]
    grid.row(block.first - 1, 1, [*heads], "表头")
    grid.height(block.first - 1, 44)
    for index, row in enumerate(block.rows):
        _household(grid, plan, row, flats[index] if index < len(flats) else None)
    _validate(grid, plan)
    grid.sheet.freeze_panes = f"C{block.first}"
    title = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:{block.letter('hint')}{block.last}", landscape=True, title_rows=title)


def _household(grid: Grid, plan: LeasePlan, row: int, flat: Flat | None) -> None:
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
    }


def _validate(grid: Grid, plan: LeasePlan) -> None:
    """What may be typed into each column."""
    block = plan.households
    grid.limit(block.area("storey"), "whole", "1", str(plan.storeys), "楼层",
               f"请填 1 到 {plan.storeys} 的整数")  # fmt: skip
    grid.limit(block.area("area"), "decimal", "0.01", "9999.99", "建筑面积",
               "请填平方米数，如 80 或 61.03，最多两位小数，不写单位")  # fmt: skip
    grid.choose(block.area("taking"), "是,否", "参与")
    for key in amounts(plan):
        label = _COLUMNS[key][0].removesuffix("（元）")
        grid.limit(block.area(key), "decimal", "0", MAX_YUAN, label, "请填 0 或正数（元）")
    cell = block.here("hint", block.first)
    grid.redden(block.area("hint"), f'AND({cell}<>"",{cell}<>"√")')
