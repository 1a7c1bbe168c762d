"""The cost items on 分摊, as read."""

from __future__ import annotations

from elevshare.project import MAX_COSTS
from elevshare.workbook.field import NO, YES
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.sharing import grants
from elevshare.workbook.table import Column, FormulaTable, TableRow, gaps, numbered

#: The texts of 提示 for a cost item, by number from 0.
PROBLEMS = ("", "√", "← 应填数字", "← 不能是负数", "← 最多两位小数", "← 应选是或否")


def items(plan: Plan) -> FormulaTable:
    """The items in fen; an invalid amount counts as 0."""
    typed = plan.costs

    def number(row: TableRow) -> str:
        return f"IFERROR({typed.at('yuan', row.index)}*1,0)"

    def problem(row: TableRow) -> str:
        yuan, eligible = (typed.at(key, row.index) for key in ("yuan", "eligible"))
        chosen = f'OR({eligible}="{YES}",{eligible}="{NO}")'
        return (
            f'IF({yuan}="",0,IF(IFERROR({yuan}*1,"x")="x",2,IF({number(row)}<0,3,'
            f"IF(ABS({number(row)}*100-{row.fen})>0.0001,4,IF({chosen},1,5)))))"
        )

    return FormulaTable("五、建设费用", "分摊", grants.government(plan).last + 4, MAX_COSTS, (
        numbered(),
        Column("item", "费用项目", "长", lambda r: f'{typed.at("item", r.index)}&""'),
        *gaps("pad"),
        Column("yuan", "金额（元）", "money", lambda r: f'IF({r.problem}=0,"",{r.fen}/100)'),
        Column("fen", "金额（分）", "whole", lambda r: f"ROUND({number(r)}*100,0)"),
        Column("eligible", "计入补贴（分）", "whole",
               lambda r: f'IF({typed.at("eligible", r.index)}="{YES}",{r.fen},0)'),
        Column("problem", "填写情况", "whole", problem),
    ), totals=("yuan",))  # fmt: skip
