"""参数: single inputs, cost items, weights by storey, numbers of the subsidy rule."""

from __future__ import annotations

from elevshare.money import yuan
from elevshare.project import MAX_COSTS
from elevshare.rules.share import WEIGHT_SCALE, Storey
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes.status import KINDS
from elevshare.workbook import seal_inputs as seal
from elevshare.workbook.field import yes_no
from elevshare.workbook.grid import Grid
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import redden_hints, write_rows, write_sections
from elevshare.workbook.sheetxml import Value
from elevshare.workbook.subjects.pools.inputs import costs_of
from elevshare.workbook.subjects.sharing import inputs as main
from elevshare.workbook.subjects.sharing.costs import PROBLEMS
from elevshare.workbook.subjects.sharing.storeys import FLAWS

TITLE, ROLE = "参数", "输入"
ABOUT = "费用、补贴、分摊办法、楼层系数、账单信息"

_WIDTHS = (24, 36, 15, 17, 17, 46)
#: With one more column of the storeys before the notes.
_WITH_CARRIERS = (*_WIDTHS[:-1], 17, 46)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    grid.widths(*(_WITH_CARRIERS if plan.carriers else _WIDTHS))
    grid.put(1, 1, "参数：黄色格子可以填，其余由公式计算", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    last = plan.parameters[seal.FIELDS[-1].key]
    grid.redden(f"$C$3:$C${plan.split.last}", 'LEFT($C3,1)="←"')
    _costs(grid, plan)
    _coefficients(grid, plan)
    _tiers(grid, plan)
    _split(grid, plan)
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:{'G' if plan.carriers else 'F'}{last}", title_rows="1:1")


def _costs(grid: Grid, plan: Plan) -> None:
    """Write the cost items: name, amount, whether the subsidy rate applies."""
    block, items = plan.costs, plan.project.costs
    known, columns = costs_of(plan.project, plan), plan.section("costs").columns

    def of(index: int) -> dict[str, Value]:
        item = items[index] if index < len(items) else None
        return {
            "item": item.name if item else "",
            "yuan": item.fen / 100 if item else None,
            "eligible": yes_no(item is None or item.eligible),
            "hint": word_of(plan.items.at("problem", index), PROBLEMS),
            **known.get(index, {}),
        }

    write_rows(grid, block, columns, of)
    grid.put(
        block.first, len(columns) + 1, f"最多 {MAX_COSTS} 项；如设计、设备、土建、监理、检测", "注"
    )
    if rule := plan.project.scheme.rides:
        about = f"方案所列 {yuan(rule.prepaid)} 元，说明见“来源”"
        grid.put(block.first + 1, len(columns) + 1, about, "注")
    redden_hints(grid, block)


def _coefficients(grid: Grid, plan: Plan) -> None:
    """Write the weight of every storey, with the scheme's source beside it."""
    block, project = plan.coefficients, plan.project

    def of(index: int) -> dict[str, Value]:
        storey = plan.stops[index]
        weight, interval = project.weight(storey), project.interval(storey)
        low, high = interval or (None, None)
        return {
            "storey": storey,
            "weight": None if weight is None else weight / WEIGHT_SCALE,
            "hint": word_of(plan.storey_table.at("flaw", index), FLAWS),
            "low": None if low is None else low / WEIGHT_SCALE,
            "high": None if high is None else high / WEIGHT_SCALE,
            "carries": yes_no(True) if storey in project.method.carriers else "",
        }

    columns = main.weight_columns(plan)
    write_rows(grid, block, columns, of)
    for storey, row in zip(plan.stops, block.rows, strict=True):
        grid.put(row, len(columns) + 1, _origin(plan, storey), "注")


def _origin(plan: Plan, storey: Storey) -> str:
    """The scheme's source of a storey's weight, whether or not the weight was changed."""
    scheme = plan.project.scheme
    seen = scheme.sharing.weight(storey)
    if seen is None:
        return "方案的来源没有这一层的系数，由业主商定后填"
    source = scheme.source(seen.source)
    return f"{source.publisher}（{KINDS[source.kind]}），有没有改动见“来源”"


def _tiers(grid: Grid, plan: Plan) -> None:
    """Write the subsidy by the highest level reached; one row if it is equal for all."""
    block, found = plan.tiers, plan.project.scheme.subsidy
    tiers = found.rule.tiers if found else ()

    def of(index: int) -> dict[str, Value]:
        name = f"第 {index + 1} 档"
        if index >= len(tiers):
            return {"name": name}
        one = tiers[index]
        return {
            "name": name,
            "reach": one.reach / 2,
            "yuan": one.amount / 100,
            "step": one.step / 100,
        }

    write_rows(grid, block, main.TIER_COLUMNS, of)
    grid.put(block.first, 5, "从低到高排列；出处见“来源”", "注")


def _split(grid: Grid, plan: Plan) -> None:
    """Write the levels of government and their parts of the subsidy."""
    found = plan.project.scheme.subsidy
    split = found.rule.split if found else ()

    def of(index: int) -> dict[str, Value]:
        if index >= len(split):
            return {}
        level, share = split[index]
        return {"level": level, "share": share / RATE_SCALE}

    write_rows(grid, plan.split, main.SPLIT_COLUMNS, of)
