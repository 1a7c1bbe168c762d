"""筹资: what each source pays of each item and in total, against a document's claims."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.finance import tables as finance
from elevshare.workbook.subjects.finance.inputs import CLAIM_COLUMNS, COLUMNS, KEYS

TITLE, ROLE = finance.TITLE, "计算"
ABOUT = "钱从哪里来：自筹、补贴、公积金、维修基金、单位"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(7, 20, 15, 14, 14, 18, 14, 14, 14, 3, *([13] * 26))
    grid.put(1, 1, "筹资：钱从哪里来（由公式得出）", "标题")
    grid.height(1, 28)
    for row, text in enumerate(finance.lines(plan), 2):
        grid.put(row, 1, text, "副标题")
    sources = finance.sources(plan)
    for table in (finance.items(plan), sources, finance.parts(plan)):
        table.write(grid)
    verdict = sources.here("verdict", sources.first)
    grid.redden(sources.area("verdict"), f'LEFT({verdict},2)="不符"')
    grid.page(f"A1:I{sources.end}", landscape=True)


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the items with their sources, and the claims of a document."""
    _items(grid, plan)
    shares = [None if one is None else one / 10_000 for one in plan.project.budget.claimed]
    values: dict[str, Value] = {"label": "文件所称", **dict(zip(KEYS, shares, strict=True))}
    write_rows(grid, finance.claims(plan), CLAIM_COLUMNS, lambda index: values)


def _items(grid: Grid, plan: Plan) -> None:
    """Write the rows of the items."""
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
