"""说明: what the summary is for, five steps, sheets, schemes, the master check."""

from __future__ import annotations

from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.wording import text_shown
from elevshare.workbook.grid import Grid
from elevshare.workbook.sheets.cover import write_colours, write_identity, write_list

TITLE, ROLE = "说明", "说明"
ABOUT = "这本汇总簿怎么用"

_STEPS = (
    ("没收进来", "看哪些文件没有收进来，按“怎么办”处理，处理好了重新汇总。"),
    ("核对", "看每本簿子查到了什么；不可信的退回改正。"),
    ("收回", "核对每本的小区、楼栋、单元；在“计入”一栏选 是 或 否，合计随之更新。"),
    ("校验", "看每一项是否“通过”；不通过的按右边写的办法改。"),
    ("补贴申请", "校验全部通过后打印，填表、签字、盖章。"),
)
_NOTES = (
    "表格有保护但没有密码（审阅→撤销工作表保护），只为防止误改公式。",
    "各簿子的数是汇总时读到的；簿子改了，请重新汇总，不要在这里改数。",
    "已缴、还欠按各簿子“台账”或“住户”的登记，不是银行的数。",
    "默认不计入：核对不可信的；同一小区、楼栋、单元已经计入一本的。",
)
#: Width of the column that holds the schemes' ids, and how many ids are named.
_IDS, _NAMED = 40, 6


def write(grid: Grid, plan: SummaryPlan, contents: list[tuple[str, str, str]]) -> None:
    """Write the sheet; ``contents`` are title, role and purpose of the others."""
    grid.widths(14, _IDS, 66)
    grid.put(1, 1, "加装电梯汇总簿", "标题")
    grid.height(1, 32)
    grid.put(
        2,
        1,
        "收回来的各单元分摊簿汇成一张表：费用、补贴、净额、已缴、还欠，以及各级补贴的申请表。",
        "副标题",
    )
    write_identity(grid, _ids(plan))
    grid.row(4, 1, [f"={plan.master}", None, None], "总校验")
    grid.redden("$A$4:$C$4", 'LEFT($A$4,1)="【"')
    grid.put(5, 1, _progress(plan), "副标题")
    steps = [(name, f"第 {i} 步", text) for i, (name, text) in enumerate(_STEPS, 1)]
    row = write_list(grid, 7, "五个步骤", steps)
    row = write_list(grid, row + 1, "这本簿子里有什么", contents)
    row = _schemes(grid, plan, row + 1)
    row = write_colours(grid, row + 1)
    grid.put(row + 1, 1, "须知", "节")
    for line, text in enumerate(_NOTES, row + 2):
        grid.put(line, 1, f"· {text}", "正文-不折行")
    grid.page(f"A1:C{row + 1 + len(_NOTES)}")


def _ids(plan: SummaryPlan) -> str:
    """The schemes of the books."""
    found = list(dict.fromkeys(one.made.scheme_id for one in plan.buildings))
    more = f" 等 {len(found)} 个" if len(found) > _NAMED else ""
    return "+".join(map(text_shown, found[:_NAMED])) + more or "无"


def _progress(plan: SummaryPlan) -> str:
    """How many books were read, counted and refused."""
    refused = f"；没有收进来的文件 {len(plan.refusals)} 个" if plan.refusals else ""
    return (
        f'="收进来 "&{plan.figure("books")}&" 本，计入 "&{plan.figure("counted")}&" 本，净额 "'
        f'&FIXED({plan.figures.yuan("net")},2)&" 元，申请补贴 "'
        f'&FIXED({plan.figures.yuan("grant")},2)&" 元{refused}"'
    )


def _schemes(grid: Grid, plan: SummaryPlan, start: int) -> int:
    """The schemes of the books with how many there are of each; gives the next row."""
    grid.put(start, 1, "方案与依据", "节")
    grid.put(start + 1, 3, "各方案的文件、条款见各簿子的“来源”。", "正文")
    row = start + 2
    counts: dict[tuple[str, str], int] = {}
    for one in plan.buildings:
        key = (text_shown(one.made.scheme), one.made.status)
        counts[key] = counts.get(key, 0) + 1
    for (name, status), count in counts.items():
        grid.put(row, 1, "方案", "正文")
        grid.text(row, 2, name, "正文")
        grid.text(
            row,
            3,
            f"{text_shown(status) or '状态不明'}　{count} 本",
            "正文" if status == "已核实" else "警示",
        )
        row += 1
    return row
