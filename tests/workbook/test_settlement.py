"""决算: the book shares the actual net amount and balances every household as the rules do."""

from __future__ import annotations

from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from editing import AS_FOUND, Book
from engines import cached, differences, formula_cells, libreoffice
from exactness import EXACT, exact
from following import BASE, METHODS, base_book, blank_book
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import examples

from elevshare.money import UNITS, upper
from elevshare.project import (
    CostItem,
    SubsidyChoice,
    SubsidyMode,
    Topic,
    assess,
    joined_parts,
    settle,
)
from elevshare.rules.arrival import SubsidyArrival
from elevshare.rules.changes import Change, ChangeKind
from elevshare.rules.late import Joining, JoiningWay
from elevshare.rules.settlement import Actual, HouseholdAccount
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.engine.filling import filled
from elevshare.workbook.subjects.cash.places import grants
from elevshare.workbook.subjects.late.joiner import joiners
from elevshare.workbook.subjects.settlement.items import PROBLEMS, typed
from elevshare.workbook.subjects.settlement.places import figure, flats, sums
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.SETTLEMENT, Topic.LATE})

FILLED, ENOUGH = "决算的实际金额填写无误", "决算的补贴不超过费用与补偿"
LIMIT, WHOLE = "决算费用没有超过上限", "决算各户合计等于实际净额"
BALANCED = "应补减应退等于净额减已收"
SETTLED_EXACT = "决算没有超出精确范围"
COSTS = (CostItem("设备", 40_000_000), CostItem("土建", 21_234_567))
TWO = replace(BASE, costs=COSTS)
SPARED = "减免和公积金不超过应分摊"


def tell(book, actual, planned=2):
    """Type what has come about."""
    for row in range(planned):
        fen = actual.costs[row] if row < len(actual.costs) else None
        book.type(typed(book.plan).at("yuan", row), None if fen is None else fen / 100)
    for key in ("subsidy", "compensation"):
        fen = getattr(actual, key)
        book.parameter(f"actual_{key}", None if fen is None else fen / 100)


def do(book, accounts):
    """Type what every household has done so far."""
    for row, one in enumerate(accounts):
        amounts = {"relief": one.relief, "fund": one.fund, "paid": one.paid}
        book.household(row, **{key: fen / 100 or None for key, fen in amounts.items()})


def yuan(fen):
    return fen / 100 if fen > 0 else ""


def assert_follows(said, project, accounts):
    """The book says what the rules say of a settlement whose costs are all known."""
    parts = joined_parts(project, [one.paid for one in accounts])
    done = [replace(one, joined=part) for one, part in zip(accounts, parts, strict=True)]
    found, plan, rows = settle(project, done), said.plan, flats(said.plan)
    planned = exact(project, assess(project).net)
    red = [EXACT] * (not planned) + [SETTLED_EXACT] * (not exact(project, found.net))
    # What was relieved and drawn may be more than an actual share that is lower.
    assert said.errors == [] and [one for one in said.failed if one != SPARED] == red
    for key in ("cost", "subsidy", "compensation", "net"):
        assert said.at(figure(plan, key)) == getattr(found, key)
    assert sum(found.shares) == found.net

    def column(key):
        return said.block(rows, key)[: len(done)]

    assert column("fen") == list(found.shares)
    assert column("balance") == list(found.balances)
    assert column("more") == [yuan(one) for one in found.balances]
    assert column("back") == [yuan(-one) for one in found.balances]
    assert set(said.block(rows, "balance")[len(done) :]) <= {0}
    more, back = (sum(max(0, sign * one) for one in found.balances) for sign in (1, -1))
    assert [said.at(figure(plan, key)) for key in ("more", "back")] == [more, back]
    assert said.block(sums(plan), "upper") == [upper(more), upper(back)]
    assert_paper_says(said, project, found)


