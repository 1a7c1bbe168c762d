"""Write inputs: label, cell, purpose and valid values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from elevshare.workbook.field import LONGEST, Field, spoken
from elevshare.workbook.grid import Grid
from elevshare.workbook.input_columns import InputColumn
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.sheetxml import Value

_MAY = {"date": "填日期，如 2026-03-31", "percent": "填 0% 到 100%"}


def write_sections(grid: Grid, plan: Inputs, sheet: str) -> None:
    """Write the titles of a sheet's sections and their single inputs, but no tables."""
    for section in plan.sections[sheet]:
        grid.put(plan.parameters[section.key], 1, section.title, "节")
        for field in section.fields:
            _field(grid, plan, field)


def _field(grid: Grid, plan: Inputs, field: Field) -> None:
    """Write one input with its label, note and data validation."""
    row = plan.parameters[field.key]
    grid.put(row, 1, field.label, "标签")
    value = field.value(plan.project)
    put_input(grid, row, 2, value, field.kind)
    grid.put(row, 3, _note(plan, field), "注")
    area = f"B{row}"
    if field.choices:
        grid.choose(area, ",".join(field.choices), field.label)
    elif field.kind == "date":
        grid.limit(area, "date", *field.bounds, field.label, f"请{_MAY['date']}")
    elif field.kind != "text":
        kind = "whole" if field.kind == "whole" else "decimal"
        low, high = plan.bounds(field)
        grid.limit(area, kind, low, high, field.label, f"请{may_be(field, low, high)}")
    else:
        grid.limit(area, "textLength", "0", str(LONGEST), field.label, f"最多 {LONGEST} 个字")


def _note(plan: Inputs, field: Field) -> str | None:
    """The note of an input; if its entry is invalid, the valid values instead."""
    if field.kind == "text" and not field.choices:
        return field.note or None
    low, high = plan.bounds(field)
    may = "从下拉中选" if field.choices else may_be(field, low, high)
    note = f'"{field.note}"'
    if field.instead:
        note = "IF({},{},{})".format(*field.instead(), note)
    return f'=IF({plan.problem(field)}=1,"← 请{may}",{note})'


def may_be(field: Field, low: str, high: str) -> str:
    """The valid values, as text."""
    between = f"{low} 到 {spoken(high)} ".replace("万 ", "万")
    return _MAY.get(field.kind, f"填 {between}之间的数字")


def write_rows(
    grid: Grid,
    block: Block,
    columns: Sequence[InputColumn],
    of: Callable[[int], Mapping[str, Value]],
) -> None:
    """Write a table of inputs: heads, cells, and the valid entries of each column.

    Args:
        grid: the sheet.
        block: the area of the rows.
        columns: its columns from the left; further columns of the block are not written.
        of: row (from 0) → column key → value; a missing key leaves the cell blank.
    """
    grid.row(block.first - 1, block.left, [column.head or None for column in columns], "表头")
    styled = [(column.key, column.style, column.typed) for column in columns]
    for index, row in enumerate(block.rows):
        values = of(index)
        for number, (key, style, typed) in enumerate(styled, block.left):
            value = values.get(key)
            if typed and isinstance(value, str):
                grid.text(row, number, value, style)
            else:
                grid.put(row, number, value, style)
    for column in sorted(columns, key=lambda column: column.kind != "date"):
        _restrict(grid, block.area(column.key), column)


def _restrict(grid: Grid, area: str, column: InputColumn) -> None:
    """Set the valid entries of a column."""
    if column.words:
        grid.choose(area, ",".join(column.words), column.called, free=column.free)
    elif column.source:
        grid.choose_from(area, column.source, column.called, column.hint)
    elif column.hint:
        grid.limit(area, column.rule, *column.limits, column.called, column.hint)
    elif column.kind == "text" and column.typed:
        hint = f"没有就空着，最多 {LONGEST} 个字"
        grid.limit(area, "textLength", "0", str(LONGEST), column.called, hint)


def redden_hints(grid: Grid, block: Block) -> None:
    """Colour the hints of a table red if they begin with an arrow."""
    grid.redden(block.area("hint"), f'LEFT({block.here("hint", block.first)},1)="←"')


def put_input(grid: Grid, row: int, column: int, value: Value, kind: str) -> None:
    """Write an input cell; a user's text stays a text."""
    style = f"输入-{kind}"
    if isinstance(value, str):
        grid.text(row, column, value, style)
    else:
        grid.put(row, column, value, style)
