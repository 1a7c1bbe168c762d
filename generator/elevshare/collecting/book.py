"""Assemble a summary of many books."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.record import Collection
from elevshare.collecting.sheets import (
    application,
    checking,
    cover,
    findings,
    origins,
    refused,
    returned,
    totals,
)
from elevshare.workbook.book import assembled
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.grid import Grid

#: The sheets but 说明, in their order.
MODULES = (returned, totals, application, findings, refused, checking, origins)


def make_summary(collection: Collection) -> bytes:
    """The summary of a collection, as the bytes of an .xlsx file."""
    return filled(draft(SummaryPlan(collection)))


def draft(plan: SummaryPlan) -> bytes:
    """The summary without cached values, not compressed."""
    contents = [(m.TITLE, m.ROLE, m.ABOUT) for m in MODULES]
    sheets: list[tuple[str, str, Callable[[Grid], None]]] = [
        (cover.TITLE, cover.ROLE, partial(cover.write, plan=plan, contents=contents)),
        *((m.TITLE, m.ROLE, partial(m.write, plan=plan)) for m in MODULES),
    ]
    return assembled(sheets, addresses(plan), "加装电梯汇总簿", plan.version)


def addresses(plan: SummaryPlan) -> dict[str, str]:
    """Defined names of a summary; a range has one cell a book, amounts are in yuan.

    A book of one building has other names, so that neither is taken for the other.
    """
    returned, table = plan.returned, plan.table
    totals = ("cost", "subsidy", "compensation", "net", "owed", "paid", "left", "grant")
    return {
        "summary_file": returned.all("file"),
        "summary_take": returned.all("take"),
        "summary_state": returned.all("state"),
        "summary_net": table.all("net"),
        **{f"sum_{key}": plan.figures.yuan(key) for key in totals},
        "sum_books": plan.figure("books"),
        "sum_counted": plan.figure("counted"),
        "failed_checks": plan.failed,
        "scheme_id": plan.scheme_id,
        "book_version": plan.book_version,
    }
