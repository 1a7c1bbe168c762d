"""变更: the register of changes, and the amounts of every published version."""

from __future__ import annotations

from dataclasses import asdict

from elevshare.project import first_version
from elevshare.workbook.field import MAX_YUAN, day_number
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows, write_sections
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.changes import register as changes
from elevshare.workbook.subjects.changes import versions
from elevshare.workbook.subjects.changes.inputs import COLUMNS, VERSIONS

TITLE, ROLE = "变更", "输入"
ABOUT = "谁退出、谁加入、什么改了；每次公示的金额留一版"

_NOTE = "版本金额与“住户”各行对齐：留了版本以后不要调换、清空住户的行；退出的户在“住户”把参与改为否"


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(20, 15, 15, 15, 15, 15, 15, 26, 15, 36)
    grid.put(1, 1, "变更：改一次登记一条，公示一次留一版", "标题")
    grid.height(1, 28)
    grid.put(2, 1, _NOTE, "副标题")
    write_sections(grid, plan, TITLE)
    _register(grid, plan)
    _versions(grid, plan)
    grid.sheet.freeze_panes = "B2"
    grid.page(f"A1:J{plan.last_row(TITLE)}", landscape=True)


def _register(grid: Grid, plan: Plan) -> None:
    """Write the register, filled with the changes of the project."""
    block, known = changes.typed(plan), plan.project.changes

    def of(index: int) -> dict[str, Value]:
        read = versions.changes(plan)
        found, problem = read.at("household", index), read.at("problem", index)
        change: dict[str, Value] = asdict(known[index]) if index < len(known) else {}
        return {
            **change,
            "day": day_number(known[index].day) if change else None,
            "n": index + 1,
            "owner": f'=IF({found}>0,INDEX({plan.shares.all("owner")},{found}),"")',
            "hint": word_of(problem, changes.PROBLEMS),
        }

    write_rows(grid, block, COLUMNS, of)
    for row in block.rows:
        grid.height(row, 34)
    redden_hints(grid, block)


def _versions(grid: Grid, plan: Plan) -> None:
    """Write the amounts of every version, in the row order of 住户; the first from the project."""
    block, first = versions.typed(plan), first_version(plan.project)
    heads = [f"第 {n} 版（元）" for n in VERSIONS]
    grid.row(block.first - 1, 1, ["序号", "房号", *heads, "现在（元）", "提示"], "表头")
    for index, row in enumerate(block.rows):
        grid.put(row, 1, index + 1, "计算-whole")
        grid.put(row, 2, f"={plan.shares.at('room', index)}", "计算-any")
        for n in VERSIONS:
            fen = first[index] if n == 1 and index < len(first) else None
            grid.put(row, block.column(f"v{n}"), None if fen is None else fen / 100, "输入-money")
        grid.put(row, block.column("now"), f"={plan.shares.at('due', index)}", "计算-money")
        problem = versions.flats(plan).at("problem", index)
        grid.put(row, block.column("hint"), word_of(problem, versions.ROW_PROBLEMS), "计算-any")
    area = f"{block.here('v1', block.first)}:{block.here(f'v{VERSIONS[-1]}', block.last)}"
    grid.limit(area, "decimal", "0", MAX_YUAN, "版本金额", "请从“现在”一列复制，选择性粘贴为数值")
    for index, n in enumerate(VERSIONS):
        row = plan.parameters[f"version_on_{n}"]
        grid.put(row, 5, versions.version_words(plan, index), "注")
        _redden(grid, f"$E{row}")
    notes = plan.parameters["version_on_1"]
    _redden(grid, f"$C${notes}:$C${block.first - 2}")
    redden_hints(grid, block)


def _redden(grid: Grid, area: str) -> None:
    """Colour hints red if they begin with an arrow."""
    cell = area.split(":")[0].replace("$", "")
    grid.redden(area, f'LEFT(${cell},1)="←"')
