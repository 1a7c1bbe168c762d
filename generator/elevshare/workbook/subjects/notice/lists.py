"""The lists of 公示 without gaps: items, storeys and households."""

from __future__ import annotations

from elevshare.project import MAX_COSTS
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice.lines import (
    copied,
    households_packed,
    packed,
    resident,
    seated,
)
from elevshare.workbook.subjects.notice.working_days import SHEET, calendar
from elevshare.workbook.subjects.pools.paper import pooled
from elevshare.workbook.table import FormulaTable, TableRow, once


@once
def items(plan: Plan) -> FormulaTable:
    """The filled cost items."""
    source = plan.items

    def item(row: TableRow) -> str:
        name = f"INDEX({source.all('item')},{row.row})"
        return f'IF({name}="","（没有写名称）",{name})'

    return FormulaTable("四、费用项目", SHEET, calendar(plan).last + 4, MAX_COSTS, (
        *packed(source, "problem"),
        seated("yuan", "金额（元）", "money", lambda r: f"INDEX({source.all('fen')},{r.row})/100"),
        seated("item", "费用项目", "长", item),
    ))  # fmt: skip


@once
def storey_table(plan: Plan) -> FormulaTable:
    """The storeys with households."""
    source = plan.storey_table
    return FormulaTable("五、有住户的楼层", SHEET, items(plan).last + 4, plan.storeys, (
        *packed(source, "flats"),
        copied(source, "storey", "楼层", "any" if plan.half_stops else "whole"),
        copied(source, "amount", "本层金额（元）", "money"),
    ))  # fmt: skip


@once
def flats(plan: Plan) -> FormulaTable:
    """The households that count; names may be reduced to the first character."""
    source = plan.shares

    def tail(row: TableRow) -> str:
        given = f"INDEX({source.all('extra')},{row.row})"
        if plan.carriers:  # whose part others carry gets nothing itself
            given = f"{given}*INDEX({source.all('take')},{row.row})"
        extra = f'IF({given}=1,"补","")'
        rest, rest_row = plan.figure("rest"), plan.figure("rest_row")
        why = f'INDEX({plan.households.all("reason")},{row.row})&" "&' if plan.terms else ""
        return f'{why}{extra}&IF(AND({rest}>0,{rest_row}={row.row}),"余","")'

    return FormulaTable("六、住户", SHEET, storey_table(plan).last + 4, plan.flats, (
        *households_packed(plan),
        resident(plan),
        copied(source, "storey", "楼层", "any" if plan.half_stops else "whole"),
        copied(source, "taking", "参与", "any"),
        copied(source, "coefficient", "计入系数", "fine"),
        copied(source, "due", "应分摊（元）", "money"),
        *pooled(plan),
        seated("tail", "尾差", "any", tail),
    ))  # fmt: skip
