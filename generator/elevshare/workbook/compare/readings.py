"""读数: the inputs as numbers, read once for all schemes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from elevshare.project import MAX_COSTS
from elevshare.workbook.field import MAX_YUAN, NO
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.grid import Grid
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.sharing import figures as sharing
from elevshare.workbook.subjects.sharing.inputs import FORMS, WITHIN
from elevshare.workbook.subjects.sharing.roster import RosterReading, owner, room, taking_storey
from elevshare.workbook.table import Column, FormulaTable, TableRow, Text, gaps, numbered

if TYPE_CHECKING:
    from elevshare.workbook.compare.plan import ComparePlan

TITLE, ROLE = "读数", "计算"


def write(grid: Grid, plan: ComparePlan) -> None:
    """Write the sheet."""
    grid.widths(8, 14, 22, 14, 14, 12, 10, 12, 14, 14)
    grid.put(1, 1, "读数：把填写的内容读成数字（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    plan.figures.write(grid)
    for table in (plan.shares, plan.items, plan.schemes, plan.readings, plan.spellings):
        table.write(grid)
    grid.sheet.freeze_panes = "A4"
    grid.page(f"A1:J{plan.readings.last}", landscape=True)


def figures(plan: ComparePlan) -> Figures:
    """What all schemes share."""
    p, n = plan.parameter, plan.number
    return Figures(TITLE, 4, {
        "cost": money("总费用", "各项建设费用之和", lambda f: f"SUM({plan.items.all('fen')})"),
        "compensation": money("补偿支出", "付给低层住户", lambda f: f"ROUND({n('compensation')}*100,0)"),
        "unit": Figure("计算单位", "参数所选单位合多少分", lambda f: sharing.unit(p("unit"))),
        "to_all": Figure("全体分担（1/0）", "退出份额由全体分担为 1", lambda f: sharing.to_all(p("opt_out"))),
        "top": Figure("最高楼层", "楼层不能高于它",
                      lambda f: sharing.top(n("storeys"), plan.weights.all("storey"))),
        "base": Figure("基准是第几个方案", "在“参数”第三节选",
                       lambda f: f"IFERROR(MATCH({p('base')},{plan.schemes.all('name')},0),1)"),
        "households": Figure("有填写的户数", None, lambda f: f"SUM({plan.shares.all('filled')})"),
        "taking": Figure("参与的户数", None, lambda f: f"SUM({plan.shares.all('take')})"),
    })  # fmt: skip


def households(plan: ComparePlan) -> FormulaTable:
    """The households as read."""
    reading = RosterReading(plan, lambda r: f'{r.taking_answer}="{NO}"', {"owner": "业主"})
    columns = (numbered(), room(plan), *reading.columns(), taking_storey(), owner(plan))
    return FormulaTable("一、住户", TITLE, plan.figures.last_row + 4, plan.flats, columns)


def items(plan: ComparePlan) -> FormulaTable:
    """The cost items as read."""

    def cell(row: TableRow) -> str:
        return plan.costs.at("yuan", row.index)

    return FormulaTable("二、建设费用", TITLE, plan.shares.last + 4, MAX_COSTS, (
        numbered(),
        *gaps("pad1", "pad2"),
        Column("fen", "金额（分）", "whole", lambda r: _amount(cell(r), r)),
        Column("problem", "有误（1/0）", "whole", lambda r: _wrong(cell(r))),
    ))  # fmt: skip


def schemes(plan: ComparePlan) -> FormulaTable:
    """The inputs of each scheme as read; one row for each scheme."""
    parts = plan.parts

    def subsidy(row: TableRow) -> str:
        return parts[row.index].choice("subsidy")

    def wrong_choice(row: TableRow) -> str:
        part = parts[row.index]
        right = (_is_one(part.choice("form"), FORMS.values()),
                 _is_one(part.choice("within"), WITHIN.values()))  # fmt: skip
        return f"IF(AND({','.join(right)}),0,1)"

    return FormulaTable("三、各方案", TITLE, plan.items.last + 4, len(parts), (
        Column("mark", "代称", "any", lambda r: Text(parts[r.index].mark)),
        Column("name", "方案", "长", lambda r: Text(parts[r.index].project.scheme.name)),
        Column("shown", "图例", "长", lambda r: Text(parts[r.index].head)),
        Column("subsidy", "补贴（分）", "whole", lambda r: _amount(subsidy(r), r)),
        Column("problem", "补贴有误（1/0）", "whole", lambda r: _wrong(subsidy(r))),
        Column("wrong_choice", "办法选错（1/0）", "whole", wrong_choice),
    ))  # fmt: skip


def _amount(cell: str, row: TableRow) -> str:
    """An amount in yuan as fen; empty if it is invalid."""
    return f"IF({row.problem}=1,0,ROUND(IFERROR({cell}*1,0)*100,0))"


def _wrong(cell: str) -> str:
    """1 if a cell is not an amount in yuan, else 0."""
    return wrong_number(cell, "0", MAX_YUAN, 100)


def _is_one(cell: str, words: Iterable[str]) -> str:
    """Whether a cell has one of a few words."""
    return "OR(" + ",".join(f'{cell}="{word}"' for word in words) + ")"