def assert_paper_says(said, project, found):
    """The paper has a line a household, and the same totals."""
    lines = [row for row in range(1, 200) if said.at(f"决算表!A{row}") != ""]
    heads = next(row for row in lines if said.at(f"决算表!A{row}") == "序号")
    right = {said.at(f"决算表!{letter}{heads}"): letter for letter in "ABCDEFGH"}
    numbers = {row: said.at(f"决算表!A{row}") for row in lines if row > heads + 1}
    rows = [row for row, number in numbers.items() if isinstance(number, int | float)]
    assert [numbers[row] for row in rows] == [*range(1, len(project.flats) + 1)]
    for row, flat, share, balance in zip(
        rows, project.flats, found.shares, found.balances, strict=True
    ):
        cells = [
            said.at(f"决算表!{right[head]}{row}")
            for head in ("房号、业主", "实际应分摊", "应补", "应退")
        ]
        cells[0] = cells[0].split("　")[0]
        assert cells == [flat.room, share / 100, yuan(balance), yuan(-balance)]
    assert said.at(f"决算表!{right['实际应分摊']}{heads + 1}") == found.net / 100


# ---------------------------------------------------------------- follows the rules

ACCOUNTS = [
    HouseholdAccount(), HouseholdAccount(paid=10_000), HouseholdAccount(fund=5_000, paid=1), HouseholdAccount(fund=3_000),
    HouseholdAccount(relief=100_000, fund=2_000_000, paid=3_333_333), HouseholdAccount(paid=4_500_000),
    HouseholdAccount(paid=20_000_000), HouseholdAccount(fund=30_000_001), HouseholdAccount(relief=1), HouseholdAccount(paid=1),
]  # fmt: skip


def test_costs_subsidy_and_compensation_other_than_planned(book):
    book.turn_into(TWO)
    actual = Actual(costs=(38_765_432, 22_000_001), subsidy=15_000_000, compensation=1_234_567)
    tell(book, actual)
    do(book, ACCOUNTS)
    assert_follows(book.read(), replace(TWO, settlement=actual), ACCOUNTS)


def test_who_left_after_paying_gets_all_back(book):
    book.turn_into(TWO)
    actual = Actual(costs=(40_000_000, 21_234_567))
    tell(book, actual)
    do(book, ACCOUNTS)
    said = book.read()
    row = flats(book.plan)
    assert said.at(row.at("back", 5)) == 45_000 and said.at(row.at("actual", 5)) == 0


@pytest.mark.parametrize("method", METHODS, ids=str)
@pytest.mark.parametrize("unit", ["分", "百元"])
def test_every_way_of_sharing_with_a_part_below_the_unit(book, method, unit):
    actual = Actual(costs=(39_876_543, 20_000_007), subsidy=99)
    changed = replace(TWO, method=method, unit=unit, settlement=actual)
    book.turn_into(changed)
    tell(book, actual)
    assert_follows(book.read(), changed, [HouseholdAccount()] * 10)


def test_what_the_joiner_pays_and_the_others_get_back_is_in_the_balances(book):
    actual = Actual(costs=(39_000_000, 21_000_000))
    joining = Joining("302", way=JoiningWay.MULTIPLE, multiple=110)
    changed = replace(TWO, joinings=(joining,), settlement=actual)
    book.turn_into(changed)
    tell(book, actual)
    book.parameter("late_room", "302")
    book.parameter("late_way", joining.way.value)
    book.parameter("late_multiple", 1.1)
    accounts = [HouseholdAccount(paid=500_000 * row) for row in range(10)]
    do(book, accounts)
    said = book.read()
    assert_follows(said, changed, accounts)
    assert (
        said.at(flats(book.plan).at("joined_fen", 5))
        == said.at(joiners(book.plan)[0].steps.payment)
        > 0
    )


