"""专项 of a book that came back: what its subjects ask for, as far as the book has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from elevshare.intake.returned.cells import Cells, Reading, at
from elevshare.intake.returned.numbers import day_of
from elevshare.intake.returned.singles import Singles
from elevshare.project import Project, Topic
from elevshare.rules import budget, fund, late, upkeep
from elevshare.rules.changes import Change, Kind
from elevshare.rules.compensation import Compensation, Way
from elevshare.rules.consent import Voting
from elevshare.rules.loan import Loan
from elevshare.rules.notice import Notice
from elevshare.rules.subsidy import RATE_SCALE
from elevshare.schemes import Scheme
from elevshare.schemes.parts.fund import FundRule
from elevshare.workbook.calc import changes, finance, working_days
from elevshare.workbook.calc import fund as fund_cells
from elevshare.workbook.calc.upkeep_places import UpkeepPlaces
from elevshare.workbook.fields.consent import RULES
from elevshare.workbook.fields.field import DATES
from elevshare.workbook.fields.late import MANUAL
from elevshare.workbook.fields.upkeep import PAYERS, PERIODS, SHARING
from elevshare.workbook.inputs import Inputs
from elevshare.workbook.places import Block
from elevshare.workbook.plan import Plan

_WAYS = {way.value: way for way in Way}
_LATE_WAYS = {way.value: way for way in late.Way}
_BASES = {basis.value: basis for basis in late.Basis}
_ORDERS = {order.value: order for order in fund.Order}


def with_specials(project: Project, cells: Cells, singles: Singles, plan: Plan) -> Project:
    """The project with what 专项 and 变更 say."""
    given: dict[str, Any] = {}
    if plan.has(Topic.COMPENSATION):
        given["payouts"] = _payouts(singles)
    if plan.has(Topic.CONSENT):
        given["voting"] = _voting(singles)
    if plan.has(Topic.UPKEEP):
        given["upkeep"] = _upkeep(cells, singles, UpkeepPlaces(plan).typed)
    if plan.has(Topic.FINANCE):
        given["budget"] = _budget(cells, plan)
    if plan.has(Topic.LOANS):
        given["loan"] = _loan(singles)
    if plan.has(Topic.LATE):
        given["joining"] = _joining(singles)
    if plan.has(Topic.CHANGES):
        given["changes"] = tuple(_changes(cells, changes.typed(plan)))
    if plan.has(Topic.NOTICE):
        given["notice"] = notice_of(cells, singles, plan)
    known = replace(project, **given)
    return _with_fund(known, cells, singles, plan) if plan.has(Topic.FUND) else known


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
        for row, found in _amounts(cells, block, "yuan", "运维金额")
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


def _budget(cells: Cells, plan: Plan) -> budget.Budget:
    """The items and their sources, and what a document claims."""
    block, claims, keys = finance.inputs(plan), finance.claims(plan), finance.KEYS
    items = [
        budget.BudgetItem(
            cells.text(at(block, row)("item")),
            found.units,
            tuple(_part(cells, block, row, key).units for key in keys),
        )
        for row, found in _amounts(cells, block, "yuan", "筹资金额")
        if found.right
    ]
    claimed = (_part(cells, claims, 0, key) for key in keys)
    return budget.Budget(tuple(items), tuple(one.units if one.right else None for one in claimed))


def _part(cells: Cells, block: Block, row: int, key: str) -> Reading:
    """The part that one source pays."""
    return cells.number(at(block, row)(key), "来源比例", RATE_SCALE, "0", "1")


def _with_fund(project: Project, cells: Cells, singles: Singles, plan: Plan) -> Project:
    """The project with the provident fund's rule as the book states it, and the family's balances."""
    block = fund_cells.inputs(plan)
    persons = tuple(
        (cells.text(at(block, row)("relation")), found.units)
        for row, found in _amounts(cells, block, "balance", "公积金余额")
        if found.right
    )
    project = replace(project, scheme=_with_fund_rule(project.scheme, singles))
    given = fund.Fund(singles.day("fund_registered"), singles.text("fund_room"), persons)
    return replace(project, fund=given)


def _with_fund_rule(scheme: Scheme, singles: Singles) -> Scheme:
    """The scheme with the provident fund's rule as the book states it, itself where that is its own."""
    unit, shipped = singles.number("fund_unit") or 1, scheme.fund
    order, months = (
        singles.choice("fund_order", _ORDERS, None),
        singles.number("fund_months") or None,
    )
    if shipped:
        return replace(scheme, fund=replace(shipped, unit=unit, order=order, months=months))
    if (unit, order, months) == (1, None, None):
        return scheme
    stated = FundRule(unit, order, months, "待填", "", "由使用者填写", scheme.document.source)
    return replace(scheme, fund=stated)


def _loan(singles: Singles) -> Loan:
    """What is paid back month by month."""
    return Loan(
        amount=singles.known("loan_amount"),
        rate=singles.known("loan_rate"),
        months=singles.known("loan_months"),
        first_on=singles.day("loan_first"),
        advance=singles.known("advance"),
        fee=singles.known("advance_fee"),
        advertising=singles.known("advance_ads"),
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


def _changes(cells: Cells, block: Block) -> Iterator[Change]:
    """The register of changes: the rows that have a day and a kind."""
    kinds = {kind.value: kind for kind in Kind}
    for row in range(block.count):
        here = at(block, row)
        told = {key: cells.text(here(key)) for key in ("room", "before", "after", "reason", "by")}
        if cells.value(here("day")) is None and cells.value(here("kind")) is None:
            continue
        day = cells.number(here("day"), "变更日期", 1, *DATES, day=True)
        kind = cells.word(here("kind"), "变更类型", kinds, None)
        if day.right and kind:
            yield Change(day_of(day.units), kind, **told)


def notice_of(cells: Cells, singles: Singles, plan: Inputs) -> Notice:
    """How long the notice hangs and which days are off."""
    block = working_days.typed(plan)

    def days(key: str) -> tuple[str, ...]:
        places = (at(block, row)(key) for row in range(block.count))
        found = (cells.number(place, "放假安排", 1, *DATES, day=True) for place in places)
        return tuple(day_of(one.units) for one in found if one.right)

    return Notice(
        start=singles.day("notice_start"),
        days=singles.known("notice_days"),
        mask=singles.yes("notice_mask"),
        place=singles.text("notice_place"),
        contact=singles.text("notice_contact"),
        holidays=days("off"),
        workdays=days("on"),
    )


def _amounts(cells: Cells, block: Block, key: str, what: str) -> Iterator[tuple[int, Reading]]:
    """Row and amount of every row of a table."""
    for row in range(block.count):
        yield row, cells.money(at(block, row)(key), what)


def _by_word(words: Mapping[Any, str]) -> dict[str, Any]:
    """What a word stands for."""
    return {word: meaning for meaning, word in words.items()}
