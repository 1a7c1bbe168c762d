"""筹资: what each source pays of each item and of all, and what a document claims."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.rounding import HEADS as SPLIT_HEADS
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.finance import tables as finance
from elevshare.workbook.subjects.finance.inputs import CLAIM_COLUMNS, COLUMNS, KEYS
from elevshare.workbook.table import write_table

TITLE, ROLE = "筹资", "计算"
ABOUT = "钱从哪里来：自筹、补贴、公积金、维修基金、单位"

_PART_HEADS = {**{key: (head, "whole") for key, head in SPLIT_HEADS.items()}, **finance.PART_HEADS}


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(7, 20, 15, 14, 14, 18, 14, 14, 14, 3, *([13] * 26))
    grid.put(1, 1, "筹资：钱从哪里来（由公式得出）", "标题")
    grid.height(1, 28)
    for row, text in enumerate(finance.lines(plan), 2):
        grid.put(row, 1, text, "副标题")
    items, sources, parts = (of(plan) for of in (finance.items, finance.sources, finance.parts))
    write_table(grid, items, "一、各项费用由谁出", finance.ITEM_HEADS,
                lambda row: finance.item_formulas(plan, row))  # fmt: skip
    write_table(grid, sources, "二、各来源合计（比例由金额算出，不是各项比例的平均）",
                finance.SOURCE_HEADS, lambda row: finance.source_formulas(plan, row))  # fmt: skip
    write_table(grid, parts, "各项各来源的取整过程", _PART_HEADS,
                lambda row: finance.part_formulas(plan, row))  # fmt: skip
    verdict = sources.here("verdict", sources.first)
    grid.redden(sources.area("verdict"), f'LEFT({verdict},2)="不符"')
    grid.page(f"A1:I{sources.last}", landscape=True)


def write_inputs(grid: Grid, plan: Plan) -> None:
    """The items with their sources, and what a document claims."""
    _items(grid, plan)
    shares = [None if one is None else one / 10_000 for one in plan.project.budget.claimed]
    values: dict[str, Value] = {"label": "文件所称", **dict(zip(KEYS, shares, strict=True))}
    write_rows(grid, finance.claims(plan), CLAIM_COLUMNS, lambda index: values)


def _items(grid: Grid, plan: Plan) -> None:
    """The rows of the items."""
    block, items = finance.inputs(plan), plan.project.budget.items

    def of(index: int) -> dict[str, Value]:
        hint = word_of(finance.items(plan).at("problem", index), finance.PROBLEMS)
        if index >= len(items):
            return {"hint": hint}
        item = items[index]
        shares = [part / 10_000 if part else None for part in item.parts]
        return {"item": item.name, "yuan": item.fen / 100, "hint": hint,
                **dict(zip(KEYS, shares, strict=True))}  # fmt: skip

    write_rows(grid, block, COLUMNS, of)
    redden_hints(grid, block)
