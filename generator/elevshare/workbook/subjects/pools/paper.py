"""What pools add to the bills and to the notice."""

from __future__ import annotations

from elevshare.project import Topic
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow
from elevshare.workbook.papers.paper import of
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.pools import tables


def full(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """A bill of a whole page, with the main part, the pools' part, and how the latter comes about."""
    if not plan.has(Topic.POOLS):
        return layout
    return layout.with_rows(
        {
            "storey_amount storey_area": PaperRow("main_due pooled_due"),
            "tail": PaperRow("pool_words", 36.0),
        }
    )


def half(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """The same for half a page."""
    if not plan.has(Topic.POOLS):
        return layout
    return layout.with_rows(
        {"tail": PaperRow("pool_words", 25.5)},
        {"storey_amount storey_area due": PaperRow("storey_amount main_due pooled_due due", 18.0)},
    )


def entries(plan: Plan) -> dict[str, Entry]:
    """Key → entry of a bill."""
    if not plan.has(Topic.POOLS):
        return {}
    rows = tables.households(plan)
    return {
        "main_due": Entry("本户主项", of(plan.shares.all("main_fen"), "/100"), "金额"),
        "pooled_due": Entry("本户分项", of(rows.all("pooled"), "/100"), "金额"),
        "pool_words": Entry("分项怎么算", of(rows.all("words")), "说明"),
    }


def less(plan: Plan) -> str:
    """What the notice says of the main net amount, to append to a constant text."""
    return "；主项＝净额－分项费用，各户＝主项＋各分项" if plan.has(Topic.POOLS) else ""


def sentences(plan: Plan) -> dict[str, str]:
    """Label → address of the sentence on the notice about the pools."""
    return {"分项": tables.pools(plan).at("every", 0)} if plan.has(Topic.POOLS) else {}
