"""A subsidy that comes late: bills ask for the net or for the whole, and the rest goes back."""

from dataclasses import replace

import pytest
from editing import asked, fen
from following import BASE, with_amount

from elevshare.project import SubsidyChoice, SubsidyMode, assess
from elevshare.rules.arrival import Billing, SubsidyArrival

SUBSIDY = 20_000_001


def with_arrival(billing, arrival, amount=SUBSIDY):
    choice = SubsidyChoice(SubsidyMode.MANUAL, amount, billing=billing, arrival=arrival)
    return replace(BASE, subsidy=choice)


def arrivals(said):
    return [bill["补贴到账"] for bill in said.bills]


@pytest.mark.parametrize("arrival", SubsidyArrival)
def test_billed_net_the_arrival_changes_no_amount(book, arrival):
    project = with_arrival(Billing.NET, arrival)
    book.turn_into(project)
    said = book.read()
    assert said.failed == [] and said.to_pay == list(assess(project).dues)
    assert all("已经减去" in text for text in arrivals(said))


def test_billed_gross_the_bills_sum_to_the_whole_cost(book):
    project = with_arrival(Billing.GROSS, SubsidyArrival.EXPECTED)
    book.turn_into(project)
    book.parameter("expected_on", 46387)
    said, outcome = book.read(), assess(project)
    assert said.failed == []
    whole = [due + back for due, back in zip(outcome.dues, outcome.refunds, strict=True)]
    assert said.to_pay == whole and sum(whole) == outcome.cost
    assert [due for due in said.dues if due != ""] == list(outcome.dues)
    assert all("2026-12-31" in text and "到账后退还" in text for text in arrivals(said))


def test_once_it_has_arrived_those_who_paid_the_whole_get_their_part_back(book):
    project = with_arrival(Billing.GROSS, SubsidyArrival.RECEIVED)
    book.turn_into(project)
    outcome = assess(project)
    for row, (due, back) in enumerate(zip(outcome.dues, outcome.refunds, strict=True)):
        book.household(row, paid=(due + back) / 100)
    said = book.read()
    assert said.failed == [] and set(said.to_pay) == {0}
    excess = [-asked(bill) for bill in said.bills]
    assert excess == list(outcome.refunds) and sum(excess) == SUBSIDY


def test_who_has_paid_nothing_yet_owes_the_net_and_gets_nothing_back(book):
    project = with_arrival(Billing.GROSS, SubsidyArrival.RECEIVED)
    book.turn_into(project)
    said = book.read()
    assert said.to_pay == list(assess(project).dues)
    assert min(asked(bill) for bill in said.bills) == 0


def test_a_subsidy_of_the_whole_cost_cannot_be_billed_first(book):
    project = with_arrival(Billing.GROSS, SubsidyArrival.EXPECTED, BASE.cost)
    book.turn_into(project)
    assert book.read().failed == ["先收的补贴能退到各户"]
    assert [c.name for c in assess(project).checks if not c.passed] == ["先收的补贴能退到各户"]


def test_the_part_of_each_household_is_shown(book):
    project = with_amount(SUBSIDY)
    book.turn_into(project)
    parts = [fen(a) for a in book.read().block(book.plan.refunds, "amount") if a != ""]
    assert parts == list(assess(project).refunds)
