"""The money of others as read, and what it adds to figures, bills and notices."""

from __future__ import annotations

from elevshare.project import MAX_OTHERS, Topic
from elevshare.workbook.amount_text import grouped
from elevshare.workbook.field import MAX_YUAN
from elevshare.workbook.figures import Figure, money
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow
from elevshare.workbook.papers.paper import when
from elevshare.workbook.plan import Plan
from elevshare.workbook.readings import wrong_number
from elevshare.workbook.subjects.others.inputs import ACTUAL
from elevshare.workbook.table import Column, FormulaTable, TableRow, gaps, numbered, once

#: The texts of 提示, by number from 0.
PROBLEMS = ("", "√", "← 应填 0 或正数，写到分", "← 写明谁出的钱")


@once
def table(plan: Plan) -> FormulaTable:
    """The sources as read; an invalid amount counts as 0."""
    typed = plan.table("others")

    def name(row: TableRow) -> str:
        return f'{typed.at("source", row.index)}&""'

    def problem(row: TableRow) -> str:
        cell = typed.at("yuan", row.index)
        wrong = wrong_number(cell, "0", MAX_YUAN, 100)
        return f'IF({cell}="",0,IF({wrong}=1,2,IF({row.source}="",3,1)))'

    def told(row: TableRow) -> str:
        return f'IF({row.fen}=0,"",{row.source}&" "&{grouped(row.yuan)}&" 元、")'

    return FormulaTable("其他来源的读数", "分摊", plan.splits_end + 4, MAX_OTHERS, (
        numbered(),
        Column("source", "谁出的钱", "长", name),
        *gaps("pad"),
        Column("yuan", "金额（元）", "money", lambda r: f"{r.fen}/100"),
        Column("fen", "金额（分）", "whole",
               lambda r: f"IF(OR({r.problem}=1,{r.problem}=3),ROUND({typed.at('yuan', r.index)}*100,0),0)"),
        Column("problem", "填写情况", "whole", problem),
        Column("told", "文字", "any", told),
    ))  # fmt: skip


def figures(plan: Plan) -> dict[str, Figure]:
    """The figure of 分摊; none in a book without such money."""
    if not plan.has(Topic.OTHERS):
        return {}
    return {
        "others": money("减：其他来源", "“专项”所填各项之和；不用还的",
                        lambda f: f"SUM({table(plan).all('fen')})"),
    }  # fmt: skip


def actual(plan: Plan) -> dict[str, Figure]:
    """The figure of 决算."""
    if not plan.has(Topic.OTHERS):
        return {}
    given = plan.number(ACTUAL.key)
    return {
        "others": money("减：其他来源", "“专项”的实际其他来源；空着则按计划",
                        lambda f: f"IF({given}<0,{plan.figure('others')},ROUND({given}*100,0))"),
    }  # fmt: skip


def chain(plan: Plan) -> str:
    """How the net amount comes about, as a note."""
    return f"总费用－补贴{less(plan)}＋补偿支出"


def less(plan: Plan) -> str:
    """The money of others in the formula of the net amount, as text."""
    return "－其他来源" if plan.has(Topic.OTHERS) else ""


def words(plan: Plan) -> str:
    """A formula: who gives how much, as text."""
    told = "&".join(table(plan).at("told", index) for index in range(MAX_OTHERS))
    return f'IF({plan.figure("others")}=0,"没有其他来源",LEFT({told},LEN({told})-1))'


def sentences(plan: Plan) -> dict[str, str]:
    """Label → address of the sentence on the notice."""
    return {"其他来源": words(plan)} if plan.has(Topic.OTHERS) else {}


def entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry of a bill."""
    if not plan.has(Topic.OTHERS):
        return {}
    return {
        "others": Entry("减：其他来源", when(plan.figure_yuan("others")), "金额"),
        "others_of": Entry("谁出的", when(words(plan)), "说明"),
    }


def full(plan: Plan, layout: PaperLayout, height: float = 42.0) -> PaperLayout:
    """A paper of a whole page with the money of others, in a row of a height in points."""
    if not plan.has(Topic.OTHERS):
        return layout
    return layout.with_rows({"cost subsidy": PaperRow("others others_of", height)})


def half(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """The same for half a page."""
    if not plan.has(Topic.OTHERS):
        return layout
    row = PaperRow("others others_of", 16.5, (1, 5))
    return layout.with_rows({"cost subsidy compensation net": row})
