"""收回: what was read from each book, and a cell to choose whether it counts."""

from __future__ import annotations

from elevshare.collecting.columns import AMOUNTS, COLUMNS
from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.record import BuildingRecord
from elevshare.collecting.wording import file_shown, reason, text_shown
from elevshare.workbook.field import NO, YES, YES_NO, yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheetxml import Value

TITLE, ROLE = "收回", "输入"
ABOUT = "收进来的每一本：读到的内容、核对结果，选是否计入合计"

_LEVEL_WIDTH = 14
#: The last column that is printed.
_PRINTED = "reason"
_NOTE = (
    "白色的内容读自各簿子，不在这里改：要改请改那本簿子，再重新汇总。"
    "只有“计入”一栏可以改；核对不可信的、重复的，默认不计入。"
)


def write(grid: Grid, plan: SummaryPlan) -> None:
    """Write the sheet."""
    block = plan.returned
    levels = {
        key: (f"申请补贴：{name}（元）", "计算-money", _LEVEL_WIDTH)
        for key, name in zip(plan.level_keys, plan.levels, strict=True)
    }
    columns = {**COLUMNS, **levels}
    grid.widths(*(width for _, _, width in columns.values()))
    grid.put(1, 1, "收回的簿子", "标题")
    grid.height(1, 28)
    grid.put(2, 1, _NOTE, "副标题")
    grid.row(block.first - 1, 1, [head for head, _, _ in columns.values()], "表头")
    grid.height(block.first - 1, 45)
    for index in range(len(plan.buildings)):
        _building(grid, plan, index, columns)
    if not plan.buildings:
        grid.row(block.first, 1, [None] * len(columns), "标签")
    _rules(grid, plan)
    heads = block.first - 1
    grid.sheet.freeze_panes = f"{block.letter('estate')}{block.first}"
    area = f"A1:{block.letter(_PRINTED)}{block.last}"
    grid.page(area, landscape=True, title_rows=f"{heads}:{heads}")


def _rules(grid: Grid, plan: SummaryPlan) -> None:
    """The choices that are allowed, and the conditional formats."""
    block = plan.returned
    if not plan.buildings:
        return
    area = f"{block.letter('take')}{block.first}:{block.letter('take')}{block.last}"
    grid.choose(area, ",".join(YES_NO), "计入")
    grid.redden(block.area("hint"), f'LEFT({block.here("hint", block.first)},1)="←"')
    grid.redden(block.area("state"), f'{block.here("state", block.first)}<>"通过"')
    grid.redden(block.area("failed"), f"{block.here('failed', block.first)}<>0")
    grid.redden(block.area("group"), f"{block.here('group', block.first)}>0")


def _building(
    grid: Grid, plan: SummaryPlan, index: int, columns: dict[str, tuple[str, str, float]]
) -> None:
    """One book's row."""
    one, row = plan.buildings[index], plan.returned.first + index
    values = _values(plan, index)
    for column, (key, (_, style, width)) in enumerate(columns.items(), 1):
        value = values[key]
        if isinstance(value, str) and key != "hint":
            grid.text(row, column, value, style)
        else:
            grid.put(row, column, value, style)
        if key in ("file", "estate", "reason", "scheme"):
            grid.fit(row, f"{value}  ", width)
    if one.failed is None:
        grid.text(row, plan.returned.column("failed"), "读不出", "计算-any")


def _values(plan: SummaryPlan, index: int) -> dict[str, Value]:
    """The values of a row, by key."""
    one, take = plan.buildings[index], plan.returned.here("take", plan.returned.first + index)
    return {
        "n": index + 1,
        "take": yes_no(plan.counted[index]),
        "hint": f'=IF(OR({take}="{YES}",{take}="{NO}"),"√","← 请选是或否")',
        "file": file_shown(one.file),
        "estate": text_shown(one.estate),
        "building": text_shown(one.building),
        "entrance": text_shown(one.entrance),
        "scheme": text_shown(one.made.scheme),
        "state": one.state.value,
        "failed": one.failed,
        "group": plan.groups[index],
        "reason": reason(one, plan.groups[index], plan.counted[index]),
        "households": one.households,
        "taking": one.taking,
        **_amounts(one),
        **{
            key: fen / 100 for key, fen in zip(plan.level_keys, plan.parts(one), strict=True)
        },
    }  # fmt: skip


def _amounts(one: BuildingRecord) -> dict[str, Value]:
    """The amounts in yuan; blank where the book shows none."""
    fen = {key: getattr(one.figures, key) for key in AMOUNTS}
    return {key: None if amount is None else amount / 100 for key, amount in fen.items()}
