"""参数 of a lease book: the single inputs, and the fees of every storey."""

from __future__ import annotations

from elevshare.leasing import rule_of
from elevshare.project import MAX_STOREYS
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.calc.storeys import FLAWS
from elevshare.workbook.lease.fields import MAX_FEE_YUAN, MAX_LANDING, TABLES
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.readings import word_of
from elevshare.workbook.sheets.inputs import write_sections

TITLE, ROLE = "参数", "输入"
ABOUT = "楼栋、收费的月份、收款账户、收费标准"

_HEADS = ["楼层", "本楼采用", "表 1", "表 2", "表 3", "表 4", "自定", "提示"]


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    last = plan.fees.last
    grid.widths(19, 38, 10, 10, 10, 10, 10, 28)
    grid.put(1, 1, "参数：黄色格子可以填，其余由公式计算", "标题")
    grid.height(1, 28)
    write_sections(grid, plan, TITLE)
    grid.redden(f"$C$3:$C${plan.sizes.first - 2}", 'LEFT($C3,1)="←"')
    grid.row(plan.sizes.first - 1, 1, [*_HEADS], "表头")
    _sizes(grid, plan)
    _fees(grid, plan)
    hints = f"$H${plan.sizes.first}:$H${last}"
    grid.redden(hints, f'LEFT($H{plan.sizes.first},1)="←"')
    rule, source = rule_of(plan.project), plan.project.scheme.source(rule_of(plan.project).source)
    grid.put(last + 1, 1, f"出处：{source.title} {rule.article}，详见“来源”。{rule.note}", "注")
    grid.sheet.freeze_panes = "A2"
    grid.page(f"A1:H{last + 1}", title_rows="1:1")


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
        grid.put(row, block.column("own"), None, "计算-any")
        hint = f'=IF({wrong}=0,"","← 层数、户数都填整数，各表不重复")'
        grid.put(row, block.column("hint"), hint, "计算-any")
        area = f"{block.letter(TABLES[0])}{row}:{block.letter(TABLES[-1])}{row}"
        grid.limit(area, "whole", "1", high, label, f"请填 1 到 {high} 的整数")


def _fees(grid: Grid, plan: LeasePlan) -> None:
    """Write the fees by storey; blank where a table has no such storey."""
    block, tables, own = plan.fees, rule_of(plan.project).fee_tables, plan.project.lease.fees
    columns = [*(table.fees for table in tables), *[()] * (len(TABLES) - len(tables)), own]
    for index, row in enumerate(block.rows):
        grid.put(row, 1, index + 1, "计算-whole")
        grid.put(row, 2, f"={plan.storey_table.at('standard', index)}", "计算-money")
        for key, fees in zip((*TABLES, "own"), columns, strict=True):
            fee = fees[index] if index < len(fees) else None
            grid.put(row, block.column(key), None if fee is None else fee / 100, "输入-money")
        hint = word_of(plan.storey_table.at("flaw", index), FLAWS)
        grid.put(row, block.column("hint"), hint, "计算-any")
    area = f"{block.letter(TABLES[0])}{block.first}:{block.letter('own')}{block.last}"
    grid.limit(
        area, "decimal", "0", MAX_FEE_YUAN, "收费标准", f"请填 0 到 {MAX_FEE_YUAN} 元之间的数字"
    )
