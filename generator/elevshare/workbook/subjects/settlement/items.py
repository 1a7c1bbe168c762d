"""The cost items on 决算: planned and actual amounts."""

from __future__ import annotations

from elevshare.project import MAX_COSTS
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.table import (
    Column,
    FormulaTable,
    PartialFormula,
    TableRow,
    Text,
    beside,
    gaps,
    numbered,
    once,
)

TITLE = "决算"
#: The texts of 提示 for an actual amount, by number from 0.
PROBLEMS = ("", "√", "← 应填 0 或正数，写到分", "← “参数”第二节没有这一项", "还没有决算")


def typed(plan: Plan) -> Block:
    """The actual amounts on 专项, as typed."""
    return plan.table("settlement")


@once
def items(plan: Plan) -> FormulaTable:
    """The cost items, below three lines of text."""
    planned, cells = plan.items, typed(plan)

    def once_entered(key: str, head: str, fen: PartialFormula) -> Column:
        return Column(key, head, "money", lambda r: f'IF({r.entered}=1,{fen(r)}/100,"")')

    return FormulaTable("一、各项费用", TITLE, 8, MAX_COSTS, (
        numbered(),
        Column("item", "费用项目", "长", beside(planned, "item")),
        Column("pad", "", "长", lambda r: Text()),
        Column("planned", "计划（元）", "money", beside(planned, "yuan")),
        once_entered("actual", "实际（元）", lambda r: r.fen),
        once_entered("more", "实际－计划（元）", lambda r: f"({r.fen}-{r.planned_fen})"),
        *gaps(*(f"p{number}" for number in range(5)), "gap"),
        Column("planned_fen", "计划（分）", "whole", beside(planned, "fen")),
        Column("fen", "实际（分）", "whole",
               lambda r: f"IF({r.entered}=1,ROUND({cells.at('yuan', r.index)}*100,0),0)"),
        Column("wanted", "计划中（1/0）", "whole",
               lambda r: f"IF({planned.at('problem', r.index)}=0,0,1)"),
        Column("entered", "已决算（1/0）", "whole", lambda r: f"IF({r.problem}=1,1,0)"),
        Column("problem", "填写情况", "whole", lambda r: _problem(plan, r)),
    ), totals=("planned", "actual", "more"))  # fmt: skip


def _problem(plan: Plan, row: TableRow) -> str:
    """The number of the error in an actual amount; 0 if it is blank and may be."""
    cell, item = typed(plan).at("yuan", row.index), plan.items.at("item", row.index)
    stray = f'AND({item}="",{row.wanted}=0)'
    wrong = wrong_number(cell, "0", MAX_YUAN, 100)
    return f'IF({cell}="",IF({row.wanted}=1,4,0),IF({wrong}=1,2,IF({stray},3,1)))'
