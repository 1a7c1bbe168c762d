"""What pools add to the figures of 分摊 and 决算."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.figures import Figure, Figures, money
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.pools import splits
from elevshare.workbook.subjects.pools.tables import PLANNED


def figures(plan: Plan, name: str = PLANNED) -> dict[str, Figure]:
    """The cost of the pools and the main net amount; nothing in a book without pools."""
    if not plan.has(Topic.POOLS):
        return {}
    return {
        "pooled": money("其中分项费用", "另有分法，见“分项”", lambda f: splits.pooled(plan, name)),
        "main": money("其中主项净额", "净额－分项费用：按下面的办法分摊",
                      lambda f: f"MAX(0,{f.net}-{f.pooled})"),
    }  # fmt: skip


def main_net(figures: Figures) -> str:
    """The key of the amount that the main rule shares."""
    return "main" if "main" in figures.figures else "net"


def net_word(plan: Plan) -> str:
    """What texts call the amount that the main rule shares."""
    return "主项净额" if plan.has(Topic.POOLS) else "净额"


def main_fen(households: Block) -> str:
    """The column of what a household owes by the main rule."""
    return "main_fen" if "main_fen" in households.columns else "fen"
