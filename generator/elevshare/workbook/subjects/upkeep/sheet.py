"""运维: the yearly running cost, what is left of it to share, and each household's part."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import write_rows
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.upkeep.figures import (
    ITEM_HEADS,
    ITEM_PROBLEMS,
    LABELS,
    LINE_LABELS,
    SWITCH_LABELS,
    figure_formulas,
    item_formulas,
    line_formulas,
)
from elevshare.workbook.subjects.upkeep.flats import (
    FLAT_HEADS,
    FLOOR_HEADS,
    flat_formulas,
    floor_formulas,
)
from elevshare.workbook.subjects.upkeep.inputs import COLUMNS, ITEMS
from elevshare.workbook.subjects.upkeep.places import FIGURES, LINES, SWITCHES, Split, UpkeepPlaces
from elevshare.workbook.subjects.upkeep.split import FLAT_HEADS as FLAT_SPLIT_HEADS
from elevshare.workbook.subjects.upkeep.split import FLOOR_HEADS as FLOOR_SPLIT_HEADS
from elevshare.workbook.subjects.upkeep.split import flat_split, floor_split
from elevshare.workbook.table import write_table

TITLE, ROLE = "运维", "计算"
ABOUT = "每年运行维护费用每户多少"

_SWITCH_LABEL, _SWITCH_VALUE = 13, 17
_SPLITS = ("有免运维时的取整：按最大余数法，整数运算", "都不免时的取整：用来比较每户多出多少")


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: figures, households, storeys; the working stands to the right."""
    places = UpkeepPlaces(plan)
    grid.widths(8, 10, 8, 14, 14, 14, 14, 14, 14, 14, 14, 3, *([11] * 90))
    grid.put(1, 1, "运维：每年的运行维护费用，每户多少（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    _figures(grid, places)
    _lines(grid, places)
    write_table(grid, places.flats, "一、各户", FLAT_HEADS, lambda r: flat_formulas(places, r))
    write_table(grid, places.floors, "二、各层", FLOOR_HEADS, lambda r: floor_formulas(places, r))
    write_table(grid, places.items, "三、运维费用", ITEM_HEADS, lambda r: item_formulas(places, r))
    for split, title in zip((places.actual, places.without), _SPLITS, strict=True):
        _split(grid, places, split, title)
    grid.sheet.freeze_panes = "C4"
    grid.page(f"A1:K{places.items.last}", landscape=True)


def write_inputs(grid: Grid, plan: Plan) -> None:
    """The table of yearly items on 专项."""
    places, items = UpkeepPlaces(plan), plan.project.upkeep.items

    def of(index: int) -> dict[str, Value]:
        item = items[index] if index < len(items) else None
        name = ITEMS[index] if index < len(ITEMS) and not items else ""
        return {
            "item": item.name if item else name,
            "yuan": item.fen / 100 if item else None,
            "hint": word_of(places.items.at("problem", index), ITEM_PROBLEMS),
        }

    write_rows(grid, places.typed, COLUMNS, of)


def _figures(grid: Grid, places: UpkeepPlaces) -> None:
    """From the yearly cost to what is left to share, and the switches of the working beside it."""
    grid.row(3, 1, ["项目", None, None, "金额（元）", "整数（分）", "说明"], "表头")
    formulas = figure_formulas(places)
    for row, key in enumerate(FIGURES, 4):
        label, note = LABELS[key]
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100", "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note, "注")
    for row, key in enumerate(SWITCHES, 4):
        grid.put(row, _SWITCH_LABEL, SWITCH_LABELS[key], "注")
        grid.put(row, _SWITCH_VALUE, formulas[key], "计算-whole")


def _lines(grid: Grid, places: UpkeepPlaces) -> None:
    """What is said in words."""
    formulas = line_formulas(places)
    for key in LINES:
        row = places.line_row(key)
        grid.row(row, 1, [LINE_LABELS[key], None, None], "标签-长")
        grid.row(row, 4, [formulas[key], *([None] * 7)], "计算-长")


def _split(grid: Grid, places: UpkeepPlaces, split: Split, title: str) -> None:
    """The working of one split, to the right of the tables."""
    write_table(grid, split.flats, title, FLAT_SPLIT_HEADS, lambda r: flat_split(places, split, r))
    write_table(grid, split.floors, title, FLOOR_SPLIT_HEADS,
                lambda r: floor_split(places, split, r))  # fmt: skip
