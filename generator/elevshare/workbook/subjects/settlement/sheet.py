"""决算: the plan against what has come about, and what every household still pays or gets back."""

from __future__ import annotations

from elevshare.workbook import capitals, rounding
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.settlement import places as settled
from elevshare.workbook.subjects.settlement import tables as settlement
from elevshare.workbook.subjects.settlement.inputs import COLUMNS
from elevshare.workbook.table import write_table

TITLE, ROLE = settled.TITLE, "计算"
ABOUT = "完工以后按实际费用再分一次：每户应补多少、应退多少"

_SPLIT = {key: (head, "whole") for key, head in rounding.HEADS.items()}
_SUM_HEADS = {"yuan": ("金额（元）", "money"), "fen": ("金额（分）", "whole"), **capitals.HEADS}


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: in words, the cost items, the figures, the households, the working."""
    grid.widths(6, 12, 14, 15, 15, 15, 15, 15, 15, 15, 15, 3, *([11] * 25))
    grid.put(1, 1, "决算：按实际费用再分一次，多退少补（由公式得出）", "标题")
    grid.height(1, 28)
    for row, words in enumerate(settlement.word_formulas(plan), 2):
        grid.put(row, 1, words, "正文-不折行")
    items, flats, floors = (of(plan) for of in (settled.items, settled.flats, settled.floors))
    write_table(grid, items, "一、各项费用", settled.ITEM_HEADS,
                lambda r: settled.item_formulas(plan, r))  # fmt: skip
    _figures(grid, plan)
    _sums(grid, plan)
    write_table(grid, flats, "四、各户", {**_SPLIT, **settlement.FLAT_HEADS},
                lambda r: settlement.flat_formulas(plan, r))  # fmt: skip
    write_table(grid, floors, "五、各层", {**_SPLIT, **settlement.FLOOR_HEADS},
                lambda r: settlement.floor_formulas(plan, r))  # fmt: skip
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:K{floors.last}", landscape=True)


def _figures(grid: Grid, plan: Plan) -> None:
    """From the cost to the balances, one figure a row, beside the plan's where it has it."""
    block, formulas = settled.figures(plan), settled.figure_formulas(plan)
    grid.put(block.first - 2, 1, "二、计划与实际", "节")
    heads = ["项目", None, None, "计划（元）", "实际（元）", "差额（元）", "说明"]
    grid.row(block.first - 1, 1, heads, "表头")
    grid.put(block.first - 1, block.column("planned_fen"), "计划（分）", "表头")
    grid.put(block.first - 1, block.column("value"), "实际（整数）", "表头")
    for row, (key, (label, money, note)) in zip(block.rows, settled.FIGURES.items(), strict=True):
        grid.row(row, 1, [label, None, None], "标签-长")
        for column, (value, style) in _amounts(plan, row, key, money).items():
            grid.put(row, block.column(column), value, style)
        grid.put(row, block.column("note"), note or None, "注")
        grid.put(row, block.column("value"), formulas[key], "计算-whole")


def _amounts(plan: Plan, row: int, key: str, money: bool) -> dict[str, tuple[Value, str]]:
    """The amounts of a figure in yuan, and the plan's in fen; blank where there is none."""
    at, planned = settled.figures(plan).on(row), key in settled.PLANNED
    ready = f"{settled.figure(plan, 'ready')}=1"
    return {
        "planned": (f"={at('planned_fen')}/100" if planned else None, "计算-money"),
        "actual": (f'=IF({ready},{at("value")}/100,"")', "计算-money")
        if money
        else (f"={at('value')}", "计算-whole"),
        "more": (
            f'=IF({ready},({at("value")}-{at("planned_fen")})/100,"")' if planned else None,
            "计算-money",
        ),
        "planned_fen": (f"={plan.figure(key)}" if planned else None, "计算-whole"),
    }


def _sums(grid: Grid, plan: Plan) -> None:
    """The totals in capital figures."""
    block = settled.sums(plan)
    write_table(grid, block, "三、合计的大写", _SUM_HEADS,
                lambda r: settlement.sum_formulas(plan, r))  # fmt: skip
    grid.row(block.first - 1, 1, ["项目", None, None], "表头")
    for row, label in zip(block.rows, settlement.SUMS.values(), strict=True):
        grid.row(row, 1, [label, None, None], "标签-长")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """The actual amount of every cost item, beside its name and what was planned."""
    costs, read = plan.project.settlement.costs, settled.items(plan)

    def of(index: int) -> dict[str, Value]:
        fen = costs[index] if index < len(costs) else None
        return {
            "item": f"={plan.items.at('item', index)}",
            "planned": f"={plan.items.at('yuan', index)}",
            "yuan": None if fen is None else fen / 100,
            "hint": word_of(read.at("problem", index), settled.PROBLEMS),
        }

    write_rows(grid, settled.typed(plan), COLUMNS, of)
    redden_hints(grid, settled.typed(plan))
