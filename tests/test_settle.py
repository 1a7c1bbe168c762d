"""A project's settlement and its first version, from the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project

from elevshare.errors import InputError
from elevshare.project import CostItem, Papers, assess, first_version, joined_parts, settle
from elevshare.project.topics import Topic, needed
from elevshare.rules.changes import Change, ChangeKind, Turn, turn
from elevshare.rules.late import Joining, JoiningWay, RefundBasis
from elevshare.rules.settlement import Actual, HouseholdAccount

BASE = project(
    storeys=5, areas=ODD_AREAS[:2], out=("302",),
    costs=(CostItem("设备", 40_000_000), CostItem("土建", 21_234_567)),
)  # fmt: skip
NOTHING = [HouseholdAccount()] * 10


def settled(*costs, accounts=NOTHING, **more):
    return settle(replace(BASE, settlement=Actual(costs=costs, **more)), accounts)


def test_as_planned_nothing_changes():
    found, planned = settled(40_000_000, 21_234_567), assess(BASE)
    assert found.shares == planned.dues and found.net == planned.net
    assert found.balances == planned.dues


def test_the_actual_net_is_shared_by_the_same_rule():
    found = settled(39_000_001, 22_000_002, subsidy=10_000_000, compensation=777)
    assert (found.cost, found.subsidy, found.compensation) == (61_000_003, 10_000_000, 777)
    cost = (CostItem("一起", found.net),)
    assert found.shares == assess(replace(BASE, costs=cost)).dues


def test_who_left_after_paying_gets_all_back():
    accounts = [
        HouseholdAccount(paid=4_500_000) if row == 5 else HouseholdAccount() for row in range(10)
    ]
    found = settled(1, 2, accounts=accounts)
    assert found.shares[5] == 0 and found.balances[5] == -4_500_000


def test_a_cost_that_is_not_settled_yet_is_told():
    with pytest.raises(InputError, match="决算齐"):
        settled(40_000_000, None)


def test_a_subsidy_above_all_that_was_spent_is_told():
    with pytest.raises(InputError, match="超过"):
        settled(1, 2, subsidy=4)


@pytest.mark.parametrize("basis", [RefundBasis.DUE, RefundBasis.PAID])
def test_what_the_joiner_pays_the_others_get(basis):
    paid = [0, 0, 0, 0, 100, 50, 200, 300, 0, 7]
    joining = Joining("302", way=JoiningWay.MULTIPLE, multiple=120, basis=basis)
    parts = joined_parts(replace(BASE, joinings=(joining,)), paid)
    assert sum(parts) == 0 and parts[5] > 0
    assert all(part <= 0 for row, part in enumerate(parts) if row != 5)
    assert (parts[8] == 0) is (basis is RefundBasis.PAID)


def test_without_a_joiner_there_is_nothing_to_add():
    assert joined_parts(BASE, [0] * 10) == (0,) * 10


def test_the_first_version_is_what_the_rules_say():
    assert first_version(BASE) == assess(BASE).dues


@pytest.mark.parametrize(
    "lacking", [replace(BASE, flats=()), replace(BASE, costs=()),
                project("general-coefficient", weights={3: 10_000}), project(cost=0)]
)  # fmt: skip
def test_there_is_no_first_version_of_what_is_not_complete(lacking):
    assert first_version(lacking) == ()


def test_a_book_gets_the_subjects_that_the_project_speaks_of():
    assert not {Topic.SETTLEMENT, Topic.CHANGES} & needed(replace(BASE, papers=Papers("小区")))
    assert Topic.SETTLEMENT in needed(replace(BASE, settlement=Actual(subsidy=0)))
    assert Topic.CHANGES in needed(replace(BASE, changes=(Change("2026-01-01", ChangeKind.COST),)))


def test_the_words_of_a_change():
    assert [turn(1, after) for after in (2, 0, 1)] == [Turn.MORE, Turn.LESS, Turn.SAME]
