"""分项: costs that are shared by a rule of their own, step by step."""

from __future__ import annotations

from elevshare.rules.share import WEIGHT_SCALE
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.pools import splits, tables
from elevshare.workbook.subjects.pools.inputs import COLUMNS, PLACES, pool_at

TITLE, ROLE = tables.TITLE, "计算"
ABOUT = "另有分法的费用（如新增连廊）怎么到各户，右侧是取整过程"

_WORKING = 11


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: the pools, each household's parts, the costs, then every split."""
    grid.widths(7, 13, 9, 13, 15, 14, 14, 14, 15, 3, *([11] * 30))
    grid.put(1, 1, "分项：另有分法的费用（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    grid.put(3, 1, f"={tables.every(plan)}", "副标题")
    grid.put(1, _WORKING, "以下各列是取整过程：按最大余数法，整数运算，逐格可核", "节")
    for table in (tables.pools(plan), tables.households(plan), tables.items(plan)):
        table.write(grid)
    last = tables.items(plan).end
    for one in splits.every(plan).values():
        one.nets.write(grid)
        for split in one.splits:
            split.storeys.write(grid)
            split.flats.write(grid)
            last = split.flats.last
    grid.sheet.freeze_panes = "C4"
    grid.page(f"A1:I{last}", landscape=True)


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the weights by storey on 专项, a column for each pool."""
    block = plan.table("pools")

    def of(index: int) -> dict[str, Value]:
        read = [splits.split(plan, tables.PLANNED, place).storeys for place in PLACES]
        wrong = "+".join(one.at("flaw", index) for one in read)
        weights: dict[str, Value] = {}
        for place in PLACES:
            known = pool_at(plan.project, place).weights.get(plan.stops[index])
            weights[f"w{place}"] = None if known is None else known / WEIGHT_SCALE
        return {
            "storey": f"={plan.coefficients.at('storey', index)}",
            **weights,
            "hint": word_of(f"MIN(1,{wrong})", ("", "← 应填 0 或正数，最多四位小数")),
        }

    write_rows(grid, block, COLUMNS, of)
    redden_hints(grid, block)
