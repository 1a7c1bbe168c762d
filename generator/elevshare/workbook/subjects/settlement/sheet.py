"""决算: plan against outcome, and what every household still pays or gets back."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.settlement.inputs import COLUMNS
from elevshare.workbook.subjects.settlement.items import PROBLEMS, items, typed
from elevshare.workbook.subjects.settlement.items import TITLE as TITLE
from elevshare.workbook.subjects.settlement.places import (
    PLANNED,
    SUMS,
    figures,
    flats,
    storey_table,
    sums,
    working,
)
from elevshare.workbook.subjects.settlement.tables import word_formulas

ROLE = "计算"
ABOUT = "完工以后按实际费用再分一次：每户应补多少、应退多少"

#: The columns of the figures, and their heads.
_PLANNED, _ACTUAL, _MORE, _NOTE, _PLANNED_FEN = 4, 5, 6, 7, 13
_HEADS = ("项目", None, None, "计划（元）", "实际（元）", "差额（元）", "说明")


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: sentences, cost items, figures, households, working columns."""
    grid.widths(6, 12, 14, 15, 15, 15, 15, 15, 15, 15, 15, 3, *([11] * 25))
    grid.put(1, 1, "决算：按实际费用再分一次，多退少补（由公式得出）", "标题")
    grid.height(1, 28)
    for row, words in enumerate(word_formulas(plan), 2):
        grid.put(row, 1, words, "正文-不折行")
    items(plan).write(grid)
    _figures(grid, plan)
    _sums(grid, plan)
    flats(plan).write(grid)
    for table in working(plan):
        table.write(grid)
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:K{storey_table(plan).end}", landscape=True)


def _figures(grid: Grid, plan: Plan) -> None:
    """Write the figures from cost to balances, beside those of the plan."""
    f = figures(plan)
    grid.put(f.first_row - 2, 1, "二、计划与实际", "节")
    grid.row(f.first_row - 1, 1, _HEADS, "表头")
    grid.row(f.first_row - 1, _PLANNED_FEN, ("计划（分）", "实际（整数）"), "表头")
    for row, (key, figure) in enumerate(f.figures.items(), f.first_row):
        grid.row(row, 1, [figure.label, None, None], "标签-长")
        _amounts(grid, plan, row, key)
        grid.put(row, _NOTE, figure.note, "注")  # type: ignore[arg-type]
        grid.put(row, f.value, f"={figure.formula(f)}", "计算-whole")


def _amounts(grid: Grid, plan: Plan, row: int, key: str) -> None:
    """Write one figure: actual, planned if the plan has it, and the difference, in yuan."""
    f, planned = figures(plan), f"$M{row}"
    known, ready, value = key in PLANNED, f"{f.ready}=1", f"$N{row}"
    more = f'=IF({ready},({value}-{planned})/100,"")' if known else None
    grid.put(row, _PLANNED, f"={planned}/100" if known else None, "计算-money")
    if f.figures[key].yuan:
        grid.put(row, _ACTUAL, f'=IF({ready},{value}/100,"")', "计算-money")
    else:
        grid.put(row, _ACTUAL, f"={value}", "计算-whole")
    grid.put(row, _MORE, more, "计算-money")
    grid.put(row, _PLANNED_FEN, f"={plan.figure(key)}" if known else None, "计算-whole")


def _sums(grid: Grid, plan: Plan) -> None:
    """Write the totals in capital figures."""
    table = sums(plan)
    table.write(grid)
    grid.row(table.first - 1, 1, ["项目", None, None], "表头")
    for row, label in zip(table.rows, SUMS.values(), strict=True):
        grid.row(row, 1, [label, None, None], "标签-长")


def write_inputs(grid: Grid, plan: Plan) -> None:
    """Write the actual amounts of the cost items, beside name and planned amount."""
    costs, read = plan.project.settlement.costs, items(plan)

    def of(index: int) -> dict[str, Value]:
        fen = costs[index] if index < len(costs) else None
        return {
            "item": f"={plan.items.at('item', index)}",
            "planned": f"={plan.items.at('yuan', index)}",
            "yuan": None if fen is None else fen / 100,
            "hint": word_of(read.at("problem", index), PROBLEMS),
        }

    write_rows(grid, typed(plan), COLUMNS, of)
    redden_hints(grid, typed(plan))
