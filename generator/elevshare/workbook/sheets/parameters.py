"""参数: every single input, the cost items, the weights by storey, the subsidy rule's numbers."""

from __future__ import annotations

from elevshare.money import yuan
from elevshare.project import MAX_COSTS, MAX_STOREYS
from elevshare.schemes.status import KINDS
from elevshare.workbook.field import AMOUNT_HINT, MAX_COEFFICIENT, MAX_YUAN, yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import write_sections
from elevshare.workbook.subjects.sharing.costs import PROBLEMS
from elevshare.workbook.subjects.sharing.storeys import FLAWS

TITLE, ROLE = "参数", "输入"
ABOUT = "费用、补贴、分摊办法、楼层系数、账单信息"

_WIDTHS = (24, 36, 15, 17, 17, 46)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(*_WIDTHS)
    grid.put(1, 1, "参数：黄色格子可以填，其余由公式计算", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    grid.redden(f"$C$3:$C${plan.split.last}", 'LEFT($C3,1)="←"')
    _costs(grid, plan)
    _coefficients(grid, plan)
    _tiers(grid, plan)
    _split(grid, plan)
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:F{plan.split.last}", title_rows="1:1")


def _costs(grid: Grid, plan: Plan) -> None:
    """The cost items: name, amount, whether a subsidy rate applies."""
    block, items = plan.costs, plan.project.costs
    grid.row(block.first - 1, 1, ["项目", "金额（元）", "计入补贴基数", "提示"], "表头")
    for index, row in enumerate(block.rows):
        item = items[index] if index < len(items) else None
        grid.text(row, 1, item.name if item else "", "输入-text")
        grid.put(row, 2, item.fen / 100 if item else None, "输入-money")
        grid.text(row, 3, yes_no(item is None or item.eligible), "输入-text")
        problem = plan.items.at("problem", index)
        grid.put(row, 4, word_of(problem, PROBLEMS), "计算-any")
    grid.put(block.first, 5, f"最多 {MAX_COSTS} 项；如设计、设备、土建、监理、检测", "注")
    if rule := plan.project.scheme.rides:
        about = f"方案所列 {yuan(rule.prepaid)} 元，说明见“来源”"
        grid.put(block.first + 1, 5, about, "注")
    grid.limit(block.area("yuan"), "decimal", "0", MAX_YUAN, "金额", AMOUNT_HINT)
    grid.choose(block.area("eligible"), "是,否", "计入补贴基数")
    grid.redden(block.area("hint"), f'LEFT($D{block.first},1)="←"')


def _coefficients(grid: Grid, plan: Plan) -> None:
    """The weight of every storey, with its source beside it."""
    block, project = plan.coefficients, plan.project
    grid.row(block.first - 1, 1, ["楼层", "系数", "提示", "区间下限", "区间上限"], "表头")
    for storey, row in enumerate(block.rows, 1):
        weight = project.weight(storey)
        grid.put(row, 1, storey, "计算-whole")
        grid.put(row, 2, None if weight is None else weight / 10_000, "输入-coef")
        grid.put(row, 3, word_of(plan.floors.at("flaw", storey - 1), FLAWS), "计算-any")
        interval = project.interval(storey)
        for column, bound in enumerate(interval or (None, None), 4):
            grid.put(row, column, None if bound is None else bound / 10_000, "输入-coef")
        grid.put(row, 6, _origin(plan, storey), "注")
    grid.limit(
        block.area("weight"),
        "decimal",
        "0",
        MAX_COEFFICIENT,
        "系数",
        f"请填 0 到 {MAX_COEFFICIENT} 的数，最多四位小数",
    )
    for key, label in (("low", "区间下限"), ("high", "区间上限")):
        grid.limit(block.area(key), "decimal", "0", "100", label, "请填 0 到 100 的百分数，如 28")


def _origin(plan: Plan, storey: int) -> str:
    """Where the scheme has a storey's weight from, whoever changes it afterwards."""
    scheme = plan.project.scheme
    seen = scheme.sharing.weight(storey)
    if seen is None:
        return "待填：方案的来源没有这一层的系数"
    source = scheme.source(seen.source)
    return f"{source.publisher}（{KINDS[source.kind]}），有没有改动见“来源”"


def _tiers(grid: Grid, plan: Plan) -> None:
    """The subsidy by the highest level reached; one row where it is the same for all."""
    block, found = plan.tiers, plan.project.scheme.subsidy
    tiers = found.rule.tiers if found else ()
    grid.row(
        block.first - 1, 1, ["分档", "起始层（达到）", "金额（元）", "每高一层加（元）"], "表头"
    )
    for index, row in enumerate(block.rows):
        tier = tiers[index] if index < len(tiers) else None
        grid.put(row, 1, f"第 {index + 1} 档", "标签")
        grid.put(row, 2, tier.reach / 2 if tier else None, "输入-coef")
        grid.put(row, 3, tier.amount / 100 if tier else None, "输入-money")
        grid.put(row, 4, tier.step / 100 if tier else None, "输入-money")
    grid.put(block.first, 5, "从低到高排列；出处见“来源”", "注")
    grid.limit(
        block.area("reach"),
        "decimal",
        "0",
        str(MAX_STOREYS),
        "起始层",
        f"请填 0 到 {MAX_STOREYS}，半层填如 4.5",
    )
    grid.limit(block.area("yuan"), "decimal", "0", MAX_YUAN, "金额", "请填 0 或正数（元）")
    grid.limit(
        block.area("step"), "decimal", f"-{MAX_YUAN}", MAX_YUAN, "每层增减", "请填数字（元）"
    )


def _split(grid: Grid, plan: Plan) -> None:
    """Levels of government and their shares."""
    block, found = plan.split, plan.project.scheme.subsidy
    split = found.rule.split if found else ()
    grid.row(block.first - 1, 1, ["级别", "比例"], "表头")
    for index, row in enumerate(block.rows):
        level, share = split[index] if index < len(split) else ("", None)
        grid.text(row, 1, level, "输入-text")
        grid.put(row, 2, None if share is None else share / 10_000, "输入-percent")
    grid.limit(block.area("share"), "decimal", "0", "1", "比例", "请填 0% 到 100%")
