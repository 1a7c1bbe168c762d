"""分摊: all steps from the net amount to every household's amount."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook import cut_numbers, seal
from elevshare.workbook.grid import Grid
from elevshare.workbook.papers import masking
from elevshare.workbook.payee import account
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.others import tables as others
from elevshare.workbook.subjects.sharing import carrying, instalments
from elevshare.workbook.subjects.sharing.grants import government, tiers

TITLE, ROLE = "分摊", "计算"
ABOUT = "从净额到各层、各户的金额，右侧是取整过程"

_WORKING = 13


def write(grid: Grid, plan: Plan) -> None:
    """Write the sheet: figures, storeys, households, subsidy; working columns to the right."""
    grid.widths(10, 10, 13, 14, 14, 12, 11, 15, 11, 14, 14, 3, *([11] * 80))
    grid.put(1, 1, "分摊计算（全部由公式得出，请勿改动）", "标题")
    grid.height(1, 28)
    grid.put(2, 1, f"={plan.master}", "副标题")
    grid.put(1, _WORKING, "以下各列是取整过程：按最大余数法，整数运算，逐格可核", "节")
    plan.figures.write(grid)
    plan.switches.write_beside(grid, _WORKING)
    plan.storey_table.write(grid)
    plan.shares.write(grid)
    grid.put(plan.grants.first_row - 2, 1, "三、补贴规则的计算（参数选“按规则计算”时采用）", "节")
    plan.grants.write(grid, what="步骤")
    for table in (
        government(plan),
        plan.items,
        tiers(plan),
        plan.refunds,
        *((carrying.table(plan),) if plan.carriers else ()),
        *((plan.groups,) if plan.terms else ()),
        *((others.table(plan),) if plan.has(Topic.OTHERS) else ()),
        plan.readings,
        plan.spellings,
        instalments.table(plan),
        account(plan),
        masking.names(plan),
        seal.facts(plan),
        cut_numbers.table(plan),
    ):
        table.write(grid)
    grid.sheet.freeze_panes = "C4"
    grid.page(f"A1:K{government(plan).end}", landscape=True)
