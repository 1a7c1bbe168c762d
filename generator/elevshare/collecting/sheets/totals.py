"""汇总: all books in a table, and their sums above it; every amount is a formula."""

from __future__ import annotations

from elevshare.collecting.plan import AMOUNTS, MONEY, SummaryPlan
from elevshare.collecting.rows import figure_formulas, row_formulas
from elevshare.workbook.capitals import LARGE, LARGE_HEADS, large_formulas
from elevshare.workbook.grid import Grid
from elevshare.workbook.table import write_table

TITLE, ROLE = "汇总", "计算"
ABOUT = "每个单元一行，合计只计“计入”为是的；净额由公式重算，并与簿子自己的数核对"

_LABELS = {
    "books": ("收进来的簿子（本）", "“收回”有几行"),
    "counted": ("其中计入的（本）", "“收回”里选“是”的；以下各项只合计这些"),
    "cost": ("总费用", ""),
    "subsidy": ("减：补贴（用于建设）", "留作运行维护的部分不在内"),
    "compensation": ("加：补偿支出", "付给低层住户的"),
    "net": ("应分摊净额", "总费用－补贴＋补偿支出"),
    "fee": ("租赁年使用费", "租赁的单元不分摊费用，每年交使用费"),
    "households": ("户数（户）", ""),
    "taking": ("其中参与（户）", ""),
    "owed": ("应缴合计", "各户应分摊减去减免；补贴先收全额的含先收部分"),
    "paid": ("已缴合计", "含公积金，减去退款"),
    "left": ("还欠合计", "各户欠缴之和"),
    "over": ("多缴合计", "应退还或抵下期"),
    "listed": ("申请补贴的单元（个）", "计入的、有补贴的"),
    "grant": ("申请补贴合计", "含留作运行维护的部分"),
    "rest": ("其中未分级别", "簿子里没有写各级政府各出多少的"),
}
#: Key → head and kind of the columns that are printed.
_SHOWN = {
    "n": ("序号", "whole"),
    "name": ("小区、楼栋、单元", "any"),
    "state": ("核对结果", "any"),
    "cost": ("总费用（元）", "money"),
    "subsidy": ("补贴，用于建设（元）", "money"),
    "compensation": ("补偿支出（元）", "money"),
    "net": ("应分摊净额（元）", "money"),
    "fee": ("年使用费（元）", "money"),
    "households": ("户数", "whole"),
    "taking": ("参与", "whole"),
    "owed": ("应缴（元）", "money"),
    "paid": ("已缴（元）", "money"),
    "left": ("还欠（元）", "money"),
    "take": ("计入", "any"),
    "net_gap": ("净额差（元）", "money"),
    "due_gap": ("各户差（元）", "money"),
}
_WORK = {
    "count": "计入（1/0）",
    "flaw": "计入选错（1/0）",
    "doubted": "不可信（1/0）",
    "draft": "簿内校验未通过（1/0）",
    "twice": "同组计了两本（1/0）",
    "net_fen": "净额（分）",
    "apart": "净额不符（1/0）",
    "uneven": "各户合计不符（1/0）",
    "unshared": "没有分完（1/0）",
    "unbalanced": "收缴不平（1/0）",
    "lost": "各级多于申请（1/0）",
    "listed": "列入申请表（1/0）",
    "seat": "申请表累计行数",
    "line": "申请表这一行是第几本",
    "rest_fen": "未分级别（分）",
}
_FEN = {
    "cost": "总费用（分）", "subsidy": "补贴（分）", "compensation": "补偿（分）", "fee": "年使用费（分）",
    "own_net": "簿内净额（分）", "due": "各户合计（分）", "own_due": "簿内各户（分）", "owed": "应缴（分）",
    "paid": "已缴（分）", "left": "还欠（分）", "over": "多缴（分）", "grant": "申请补贴（分）",
}  # fmt: skip
_WIDTHS = (6, 28, 9, 15, 15, 13, 14, 13, 7, 7, 14, 14, 14, 6, 12, 12)


def write(grid: Grid, plan: SummaryPlan) -> None:
    """Write the sheet."""
    work = len(plan.table.columns) - len(_WIDTHS) - 1
    grid.widths(*_WIDTHS, 3, *([13] * work))
    grid.put(1, 1, "各单元汇总（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    grid.redden("$A$2:$D$2", 'LEFT($A$2,1)="【"')
    _figures(grid, plan)
    _capitals(grid, plan)
    table = plan.table
    write_table(grid, table, "各单元", _heads(plan), lambda row: row_formulas(plan, row))
    for row in table.rows if plan.buildings else ():
        grid.fit(row, plan.buildings[row - table.first].name, _WIDTHS[1])
    for key in ("net_gap", "due_gap"):
        first = table.here(key, table.first)
        grid.redden(table.area(key), f'AND({first}<>"",{first}<>0)')
    grid.redden(table.area("state"), f'{table.here("state", table.first)}<>"通过"')
    grid.redden(table.area("take"), f'{table.here("take", table.first)}="否"')
    heads = table.first - 1
    grid.page(f"A1:{table.letter('due_gap')}{table.last}", landscape=True,
              title_rows=f"{heads}:{heads}")  # fmt: skip


def _heads(plan: SummaryPlan) -> dict[str, tuple[str, str]]:
    """Head and kind of every column."""
    fen = {f"{key}_fen": (_FEN[key], "whole") for key in AMOUNTS}
    levels = {
        f"{key}_fen": (f"{name}（分）", "whole")
        for key, name in zip(plan.level_keys, plan.levels, strict=True)
    }
    work = {key: (head, "whole") for key, head in _WORK.items()}
    return {**_SHOWN, **work, **fen, **levels}


def _figures(grid: Grid, plan: SummaryPlan) -> None:
    """The sums of all that counts."""
    grid.row(plan.first_figure - 1, 1, ["项目", None, None, "金额（元）", "整数（分、本、户）", "说明"], "表头")  # fmt: skip
    formulas = figure_formulas(plan)
    levels = {
        key: (f"其中{name}", "各簿子“参数”的分担比例")
        for key, name in zip(plan.level_keys, plan.levels, strict=True)
    }
    labels = {**_LABELS, **levels}
    for row, key in enumerate(plan.figures, plan.first_figure):
        label, note = labels[key]
        money = key in MONEY or key in levels
        grid.row(row, 1, [label, None, None], "标签-长")
        grid.put(row, 4, f"=$E{row}/100" if money else None, "计算-money")
        grid.put(row, 5, formulas[key], "计算-whole")
        grid.put(row, 6, note or None, "注")


def _capitals(grid: Grid, plan: SummaryPlan) -> None:
    """The sum of the application in capital figures, step by step."""
    block, row = plan.capitals, plan.capitals.first
    formulas = large_formulas(block, row, "fen")
    grid.put(row - 1, block.left, "申请补贴合计（分）", "表头")
    grid.put(row, block.left, f"={plan.figure('grant')}", "计算-whole")
    for key in LARGE:
        grid.put(row - 1, block.column(key), LARGE_HEADS[key][0], "表头")
        grid.put(row, block.column(key), formulas[key], "计算-any")
