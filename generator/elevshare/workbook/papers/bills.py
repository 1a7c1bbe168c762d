"""账单: the households' bills, one or two on an A4 page, each complete and calculated in words."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.papers.bill import FULL, HALF, entries
from elevshare.workbook.papers.layout import PaperLayout, write_forms
from elevshare.workbook.plan import Plan

TITLE, ROLE = "账单", "单据"
ABOUT = "缴款通知单，一户一张，印在 A4 上"


def layout(plan: Plan) -> PaperLayout:
    """How a bill of this book stands on its page."""
    return HALF if plan.project.two_a_page else FULL


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: a bill for every household row, filled from the first on."""
    chosen = layout(plan)
    form = chosen.form(entries(plan), plan.shares.all("bill"), "本页没有账单")
    write_forms(grid, chosen, form, plan.flats, len(plan.project.flats) or plan.flats)
