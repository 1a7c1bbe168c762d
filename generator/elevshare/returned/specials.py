"""专项 of a book that came back: what its subjects ask for, as far as the book has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from elevshare.project import Project, Topic
from elevshare.returned.cells import Cells, amounts, at
from elevshare.returned.financing import budget_of, loan_of, with_fund
from elevshare.returned.notices import changes_of, notice_of
from elevshare.returned.singles import Singles
from elevshare.rules import late, upkeep
from elevshare.rules.compensation import Compensation, Way
from elevshare.rules.consent import Voting
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan
from elevshare.workbook.subjects.changes import register as changes
from elevshare.workbook.subjects.consent.inputs import RULES
from elevshare.workbook.subjects.late.inputs import MANUAL
from elevshare.workbook.subjects.upkeep.inputs import PAYERS, PERIODS, SHARING
from elevshare.workbook.subjects.upkeep.tables import typed

_WAYS = {way.value: way for way in Way}
_LATE_WAYS = {way.value: way for way in late.Way}
_BASES = {basis.value: basis for basis in late.Basis}


def with_specials(project: Project, cells: Cells, singles: Singles, plan: Plan) -> Project:
    """The project with what 专项 and 变更 say."""
    given: dict[str, Any] = {}
    if plan.has(Topic.COMPENSATION):
        given["payouts"] = _payouts(singles)
    if plan.has(Topic.CONSENT):
        given["voting"] = _voting(singles)
    if plan.has(Topic.UPKEEP):
        given["upkeep"] = _upkeep(cells, singles, typed(plan))
    if plan.has(Topic.FINANCE):
        given["budget"] = budget_of(cells, plan)
    if plan.has(Topic.LOANS):
        given["loan"] = loan_of(singles)
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
    pays_nothing = Compensation(Way.POOL)
    way = singles.choice("payout_way", _WAYS, None)
    if way is None:
        return pays_nothing
    return Compensation(
        way=way,
        first=singles.known("payout_first"),
        second=singles.known("payout_second"),
        pool=singles.known("payout_pool"),
        household_cap=singles.yes("payout_household_cap"),
        total_cap=singles.number("payout_total_cap"),
    )


def _voting(singles: Singles) -> Voting:
    """Which rule the vote is held against, and what is declared."""
    names: Mapping[str, str] = {rule.name: rule.name for rule in RULES}
    rule = singles.choice("consent_rule", names, "")
    return Voting(rule, singles.yes("consent_part"), singles.yes("consent_peace"))


def _upkeep(cells: Cells, singles: Singles, block: Block) -> upkeep.Upkeep:
    """The running cost of a year."""
    items = [
        upkeep.UpkeepItem(cells.text(at(block, row)("item")), found.units)
        for row, found in amounts(cells, block, "yuan", "运维金额")
        if found.right
    ]
    return upkeep.Upkeep(
        items=tuple(items),
        sharing=singles.choice("running_rule", _by_word(SHARING), upkeep.Sharing.EQUAL),
        payers=singles.choice("running_payers", _by_word(PAYERS), upkeep.Payers.TAKING),
        period=singles.choice("running_period", _by_word(PERIODS), upkeep.Period.YEAR),
        number=singles.known("running_number"),
        year=singles.known("running_year"),
        advertising=singles.known("running_ads"),
        fund=singles.known("running_fund"),
        kept=singles.known("running_kept"),
        years=singles.known("running_years"),
        nth=singles.known("running_nth"),
        due_date=singles.day("running_due"),
    )


def _joining(singles: Singles) -> late.Joining:
    """Who joins later, and on what terms."""
    manual, agreed = (
        singles.choice("late_original", {MANUAL: True}, False),
        singles.number("late_amount"),
    )
    if manual and agreed is None:
        return late.Joining()  # as the book: nothing is worked out until the amount is there
    return late.Joining(
        room=singles.text("late_room"),
        original=agreed if manual else None,
        way=singles.choice("late_way", _LATE_WAYS, late.Way.PLAIN),
        rate=singles.number("late_rate"),
        years=singles.number("late_years"),
        multiple=singles.number("late_multiple"),
        months=singles.number("late_months"),
        basis=singles.choice("late_basis", _BASES, late.Basis.DUE),
    )


def _by_word(words: Mapping[Any, str]) -> dict[str, Any]:
    """What a word stands for."""
    return {word: meaning for meaning, word in words.items()}
