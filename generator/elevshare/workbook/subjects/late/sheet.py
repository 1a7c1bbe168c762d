"""后加入: what an owner who joins later pays, step by step, and what each of the others gets."""

from __future__ import annotations

from elevshare.workbook import rounding
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.late import joined
from elevshare.workbook.subjects.late import tables as late
from elevshare.workbook.table import write_table

TITLE, ROLE = "后加入", "计算"
ABOUT = "后来加入的住户补多少、退给谁"

_SPLIT = {key: (head, "whole") for key, head in rounding.HEADS.items()}


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: in words, the steps, the refunds, and the split with the joiner in."""
    grid.widths(6, 12, 16, 18, 18, 18, 44, 3, *([11] * 25))
    grid.put(1, 1, "后加入：后来加入的住户补多少，退给谁（由公式得出）", "标题")
    grid.height(1, 28)
    for row, words in enumerate(late.word_formulas(plan), 2):
        grid.put(row, 1, words, "正文-不折行")
    _steps(grid, plan)
    refunds, last = joined.refunds(plan), joined.flats(plan)
    write_table(grid, refunds, "二、退还各户", {**_SPLIT, **late.HEADS},
           lambda r: late.refund_formulas(plan, r))  # fmt: skip
    write_table(grid, joined.floors(plan), "三、假定一起分摊：各层", {**_SPLIT, **joined.FLOOR_HEADS},
           lambda r: joined.floor_formulas(plan, r))  # fmt: skip
    write_table(grid, last, "四、假定一起分摊：各户", {**_SPLIT, **joined.FLAT_HEADS},
           lambda r: joined.flat_formulas(plan, r))  # fmt: skip
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:G{last.last}", landscape=True)


def _steps(grid: Grid, plan: Plan) -> None:
    """From the room to the payment, one step a row."""
    block, formulas = joined.steps(plan), late.step_formulas(plan)
    grid.put(block.first - 2, 1, "一、逐步计算", "节")
    grid.row(block.first - 1, 1, ["步骤", None, None, "金额（元）", "整数", "说明", None], "表头")
    for row, (key, (label, _, note)) in zip(block.rows, joined.STEPS.items(), strict=True):
        grid.row(row, 1, [label, None, None], "标签-长")
        money = f"={block.here('value', row)}/100" if key in late.MONEY else None
        grid.put(row, block.column("yuan"), money, "计算-money")
        grid.put(row, block.column("value"), formulas[key], "计算-whole")
        grid.put(row, block.column("note"), note or None, "注")
