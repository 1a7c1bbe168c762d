"""Whatever is typed into a book: the rules make of it what the book, recomputed, says."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
import returning
import samples
import test_any_life
from buildings import NONE
from editing import AS_FOUND, with_inputs
from following import SUBSIDIES, base_book, blank_book
from hypothesis import given, settings
from leases import lease, template
from returning import assert_agrees, filled
from sampling import examples
from test_any_building import projects
from test_usage import type_tariff

from elevshare.errors import InputError
from elevshare.opened import opened
from elevshare.project import Topic, assess
from elevshare.returned import above_share, amounts_of, read_back
from elevshare.rules.arrival import Billing, SubsidyArrival
from elevshare.rules.lease import LeasePeriod
from elevshare.workbook.book import draft
from elevshare.workbook.subjects.cash.places import grants
from elevshare.workbook.subjects.late.inputs import MANUAL


@settings(AS_FOUND, max_examples=examples(14))
@given(projects())
def test_any_building_with_any_choices_typed_into_one_template(case):
    project, rows = case
    book = blank_book(NONE)
    book.turn_into(project, rows)
    found = returning.read(book)
    assert found.findings == ()
    try:
        outcome = assess(project)
    except InputError:
        with pytest.raises(InputError):
            amounts_of(found.project, found.entries)
        return
    assert assert_agrees(book).dues == {
        flat.room: due for flat, due in zip(project.flats, outcome.dues, strict=True)
    }


@pytest.mark.parametrize("name", SUBSIDIES)
def test_every_shape_of_a_subsidy_rule(name):
    project, book = SUBSIDIES[name], base_book(NONE).as_made()
    book.turn_into(project)
    found = returning.read(book)
    assert found.project.subsidy == project.subsidy
    assert found.project.scheme.subsidy.rule == project.scheme.subsidy.rule
    assert assert_agrees(book) == amounts_of(project)


@pytest.fixture
def book(request):
    """A sample book, as it was made and then filled."""
    found = filled(request.param).as_made()
    samples.PROJECTS[request.param][1](found)
    return found


def of(*names):
    return pytest.mark.parametrize("book", names, indirect=True)


@pytest.mark.sampled(4)
@of(*samples.PROJECTS)
def test_a_filled_book_of_every_family(book):
    found = assert_agrees(book)
    assert found.dues and returning.read(book).findings == ()


@pytest.mark.parametrize("seed", range(4))
def test_any_state_of_the_accounts(seed):
    book = test_any_life.opened().as_made()
    test_any_life.fill(book, random.Random(seed))
    # More relief than a share may come up, which a check of the book tells, too.
    assert {one.todo for one in returning.read(book).findings} <= {above_share.TODO}
    assert_agrees(book)


def test_a_joiner_whose_money_nobody_can_be_given_yet():
    book = test_any_life.opened().as_made()
    book.parameter("late_room", "302")
    book.parameter("late_basis", "按已缴")
    found = {one.room: one.owed for one in assert_agrees(book).households}
    assert found["302"] > 0
    book.parameter("late_original", MANUAL)
    assert {one.room: one.owed for one in assert_agrees(book).households}["302"] == 0


def test_the_subsidy_that_has_arrived_counts_in_the_settlement():
    book = test_any_life.opened().as_made()
    book.parameter("subsidy_mode", "手工填写")
    book.parameter("subsidy_amount", 100_000)
    book.parameter("arrival", SubsidyArrival.RECEIVED.value)
    for key, value in {"level": "市级", "arrived_on": 46_300, "arrived": 95_000.01}.items():
        book.type(grants(book.plan).at(key, 0), value)
    book.parameter("billing", Billing.GROSS.value)
    assert_agrees(book)
    for row, cost in enumerate(test_any_life.COSTS):
        book.type(test_any_life.typed_actual(book.plan).at("yuan", row), cost.fen / 100 + 1)
    assert assert_agrees(book).arrived == 9_500_001
    assert returning.read(book).project.settlement.subsidy == 9_500_001
    book.type(book.plan.costs.at("item", 5), "验收")
    book.type(test_any_life.typed_actual(book.plan).at("yuan", 5), 777)
    assert returning.read(book).project.settlement.costs[-1] == 77_700
    assert_agrees(book)


@of("prepaid")
def test_other_fees_of_a_ride(book):
    type_tariff(book, "自定", 0.55, 61.5, 2)
    found = assert_agrees(book)
    assert found.households[0].fee == 32 * 55
    assert returning.read(book).entries.month == "2026-12"


@pytest.mark.parametrize(
    "choice",
    [{"period": LeasePeriod.MONTH, "number": 12}, {"period": LeasePeriod.CHOSEN, "first": 5, "last": 9},
     {"period": LeasePeriod.QUARTER, "number": 2, "fees": (None, 12_345, 0)}],
    ids=str,
)  # fmt: skip
def test_the_months_and_fees_of_a_lease(choice):
    book, project = template("beijing-yanyuan"), lease("beijing-yanyuan", 6, 3, **choice)
    book.fill(project)
    assert assert_agrees(book).net > 0
    assert returning.read(book).project.lease.fees == project.lease.fees


@pytest.mark.parametrize(
    "typed",
    [{"landing": 2}, {"landing": 5}, {"storeys": 5}, {"storeys": 9}, {"charge": "元/年"},
     {"charge": None}, {"period": "每天"}, {"period": "按季", "period_no": 9},
     {"period": "自选月份", "from_month": 8, "to_month": 3}],
    ids=str,
)  # fmt: skip
def test_what_decides_the_fee_of_a_lease(typed):
    book, project = template("beijing-yanyuan"), lease("beijing-yanyuan", 5, 3)
    book.fill(project)
    for key, value in typed.items():
        book.parameter(key, value)
    for row, paid in ((3, 12.34), (4, 5_000)):
        book.household(row, arrears=paid, relief=1.01, paid=3 * paid)
    assert_agrees(book)
    book.as_made()


def test_other_fees_in_the_tables_of_a_lease():
    book, project = template("beijing-yanyuan"), lease("beijing-yanyuan", 5, 3)
    book.fill(project)
    plan = book.plan
    for key, size in (("t1", (5, 2)), ("t4", (7, 3)), ("t2", (5, 3))):
        for line, number in enumerate(size):
            book.type(plan.sizes.at(key, line), number)
    book.type(plan.fees.at("t2", 2), 33.33)
    book.type(plan.fees.at("t2", 3), None)
    assert_agrees(book)
    book.as_made()


def test_a_file_with_other_inputs_is_read_like_the_open_book():
    book = filled("percent").as_made()
    samples.PROJECTS["percent"][1](book)
    book.parameter("subsidy_amount", 123_456.78)
    book.household(5, taking="否", relief="100.5")
    file = opened(with_inputs(draft(book.plan), book.typed), "退回.xlsx")
    found = read_back(file)
    assert amounts_of(found.project, found.entries) == returning.amounts(book)
    assert found.project == returning.read(book).project


def test_a_building_of_forty_flats_in_a_blank_template():
    project = replace(
        test_any_life.BASE, flats=test_any_life.project(storeys=10, areas=(6103, 8017, 9999, 7000)).flats,
        storeys=10, topics=NONE,
    )  # fmt: skip
    book = blank_book(NONE)
    book.turn_into(project)
    assert len(assert_agrees(book).households) == 40
    assert Topic.LEDGER not in returning.read(book).recipe.topics