@st.composite
def cases(draw):
    """Any building and way of sharing, with any actual amounts and accounts."""
    storeys = draw(st.integers(2, 8))
    areas = draw(st.lists(st.integers(1, 999_999), min_size=1, max_size=4))
    rooms = [
        f"{storey}{n:02}" for storey in range(1, storeys + 1) for n in range(1, 1 + len(areas))
    ]
    out = draw(st.lists(st.sampled_from(rooms), max_size=len(rooms) - 1, unique=True))
    costs = draw(st.lists(st.integers(1, 10**8), min_size=1, max_size=4))
    actual = Actual(costs=tuple(draw(st.integers(0, 2 * fen)) for fen in costs))
    whole = sum(fen for fen in actual.costs if fen is not None)
    subsidy = draw(st.none() | st.integers(0, whole))
    compensation = draw(st.none() | st.integers(0, 10**7))
    found = project(
        "xianyang", storeys, areas, 0, out,
        costs=tuple(CostItem(f"第 {n} 项", fen) for n, fen in enumerate(costs, 1)),
        weights={storey: draw(st.integers(1, 60_000)) for storey in range(1, storeys + 1)},
        unit=draw(st.sampled_from(list(UNITS))),
        settlement=replace(actual, subsidy=subsidy, compensation=compensation),
    )  # fmt: skip
    fen = st.integers(0, 10**8)
    accounts = [HouseholdAccount(0, draw(fen), draw(fen)) for _ in rooms]
    return replace(found, method=draw(st.sampled_from(METHODS))), accounts


@settings(AS_FOUND, max_examples=examples(5))
@given(cases())
def test_any_settlement_of_any_building(case):
    found, accounts = case
    book = blank_book(TOPICS).as_made()
    book.turn_into(found)
    tell(book, found.settlement, len(found.costs))
    do(book, accounts)
    assert_follows(book.read(), found, accounts)


def test_relief_above_the_actual_share_is_not_paid_out(book):
    book.turn_into(TWO)
    actual = Actual(costs=(100, 0))
    tell(book, actual)
    accounts = [HouseholdAccount(relief=3_000_000)] * 4 + [
        HouseholdAccount(relief=3_000_000, paid=5)
    ] * 6
    do(book, accounts)
    said = book.read()
    assert set(said.block(flats(book.plan), "balance")[:4]) == {0}
    assert said.at(flats(book.plan).at("balance", 4)) == -5
    assert BALANCED not in said.failed and WHOLE not in said.failed


def test_the_subsidy_is_what_has_arrived_unless_another_is_typed():
    book = base_book(TOPICS | {Topic.CASH}).as_made()
    book.turn_into(replace(TWO, subsidy=SubsidyChoice(SubsidyMode.MANUAL, 20_000_000)))
    grant = {"level": "市级", "arrived_on": 46_300, "arrived": 195_000.01}
    for key, value in grant.items():
        book.type(grants(book.plan).at(key, 0), value)
    subsidy = figure(book.plan, "subsidy")
    assert book.read().at(subsidy) == 20_000_000
    book.parameter("arrival", SubsidyArrival.RECEIVED.value)
    assert book.read().at(subsidy) == 19_500_001
    book.parameter("actual_subsidy", 7)
    assert book.read().at(subsidy) == 700


def test_a_project_file_fills_the_inputs():
    actual = Actual("2026-08-01", (39_000_000, None), 100, 0)
    one = replace(TWO, settlement=actual)
    plan = SharingPlan(one)
    values = Book(make_book(one), plan).read()
    assert values.at(typed(plan).at("yuan", 0)) == 390_000
    assert values.at(typed(plan).at("yuan", 1)) == ""
    assert values.at(plan.parameter("actual_subsidy")) == 1
    assert values.at(plan.parameter("actual_compensation")) == 0
    assert values.at(plan.number("settled_on")) == 46235


# ---------------------------------------------------------------- not yet, or not right


def test_nothing_is_settled_and_nothing_is_said(template):
    said = template.read()
    assert not {FILLED, ENOUGH, LIMIT, WHOLE, BALANCED} & set(said.failed)
    assert said.at("决算!A2").startswith("还没有决算") and said.at("决算!A3") == ""


