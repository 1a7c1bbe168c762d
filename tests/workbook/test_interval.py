"""Percentages inside intervals: the book checks a choice and proposes the nearest right one."""

import random
from dataclasses import replace

import pytest
from buildings import ODD_AREAS, project
from editing import Book
from engines import differences, formula_cells, formulas_model, formulas_values, libreoffice

from elevshare.project import assess
from elevshare.rules.interval import STEP, feasible, nearest
from elevshare.workbook.book import draft, make_book
from elevshare.workbook.subjects.interval.tables import storeys
from elevshare.workbook.subjects.sharing.plan import SharingPlan

SHANGHAI = project("shanghai-7-level", 7, ODD_AREAS[:2], 61_234_567)
SUM, INSIDE = "各层百分比合计 100%", "各层百分比在区间之内"
LOWS, HIGHS = (4, 8, 13, 18, 23, 28), (6, 10, 15, 20, 25, 30)
S1 = [(0, 5), (5, 10), (10, 20), (20, 30), (30, 40), (40, 50)]


@pytest.fixture(scope="module")
def opened():
    return Book(make_book(SHANGHAI), SharingPlan(SHANGHAI))


@pytest.fixture
def book(opened):
    return opened.as_made()


def choose(book, percentages, first=2):
    for storey, value in enumerate(percentages, first):
        book.coefficient(storey, value)


def bound(book, intervals):
    for row, pair in enumerate(intervals):
        for key, value in zip(("low", "high"), pair, strict=True):
            book.type(book.plan.coefficients.at(key, row), value)


def proposal(said):
    return said.block(storeys(said.plan), "proposal")


def verdict(said):
    return said.at("区间!A2")


def test_the_midpoints_are_the_default_and_all_is_well(book):
    said = book.read()
    assert said.failed == [] and verdict(said).endswith("可以采用")
    assert said.block(said.plan.coefficients, "weight") == [0, 5, 9, 14, 19, 24, 29]
    assert proposal(said) == [0, 5, 9, 14, 19, 24, 29]
    assert [due for due in said.dues if due != ""] == list(assess(SHANGHAI).dues)


@pytest.mark.parametrize(
    ("chosen", "red", "said_sum"), [(LOWS, [SUM], "94"), (HIGHS, [SUM], "106")]
)
def test_the_ends_are_inside_but_do_not_sum(book, chosen, red, said_sum):
    choose(book, chosen)
    said = book.read()
    assert said.failed == red and said.warned
    assert f"合计 {said_sum}%" in verdict(said)
    assert proposal(said) == [0, 5, 9, 14, 19, 24, 29]


def test_a_percentage_outside_is_marked_though_the_sum_is_right(book):
    choose(book, (7, 9, 14, 19, 24, 27))
    said = book.read()
    assert said.failed == [INSIDE] and said.warned
    assert said.block(said.plan.coefficients, "hint")[1] == "← 高于区间"
    assert said.block(said.plan.coefficients, "hint")[6] == "← 低于区间"
    assert proposal(said) == [0, 6, 8.99 + 0.01, 14, 19, 24, 28] or sum(proposal(said)) == 100


@pytest.mark.parametrize("seed", range(12))
def test_the_proposal_is_that_of_the_rules(book, seed):
    rng = random.Random(seed)
    pairs = [(0, 0)]
    for _ in range(6):
        low = rng.randrange(0, 2500) / 100
        pairs.append((low, low + rng.randrange(0, 1500) / 100))
    chosen = [0] + [rng.randrange(0, 4000) / 100 for _ in range(6)]
    bound(book, pairs)
    choose(book, chosen, 1)
    steps = [(round(a * STEP), round(b * STEP)) for a, b in pairs]
    found = nearest([round(c * STEP) for c in chosen], steps)
    said = book.read()
    assert said.errors == []
    assert proposal(said) == ([""] * 7 if found is None else [step / 100 for step in found])
    assert feasible(steps) == ("怎样选都凑不成" not in verdict(said))


def test_ranges_that_start_above_the_whole_have_no_choice(book):
    bound(book, [*S1, (None, None)])
    choose(book, (2.5, 7.5, 15, 25, 35, 45, None), 1)
    said = book.read()
    assert SUM in said.failed and said.warned
    assert "下限合计 105%" in verdict(said) and "怎样选都凑不成" in verdict(said)
    assert set(proposal(said)) == {""}


def test_an_empty_interval_must_be_filled_in(book):
    bound(book, [(None, None)] * 7)
    said = book.read()
    assert said.failed == [INSIDE]
    assert said.block(said.plan.coefficients, "hint")[1:] == ["← 区间待填"] * 6
    bound(book, [(0, 0), *zip(LOWS, HIGHS, strict=True)])
    assert book.read().failed == []


@pytest.mark.parametrize("pair", [("四", 6), (6, 4), (4, None), (-1, 6)])
def test_an_interval_that_cannot_be_meant_is_marked(book, pair):
    bound(book, [(0, 0), pair])
    said = book.read()
    assert said.errors == [] and said.failed == [INSIDE]


def test_the_rules_say_the_same_of_a_choice():
    def failed(weights):
        checks = assess(replace(SHANGHAI, weights=weights)).checks
        return [check.name for check in checks if not check.passed]

    assert failed({}) == []
    assert failed({2: 60_000}) == [SUM]
    assert failed({2: 70_000, 7: 270_000}) == [INSIDE]


def test_the_rules_say_that_no_choice_can_be_right():
    one = project("general-ranges", 6, ODD_AREAS[:1])
    (said,) = [check.message for check in assess(one).checks if check.name == SUM]
    assert "105% 到 155%" in said and "怎样选都凑不成" in said
    assert "凑不成" not in str(assess(replace(SHANGHAI, weights={2: 60_000})).checks)


@pytest.mark.sampled(0)
def test_every_engine_proposes_the_same(tmp_path):
    plan = SharingPlan(replace(SHANGHAI, weights={2: 41_700, 5: 250_000}))
    path = tmp_path / "book.xlsx"
    path.write_bytes(draft(plan))
    cells = [cell for cell in formula_cells(path.read_bytes()) if cell[0] == "区间"]
    found = libreoffice([path], tmp_path)[0]
    assert differences(found, formulas_values(formulas_model(path, cells)), cells) == []
    rows = [round(p * STEP) for p in (0, 4.17, 9, 14, 25, 24, 29)]
    steps = [(a * STEP, b * STEP) for a, b in [(0, 0), *zip(LOWS, HIGHS, strict=True)]]
    letter, first = storeys(plan).letter("proposal"), storeys(plan).first
    said = [round(found["区间", f"{letter}{first + i}"] * STEP) for i in range(7)]
    assert said == nearest(rows, steps)
