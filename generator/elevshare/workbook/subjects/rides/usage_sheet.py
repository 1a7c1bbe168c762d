"""用量: what every household used in a month, one row a household, as on 住户."""

from __future__ import annotations

from elevshare.workbook.field import spoken
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import write_sections
from elevshare.workbook.subjects.rides.fees import PROBLEMS, TYPED, fees
from elevshare.workbook.subjects.rides.tariffs import tariff_words

TITLE, ROLE = "用量", "输入"
ABOUT = "每月各户刷卡次数、月卡、访客、欠费和预存"

_HEADS = ("序号", "房号", "业主", "次卡（次）", "月卡（张）", "访客（次）", "上期欠费（元）",
          "预存（元）", "提示")  # fmt: skip
_LABELS = {"rides": "次卡", "cards": "月卡", "visitors": "访客", "owing": "欠费", "credit": "预存"}


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    block = plan.usage
    grid.widths(14, 12, 14, 12, 12, 12, 14, 14, 34)
    grid.put(1, 1, "用量：每月填一次；住户和房号取自“住户”", "标题")
    grid.height(1, 28)
    fee = f"SUM({fees(plan).all('fee_fen')})/100"
    grid.put(2, 1, f'="已填 "&SUM({fees(plan).all("used")})&" 户，本月使用费合计 "'
             f'&TEXT({fee},"0.00")&" 元；上月的“预存结余”见“使用费”，抄到本月“预存”"', "副标题")  # fmt: skip
    write_sections(grid, plan, TITLE)
    chosen = f'="收费标准："&{tariff_words(plan)}&"（在“专项”选）"'
    grid.put(plan.parameters["usage_period"], 3, chosen, "注")
    grid.row(block.first - 1, 1, list(_HEADS), "表头")
    for row in block.rows:
        _household(grid, plan, row)
    _validate(grid, plan)
    first = plan.parameters["usage_period"]
    grid.redden(f"$C${first}:$C${block.first - 2}", f'LEFT($C{first},1)="←"')
    grid.sheet.freeze_panes = f"C{block.first}"
    heads = f"{block.first - 1}:{block.first - 1}"
    grid.page(f"A1:I{block.last}", landscape=True, title_rows=heads)


def _household(grid: Grid, plan: Plan, row: int) -> None:
    """One row: whose it is, inputs, hint."""
    block, index = plan.usage, row - plan.usage.first
    grid.put(row, 1, index + 1, "计算-whole")
    for key in ("room", "owner"):
        grid.put(row, block.column(key), f"={plan.shares.at(key, index)}", "计算-any")
    for key, (_, scale) in TYPED.items():
        grid.put(row, block.column(key), None, "输入-whole" if scale == 1 else "输入-money")
    hint = word_of(fees(plan).at("problem", index), PROBLEMS)
    grid.put(row, block.column("hint"), hint, "计算-any")


def _validate(grid: Grid, plan: Plan) -> None:
    """What may be typed into each column."""
    block = plan.usage
    for key, (high, scale) in TYPED.items():
        kind, what = ("whole", "整数") if scale == 1 else ("decimal", "数（元）")
        grid.limit(
            block.area(key), kind, "0", high, _LABELS[key], f"请填 0 到 {spoken(high)}的{what}"
        )
    grid.redden(block.area("hint"), f'LEFT({block.here("hint", block.first)},1)="←"')