def test_before_the_last_cost_is_known_there_are_no_amounts(book):
    book.turn_into(TWO)
    tell(book, Actual(costs=(40_000_000, None)))
    said = book.read()
    assert said.errors == [] and said.failed == []
    assert said.at("决算!A2") == "还没有决算：实际金额填了 1 项，还差 1 项（在“专项”填）"
    rows = flats(book.plan)
    for key in ("actual", "paid", "more", "back"):
        assert set(said.block(rows, key)) == {""}
    assert said.at(typed(book.plan).at("hint", 1)) == PROBLEMS[4]


@pytest.mark.parametrize("slip", ["待定", -1, 0.001, "12 元"])
def test_a_slip_of_the_hand_is_marked_and_nothing_is_settled(book, slip):
    book.turn_into(TWO)
    tell(book, Actual(costs=(40_000_000, 21_000_000)))
    book.type(typed(book.plan).at("yuan", 1), slip)
    said = book.read()
    assert said.errors == [] and said.failed == [FILLED] and said.warned
    assert said.at(typed(book.plan).at("hint", 1)) == PROBLEMS[2]
    assert said.at(figure(book.plan, "ready")) == 0


def test_an_amount_without_its_item_is_marked(book):
    book.turn_into(TWO)
    book.type(typed(book.plan).at("yuan", 5), 100)
    said = book.read()
    assert said.failed == [FILLED]
    assert said.at(typed(book.plan).at("hint", 5)) == PROBLEMS[3]
    book.type(book.plan.costs.at("item", 5), "后来加的一项")
    said = book.read()
    assert said.failed == [] and said.at(typed(book.plan).at("hint", 5)) == PROBLEMS[1]


def test_a_cost_that_was_not_planned_counts_once_it_has_a_name(book):
    book.turn_into(TWO)
    tell(book, Actual(costs=(40_000_000, 21_234_567)))
    book.type(book.plan.costs.at("item", 5), "后来加的一项")
    book.type(typed(book.plan).at("yuan", 5), 1_000)
    assert book.read().at(figure(book.plan, "net")) == 61_334_567


def test_a_subsidy_above_all_that_was_spent_is_told(book):
    book.turn_into(TWO)
    tell(book, Actual(costs=(100, 200), subsidy=400))
    said = book.read()
    assert said.errors == [] and said.failed == [ENOUGH]
    assert said.at(figure(book.plan, "net")) == 0


def test_an_amount_beyond_belief_is_told(book):
    book.turn_into(TWO)
    tell(book, Actual(costs=(1_000_000_000, 1)))
    assert LIMIT in book.read().failed


@pytest.mark.parametrize("key", ["actual_subsidy", "actual_compensation", "settled_on"])
@pytest.mark.parametrize("slip", ["待定", -5])
def test_a_wrong_single_input_is_marked(book, key, slip):
    book.turn_into(TWO)
    tell(book, Actual(costs=(40_000_000, 21_234_567)))
    book.parameter(key, slip)
    said = book.read()
    assert said.errors == [] and said.failed == ["参数中的数字有效"]
    assert said.at(figure(book.plan, "net")) == 61_234_567


# ---------------------------------------------------------------- another engine


@pytest.mark.sampled(0)
def test_libreoffice_agrees_on_every_cell_of_settlement_and_changes(tmp_path):
    one = project(
        "xianyang", 4, ODD_AREAS[:2], out=("301",), unit="元", joinings=(Joining("301"),),
        settlement=Actual("2026-08-01", (50_000_003,), 1_000_000),
        changes=(Change("2026-05-01", ChangeKind.LEFT, "301", reason="书面声明"),),
    )  # fmt: skip
    data = draft(SharingPlan(one))
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    sheets = {"决算", "决算表", "变更", "变更对比", "变更表"}
    cells = [cell for cell in formula_cells(data) if cell[0] in sheets]
    stored = cached(filled(data))
    assert stored["决算", "A2"].startswith("2026-08-01 决算")
    assert differences(stored, libreoffice([path], tmp_path)[0], cells) == []
