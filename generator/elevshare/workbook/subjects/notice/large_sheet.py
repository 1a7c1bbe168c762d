"""公示大字 of a contribution book."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers import large
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice import sentences
from elevshare.workbook.subjects.settlement import places as settlement

TITLE, ROLE, ABOUT = large.TITLE, large.ROLE, large.ABOUT


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet."""
    total = ("各户合计应分摊", plan.figure_yuan("net"))
    cost, subsidy = (f"FIXED({plan.figure_yuan(key)},2)" for key in ("cost", "subsidy"))
    large.write_large(
        grid, plan, sentences.lines(plan), "加装电梯出资公示", total, "due", "应分摊（元）",
        f'"总费用 "&{cost}&" 元，补贴 "&{subsidy}&" 元"',
        f"{settlement.figures(plan).ready}=1" if plan.has(Topic.SETTLEMENT) else "",
    )  # fmt: skip
