"""筹资: what each source pays of each item and of all, and what a document claims."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.rules.budget import SOURCES
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.subjects.finance import tables as finance

TITLE, ROLE = finance.TITLE, "计算"
ABOUT = "钱从哪里来：自筹、补贴、公积金、维修基金、单位"
TOPIC = Topic.FINANCE


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(7, 20, 15, 14, 14, 18, 14, 14, 14, 3, *([13] * 26))
    grid.put(1, 1, "筹资：钱从哪里来（由公式得出）", "标题")
    grid.height(1, 28)
    for row, text in enumerate(finance.lines(plan), 2):
        grid.put(row, 1, text, "副标题")
    sources = finance.sources(plan)
    for table in (finance.items(plan), sources, finance.parts(plan)):
        table.write(grid)
    verdict = sources.here("verdict", sources.first)
    grid.redden(sources.area("verdict"), f'LEFT({verdict},2)="不符"')
    grid.page(f"A1:I{sources.last}", landscape=True)


def write_inputs(grid: Grid, plan: Plan) -> None:
    """The items with their sources, and what a document claims."""
    _items(grid, plan)
    block, claimed = finance.claims(plan), plan.project.budget.claimed
    grid.row(block.first - 1, 1, ["合计比例", None, *SOURCES], "表头")
    grid.row(block.first, 1, ["文件所称", None], "标签")
    for key, share in zip(finance.KEYS, claimed, strict=True):
        value = None if share is None else share / 10_000
        grid.put(block.first, block.column(key), value, "输入-percent")
        grid.limit(block.area(key), "decimal", "0", "1", "所称比例", "请填 0% 到 100%，没有则空着")


def _items(grid: Grid, plan: Plan) -> None:
    """The rows of the items."""
    block, items = finance.inputs(plan), plan.project.budget.items
    grid.row(block.first - 1, 1, ["项目", "金额（元）", *SOURCES, "提示"], "表头")
    for index, row in enumerate(block.rows):
        item = items[index] if index < len(items) else None
        grid.text(row, 1, item.name if item else "", "输入-text")
        grid.put(row, 2, item.fen / 100 if item else None, "输入-money")
        for number, key in enumerate(finance.KEYS):
            share = item.parts[number] / 10_000 if item and item.parts[number] else None
            grid.put(row, block.column(key), share, "输入-percent")
        problem = finance.items(plan).at("problem", index)
        grid.put(row, block.column("hint"), word_of(problem, finance.PROBLEMS), "计算-any")
    grid.limit(block.area("yuan"), "decimal", "0", MAX_YUAN, "金额", "请填 0 或正数（元）")
    for key in finance.KEYS:
        grid.limit(block.area(key), "decimal", "0", "1", "比例", "请填 0% 到 100%，各来源合计 100%")
    hint = block.here("hint", block.first)
    grid.redden(block.area("hint"), f'LEFT({hint},1)="←"')
