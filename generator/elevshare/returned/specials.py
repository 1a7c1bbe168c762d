"""专项 of a book that came back: what its subjects ask for, as far as the book has them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from elevshare.project import Project, Topic
from elevshare.returned.cells import Cells, amounts, at
from elevshare.returned.financing import budget_of, with_fund
from elevshare.returned.notices import changes_of, notice_of
from elevshare.returned.singles import Singles
from elevshare.rules import late, upkeep
from elevshare.rules.compensation import Compensation, Way
from elevshare.rules.consent import Voting
from elevshare.rules.loan import Loan
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.changes import register as changes
from elevshare.workbook.subjects.late.inputs import MANUAL
from elevshare.workbook.subjects.upkeep.places import UpkeepPlaces


def with_specials(project: Project, cells: Cells, singles: Singles, plan: Plan) -> Project:
    """The project with what 专项 and 变更 say."""
    given: dict[str, Any] = {}
    if plan.has(Topic.COMPENSATION):
        given["payouts"] = _payouts(singles)
    if plan.has(Topic.CONSENT):
        given["voting"] = singles.into(Voting(), "voting")
    if plan.has(Topic.UPKEEP):
        given["upkeep"] = _upkeep(cells, singles, UpkeepPlaces(plan).typed)
    if plan.has(Topic.FINANCE):
        given["budget"] = budget_of(cells, plan)
    if plan.has(Topic.LOANS):
        given["loan"] = singles.into(Loan(), "loan")
    if plan.has(Topic.LATE):
        given["joining"] = _joining(singles)
    if plan.has(Topic.CHANGES):
        given["changes"] = tuple(changes_of(cells, changes.typed(plan)))
    if plan.has(Topic.NOTICE):
        given["notice"] = notice_of(cells, singles, plan)
    known = replace(project, **given)
    return with_fund(known, cells, singles, plan) if plan.has(Topic.FUND) else known


def _payouts(singles: Singles) -> Compensation:
    """How low floors are compensated; a way that is none pays nothing."""
    stated = singles.into(Compensation(), "payouts")
    return stated if stated.way else Compensation(Way.POOL)


def _upkeep(cells: Cells, singles: Singles, block: Block) -> upkeep.Upkeep:
    """The running cost of a year."""
    items = [
        upkeep.UpkeepItem(cells.text(at(block, row)("item")), found.units)
        for row, found in amounts(cells, block, "yuan", "运维金额")
        if found.right
    ]
    return replace(singles.into(upkeep.Upkeep(), "upkeep"), items=tuple(items))


def _joining(singles: Singles) -> late.Joining:
    """Who joins later, and on what terms."""
    stated = singles.into(late.Joining(), "joining")
    if not singles.choice("late_original", {MANUAL: True}, False):
        return replace(stated, original=None)
    # As the book: nothing is worked out until the amount is there.
    return late.Joining() if stated.original is None else stated
