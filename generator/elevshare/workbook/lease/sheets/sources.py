"""来源 of a lease book: all printed fees, and which printed months are rounded."""

from __future__ import annotations

from collections.abc import Iterator

from elevshare.leasing import rule_of
from elevshare.schemes.parts.lease import LeaseTable
from elevshare.workbook.grid import Grid
from elevshare.workbook.lease.fields import CHARGES, TABLES
from elevshare.workbook.lease.plan import LeasePlan
from elevshare.workbook.origin import Origin, article_of, shipped_by
from elevshare.workbook.sheets import holidays
from elevshare.workbook.sheets.sources import write_origins

TITLE, ROLE = "来源", "来源"
ABOUT = "每个收费标准出自哪份文件，是否改动过"


def write(grid: Grid, plan: LeasePlan) -> None:
    """Write the sheet."""
    rule = rule_of(plan.project)
    notes = (("收费说明", rule.note or "无"), ("收费单位", CHARGES[rule.charge]))
    origins = [
        *(one for key, table in zip(TABLES, rule.tables, strict=False) for one in _table(plan, key, table)),
        *shipped_by(plan, plan.fields),
    ]  # fmt: skip
    end = write_origins(grid, plan, notes, origins)
    last = _conversions(grid, plan, end + 2)
    heads = end - len(origins) - 2
    # Of two tables the heads of one would stand above the rows of the other.
    below = holidays.write(grid, plan, last)
    alone = f"{heads}:{heads}" if below == end + 2 else ""
    grid.page(f"A1:H{below}", landscape=True, title_rows=alone)


def _name(one: LeaseTable) -> str:
    return f"{one.table.storeys} 层楼一梯 {one.table.flats} 户"


def _table(plan: LeasePlan, key: str, one: LeaseTable) -> Iterator[Origin]:
    """The size of building and the fees of one fee table."""
    scheme = plan.project.scheme
    article, source = article_of(scheme, rule_of(plan.project)), scheme.source(one.source)
    sizes = (("总层数", one.table.storeys), ("一梯几户", one.table.flats))
    for line, (label, size) in enumerate(sizes):
        name, cell = f"{_name(one)}的表：{label}", plan.sizes.at(key, line)
        yield Origin(name, size, cell, "whole", article, source)
    for storey, fee in enumerate(one.table.fees, 1):
        name, cell = f"{_name(one)} {storey} 层", plan.fees.at(key, storey - 1)
        yield Origin(name, fee / 100, cell, "money", article, source)


def _conversions(grid: Grid, plan: LeasePlan, start: int) -> int:
    """Write the yearly fees that the source prints as monthly ones; some are rounded.

    Gives the last row.
    """
    lines = [
        (f"{_name(one)} {storey} 层", printed / 100, plan.fees.at(key, storey - 1))
        for key, one in zip(TABLES, rule_of(plan.project).tables, strict=False)
        for storey, printed in enumerate(one.printed, 1)
    ]
    if not lines:
        return start
    grid.put(start, 1, "来源另印的折合月费（年费÷12 的取整数，不作收费依据）", "节")
    grid.row(start + 1, 1, ["参数", "印的月费", "年费÷12", "是否取整"], "表头")
    for row, (name, printed, cell) in enumerate(lines, start + 2):
        grid.put(row, 1, name, "标签")
        grid.put(row, 2, printed, "计算-money")
        grid.put(row, 3, f"=IFERROR({cell}/12,0)", "计算-money")
        grid.put(row, 4, f'=IF(IFERROR({cell}*1,0)=$B{row}*12,"正好","取整数")', "计算-any")
    return start + 1 + len(lines)
