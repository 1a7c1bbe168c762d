"""签字表 of a contribution book."""

from __future__ import annotations

from elevshare.workbook.grid import Grid
from elevshare.workbook.papers import signing
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice import sentences

TITLE, ROLE, ABOUT = signing.TITLE, signing.ROLE, signing.ABOUT


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    amount = ("应分摊（元）", "due", f"SUM({plan.shares.all('fen')})/100")
    signing.write_signing(grid, plan, sentences.lines(plan), "加装电梯住户签字表", amount)
