"""账单: the households' bills, one or two on an A4 page, each with its calculation in words."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.bill import entries, full, half
from elevshare.workbook.papers.foreseen import foreseen
from elevshare.workbook.papers.layout import PaperLayout, write_forms
from elevshare.workbook.papers.printed import PaperCount
from elevshare.workbook.plan import Plan

TITLE, ROLE = "账单", "单据"
ABOUT = "缴款通知单，一户一张，印在 A4 上"


def layout(plan: Plan) -> PaperLayout:
    """The layout of this book's bills."""
    return half(plan) if plan.project.two_a_page else full(plan)


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: as many bills as household rows; bills are filled without gaps."""
    chosen = layout(plan)
    form = chosen.form(entries(plan), plan.shares.all("bill"), "本页没有账单")
    write_forms(grid, plan, chosen, form, count(plan), alone=True)


def count(plan: Plan) -> PaperCount:
    """How many bills there are, and how many were foreseen."""
    return PaperCount(plan.shares, plan.flats, foreseen(plan.project, plan.flats))
