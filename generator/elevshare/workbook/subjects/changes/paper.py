"""变更表: a paper that explains why the amounts have changed."""

from __future__ import annotations

from collections.abc import Sequence

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.address import address_of, dated
from elevshare.workbook.papers.roll import Roll, RollColumn, of, resident, widths, write_roll
from elevshare.workbook.plan import Plan
from elevshare.workbook.style import BARE
from elevshare.workbook.subjects.changes.versions import PRINTED, changes, figure, flats
from elevshare.workbook.subjects.changes.words import word_formulas
from elevshare.workbook.subjects.late import posted as late

TITLE, ROLE = "变更表", "单据"
ABOUT = "费用分摊变更说明，张贴用，A4"

_TALL, _CHANGE = 34.0, 44.0


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: what has changed on the first page, the households from the second on."""
    columns = _columns(plan)
    grid.widths(*widths(columns, 12))
    last = _changes(grid, plan, _words(grid, plan, len(columns) + 1))
    roll = Roll(TITLE, "三、各户应分摊金额（元）", flats(plan), columns, 0.0)
    write_roll(grid, plan, last + 1, roll, (last,))


def _columns(plan: Plan) -> tuple[RollColumn, ...]:
    """The columns of the list of households."""
    known, rows = f"{figure(plan, 'known')}=1", flats(plan)
    before, after = figure(plan, "before"), figure(plan, "after")
    return (
        resident(plan, 17),
        RollColumn("变更前", "列额", 12, of(rows, "before"), f'=IF({known},{before}/100,"")'),
        RollColumn("变更后", "列额", 12, of(rows, "after"), f"={after}/100"),
        RollColumn("差额", "列额", 11.5, of(rows, "more"), f'=IF({known},({after}-{before})/100,"")'),
        RollColumn("增减", "文", 7, of(rows, "turn")),
    )  # fmt: skip


def _words(grid: Grid, plan: Plan, right: int) -> int:
    """Write title, mark, place, the effect of the changes, and the signatures; give the next row."""
    words = word_formulas(plan)
    grid.merge(1, 1, right, "加装电梯费用分摊变更说明", "单据-题")
    grid.height(1, 30)
    grid.merge(2, 1, right, f"={plan.mark}", "单据-草案")
    grid.height(2, 20)
    grid.merge(3, 1, right, f'="工程："&{address_of(plan)}{dated(plan)}', "单据-表注")
    grid.merge(4, 1, right, "一、对比", "单据-表节")
    lines = (
        ("对比", words[0]), ("结果", words[1]), ("说明", words[2]), ("分摊依据", f"={plan.basis}"),
        *((("后加入", f"={late.sentences(plan)}"),) if plan.has(Topic.LATE) else ()),
    )  # fmt: skip
    for row, (label, value) in enumerate(lines, 5):
        grid.put(row, 1, label, "单据-表文")
        grid.merge(row, 2, right, value, "单据-说明")
        grid.height(row, _TALL)
    signing = 5 + len(lines)
    grid.row(signing, 1, ("经办", None, "复核"), "单据-表文")
    grid.merge(signing, 4, right, None, "单据-表文")
    grid.put(signing + 1, 1, "盖章", "单据-表文")
    grid.merge(signing + 1, 2, right, None, "单据-表文")
    for row in (signing, signing + 1):
        grid.height(row, _TALL)
    return signing + 2


def _changes(grid: Grid, plan: Plan, row: int) -> int:
    """Write the last changes between the two versions, as many as there are; give the last row."""
    block, keys = changes(plan), ("day", "what", "before", "after", "reason")
    listed = figure(plan, "listed")
    grid.merge(row, 1, 6, f'=IF({listed}=0,"二、没有登记变更事项","二、变更事项")', "单据-表节")
    heads = ("日期", "类型、房号", "变更前", "变更后", "原因")
    _change(grid, row + 1, [f'=IF({listed}=0,"","{head}")' for head in heads], "单据-行头")
    for index in range(PRINTED):
        at, line = block.at("at", index), row + 2 + index
        cells = [f'=IF({at}=0,"",INDEX({block.all(key)},{at}))' for key in keys]
        _change(grid, line, cells, f"单据-说明{BARE}")
        grid.height(line, _CHANGE)
    grid.frame(f"A{row + 1}:F{row + 1 + PRINTED}", f'$A{row + 1}<>""')
    return row + 1 + PRINTED


def _change(grid: Grid, row: int, cells: Sequence[str], style: str) -> None:
    """Write one line of the changes."""
    grid.row(row, 1, cells[:4], style)
    grid.merge(row, 5, 6, cells[4], style)
