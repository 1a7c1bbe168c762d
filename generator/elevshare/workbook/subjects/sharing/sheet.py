"""分摊: from the net amount to every household's amount, each step in sight."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.workbook import readings, rounding
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import FIGURES, GRANT, SWITCHES, Plan
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.sharing import figures, flats, grants, payments, refunds, wording
from elevshare.workbook.subjects.sharing import storeys as floors
from elevshare.workbook.table import write_table

TITLE, ROLE = "分摊", "计算"
ABOUT = "从净额到各层、各户的金额，右侧是取整过程"

_HEADS = {key: (head, "whole") for key, head in rounding.HEADS.items()}
_FLOOR_HEADS = {**_HEADS, **floors.HEADS}
_FLAT_HEADS = {**_HEADS, **flats.HEADS, **payments.HEADS, **wording.HEADS}
_GOVERNMENT_HEADS = {
    **_HEADS,
    "level": ("级别", "any"),
    "share": ("比例", "share"),
    "amount": ("补贴（元）", "money"),
    "n": ("行号", "whole"),
    "weight": ("比例×10000", "whole"),
    "group": ("组", "whole"),
    "flaw": ("有误（1/0）", "whole"),
}
_REFUND_HEADS = {**_HEADS, **refunds.HEADS}
_SWITCH_LABEL, _SWITCH_VALUE = 13, 17


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: figures, storeys, households, subsidy; the working stands to the right."""
    grid.widths(10, 10, 13, 14, 14, 12, 11, 15, 11, 14, 14, 3, *([11] * 60))
    grid.put(1, 1, "分摊计算（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    grid.put(1, _SWITCH_LABEL, "以下各列是取整过程：按最大余数法，整数运算，逐格可核", "节")
    _figures(grid, plan)
    write_table(
        grid, plan.floors, "一、各层", _FLOOR_HEADS, lambda r: floors.bounded_formulas(plan, r)
    )
    write_table(grid, plan.shares, "二、各户", _FLAT_HEADS, lambda r: _flat(plan, r))
    _grant(grid, plan)
    write_table(grid, plan.government, "四、各级补贴", _GOVERNMENT_HEADS,
           lambda r: grants.government_formulas(plan, r))  # fmt: skip
    write_table(
        grid,
        plan.items,
        "五、建设费用",
        readings.ITEM_HEADS,
        lambda r: readings.item_formulas(plan, r),
    )
    write_table(grid, plan.tier_readings, "六、补贴分档的读数", readings.TIER_HEADS,
           lambda r: readings.tier_formulas(plan, r))  # fmt: skip
    write_table(grid, plan.refunds, "七、补贴分到各户（按应分摊的比例）", _REFUND_HEADS,
                lambda r: refunds.refund_formulas(plan, r))  # fmt: skip
    write_table(
        grid, plan.readings, "八、参数的读数", readings.NUMBER_HEADS, lambda r: _reading(plan, r)
    )
    grid.sheet.freeze_panes = "C4"
    grid.page(f"A1:K{plan.government.last}", landscape=True)


def _reading(plan: Plan, row: int) -> Mapping[str, Value]:
    """All formulas of one single input's row."""
    field = (*plan.numbers, *plan.choices)[row - plan.readings.first]
    return readings.reading_formulas(plan, field, row)


def _flat(plan: Plan, row: int) -> Mapping[str, Value]:
    """All formulas of one household's row."""
    return {
        **flats.flat_formulas(plan, row),
        **payments.payment_formulas(plan, row),
        **wording.word_formulas(plan, row),
    }


def _figures(grid: Grid, plan: Plan) -> None:
    """From the cost to the units to share, and the switches of the working beside it."""
    grid.row(3, 1, ["项目", None, None, "金额（元）", "整数（分/份）", "说明"], "表头")
    formulas = figures.figure_formulas(plan)
    for row, key in enumerate(FIGURES, 4):
        label, note = figures.LABELS[key]
        grid.row(row, 1, [label, None, None], "标签-长")
        yuan = f"=$E{row}/100" if key in figures.MONEY else None
        grid.put(row, 4, yuan, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note, "注")
    for row, key in enumerate(SWITCHES, 4):
        grid.put(row, _SWITCH_LABEL, figures.SWITCH_LABELS[key], "注")
        grid.put(row, _SWITCH_VALUE, formulas[key], "计算-whole")


def _grant(grid: Grid, plan: Plan) -> None:
    """The subsidy rule step by step; it counts only when 参数 says 按规则计算."""
    first = plan.grant_row(GRANT[0])
    grid.put(first - 2, 1, "三、补贴规则的计算（参数选“按规则计算”时采用）", "节")
    grid.row(first - 1, 1, ["步骤", None, None, "金额（元）", "整数", "说明"], "表头")
    for key, formula in grants.grant_formulas(plan).items():
        row, (label, unit, note) = plan.grant_row(key), grants.LABELS[key]
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if unit == "元" else None, "计算-money")
        grid.put(row, 5, formula, "计算-whole")
        grid.put(row, 6, note, "注")
