"""参数 of a lease book: the single inputs, and the fees of every storey."""

from __future__ import annotations

from elevshare.leasing import rule_of
from elevshare.project import MAX_STOREYS, Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc.storeys import FLAWS, NO_OTHER
from elevshare.workbook.lease.fields import MAX_FEE_YUAN, MAX_LANDING, OTHER, TABLES
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import write_sections

TITLE, ROLE = "参数", "输入"
ABOUT = "楼栋、收费的月份、收款账户、收费标准"

_HEADS = ("楼层", "本楼采用", "表 1", "表 2", "表 3", "表 4", "自定")
#: What the column of the other fees is for.
_OTHER = (
    "“另一种”：上面的标准是 元/月 的，填各层的年费（元/年）；是 元/年 的，填各层的月费（元/月）。年费不必是月费的 12 倍；"
    "“住户”的“按月或按年”选了它的户，按它收。"
)


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    last = plan.fees.last
    other = plan.has(Topic.TERMS)
    grid.widths(19, 38, 10, 10, 10, 10, 10, *((13,) if other else ()), 28)
    grid.put(1, 1, "参数：黄色格子可以填，其余由公式计算", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    grid.redden(f"$C$3:$C${plan.sizes.first - 2}", 'LEFT($C3,1)="←"')
    heads = [*_HEADS, *(("另一种（元）",) if other else ()), "提示"]
    grid.row(plan.sizes.first - 1, 1, heads, "表头")
    _sizes(grid, plan)
    _fees(grid, plan)
    hint = plan.fees.letter("hint")
    hints = f"${hint}${plan.sizes.first}:${hint}${last}"
    grid.redden(hints, f'LEFT(${hint}{plan.sizes.first},1)="←"')
    rule, source = rule_of(plan.project), plan.project.scheme.source(rule_of(plan.project).source)
    grid.put(last + 1, 1, f"出处：{source.title} {rule.article}，详见“来源”。{rule.note}", "注")
    if other:
        grid.put(last + 2, 1, _OTHER, "注")
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:{hint}{last + (2 if other else 1)}", title_rows="1:1")


def _sizes(grid: Grid, plan: LeasePlan) -> None:
    """Write the size of building of each fee table."""
    block, tables = plan.sizes, rule_of(plan.project).fee_tables
    wrong = f"SUM({plan.tables.all('wrong')})+SUM({plan.tables.all('twice')})"
    lines = (("总层数", "storeys", str(MAX_STOREYS)), ("一梯几户", "landing", MAX_LANDING))
    for row, (label, key, high) in zip(block.rows, lines, strict=True):
        grid.put(row, 1, label, "标签")
        grid.put(row, 2, f"={plan.figure(key)}", "计算-whole")
        for index, column in enumerate(TABLES):
            sizes = [one.storeys if key == "storeys" else one.flats for one in tables]
            size = sizes[index] if index < len(sizes) else None
            grid.put(row, block.column(column), size, "输入-whole")
        for column in ("own", *((OTHER,) if plan.has(Topic.TERMS) else ())):
            grid.put(row, block.column(column), None, "计算-any")
        hint = f'=IF({wrong}=0,"","← 层数、户数都填整数，各表不重复")'
        grid.put(row, block.column("hint"), hint, "计算-any")
        area = f"{block.letter(TABLES[0])}{row}:{block.letter(TABLES[-1])}{row}"
        grid.limit(area, "whole", "1", high, label, f"请填 1 到 {high} 的整数")


def _fees(grid: Grid, plan: LeasePlan) -> None:
    """Write the fees by storey; blank where a table has no such storey."""
    block, tables, lease = plan.fees, rule_of(plan.project).fee_tables, plan.project.lease
    flaws = (*FLAWS, NO_OTHER) if plan.has(Topic.TERMS) else FLAWS
    columns = [*(table.fees for table in tables), *[()] * (len(TABLES) - len(tables)), lease.fees]
    keys = [*TABLES, "own"]
    if plan.has(Topic.TERMS):
        columns, keys = [*columns, lease.other_fees], [*keys, OTHER]
    for index, row in enumerate(block.rows):
        grid.put(row, 1, index + 1, "计算-whole")
        grid.put(row, 2, f"={plan.storey_table.at('standard', index)}", "计算-money")
        for key, fees in zip(keys, columns, strict=True):
            fee = fees[index] if index < len(fees) else None
            grid.put(row, block.column(key), None if fee is None else fee / 100, "输入-money")
        hint = word_of(plan.storey_table.at("flaw", index), flaws)
        grid.put(row, block.column("hint"), hint, "计算-any")
    area = f"{block.letter(TABLES[0])}{block.first}:{block.letter(keys[-1])}{block.last}"
    grid.limit(
        area, "decimal", "0", MAX_FEE_YUAN, "收费标准", f"请填 0 到 {MAX_FEE_YUAN} 元之间的数字"
    )
