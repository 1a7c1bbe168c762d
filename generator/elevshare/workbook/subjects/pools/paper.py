"""What pools add to the bills and to the notice."""

from __future__ import annotations

from collections.abc import Mapping

from elevshare.project import Topic
from elevshare.workbook.papers.layout import Entry, PaperLayout, PaperRow
from elevshare.workbook.papers.paper import of
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.notice.lines import seated
from elevshare.workbook.subjects.pools import tables
from elevshare.workbook.table import Column

#: The widths of the columns of the notice, with and without reasons of households.
_WITH_REASONS = (5.0, 6.5, 7.0, 4.5, 8.0, 4.5, 9.0, 11.0, 10.0, 9.5)
_WIDTHS = (5.0, 7.0, 8.5, 5.0, 8.5, 5.0, 9.5, 11.5, 10.5, 5.0)


def full(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """A bill of a whole page, with the main part, the pools' part, and how the latter comes about."""
    if not plan.has(Topic.POOLS):
        return layout
    return layout.with_rows(
        {
            "words": PaperRow("main_due pooled_due"),
            "main_due pooled_due": PaperRow("pool_words", 40.0),
        },
    )


def half(plan: Plan, layout: PaperLayout) -> PaperLayout:
    """The same for half a page."""
    if not plan.has(Topic.POOLS):
        return layout
    return layout.with_rows(
        {
            "words": PaperRow("main_due pooled_due", cells=(3, 3)),
            "main_due pooled_due": PaperRow("pool_words", 25.5),
        },
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


def more(plan: Plan) -> tuple[str, ...]:
    """The further columns of the households on the notice."""
    return ("pooled",) if plan.has(Topic.POOLS) else ()


def notice_columns(
    plan: Plan, columns: Mapping[str, tuple[str, str]], widths: tuple[float, ...]
) -> tuple[Mapping[str, tuple[str, str]], tuple[float, ...]]:
    """The columns of the households on the notice with their widths, with that of the pools."""
    if not plan.has(Topic.POOLS):
        return columns, widths
    found: dict[str, tuple[str, str]] = {}
    for key, column in columns.items():
        found |= {key: column, **({"pooled": ("其中分项", "单据-表额")} if key == "due" else {})}
    return found, _WITH_REASONS if plan.terms else _WIDTHS


def pooled(plan: Plan) -> tuple[Column, ...]:
    """The column of the notice's list of households with each one's part of the pools."""
    if not plan.has(Topic.POOLS):
        return ()
    cells = tables.households(plan).all("pooled")
    return (seated("pooled", "其中分项（元）", "money", lambda r: f"INDEX({cells},{r.row})/100"),)


def less(plan: Plan) -> str:
    """What the notice says of the main net amount, to append to a constant text."""
    return "；主项＝净额－分项费用，各户＝主项＋各分项" if plan.has(Topic.POOLS) else ""


def sentences(plan: Plan) -> dict[str, str]:
    """Label → address of the sentence on the notice about the pools."""
    return {"分项": f"{tables.TITLE}!$A$3"} if plan.has(Topic.POOLS) else {}
