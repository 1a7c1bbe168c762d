"""A budget of sources: every item splits exactly, and a claimed total is held against the items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import budget
from elevshare.rules.budget import SOURCES, BudgetItem, agrees, split, totals

ARTICLE = [
    BudgetItem("设计施工", 35_000_000, (5000, 3000, 2000, 0, 0, 0)),
    BudgetItem("设备采购", 10_000_000, (6000, 4000, 0, 0, 0, 0)),
    BudgetItem("其他", 5_000_000, (4000, 0, 0, 6000, 0, 0)),
]


@st.composite
def items(draw):
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), min_size=5, max_size=5)))
    parts = tuple(b - a for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True))
    return BudgetItem("x", draw(st.integers(0, 10**9)), parts)


@given(st.lists(items(), max_size=10))
def test_the_sources_sum_to_the_items(budget):
    assert sum(totals(budget)) == sum(item.fen for item in budget)
    for item in budget:
        paid = split(item)
        assert sum(paid) == item.fen
        assert all(abs(10_000 * fen - item.fen * part) < 10_000
                   for fen, part in zip(paid, item.parts, strict=True))  # fmt: skip


def test_the_articles_printed_totals_are_wrong_for_they_do_not_weigh_the_items():
    found = totals(ARTICLE)
    assert found == [25_500_000, 14_500_000, 7_000_000, 3_000_000, 0, 0]
    true, printed = (5100, 2900, 1400, 600), (5500, 3500, 1000)
    assert all(agrees(t, f, 50_000_000) for t, f in zip(true, found, strict=False))
    assert not any(agrees(p, f, 50_000_000) for p, f in zip(printed, found, strict=False))
    # What it prints are the averages of the first two items, the third left out.
    averages = [(a + b) // 2 for a, b in zip(ARTICLE[0].parts, ARTICLE[1].parts, strict=True)]
    assert tuple(averages[:3]) == printed
    # 其他 as all that is neither own money nor subsidy: 20%, not the printed 10.
    assert not agrees(1000, found[2] + found[3], 50_000_000)


@pytest.mark.parametrize(
    ("claimed", "right"),
    [(5000, True), (5100, False), (5040, True), (5050, False), (5041, False), (5043, True)],
)
def test_a_claim_may_be_off_by_half_of_its_last_digit(claimed, right):
    assert agrees(claimed, 5_043, 10_000) == right


def test_nothing_agrees_with_an_empty_budget():
    assert agrees(0, 0, 0) is False and len(SOURCES) == 6


def test_parts_that_do_not_make_the_whole_are_refused():
    with pytest.raises(ValueError, match="sum to the whole"):
        split(BudgetItem("x", 5, (9999, 0, 0, 0, 0, 0)))


def test_nothing_is_planned_or_claimed_at_first():
    assert budget.FinancingPlan() == budget.FinancingPlan((), (None,) * 6)
    assert budget.STEPS == (100, 10, 1)


@pytest.mark.parametrize(
    ("claimed", "part", "told"),
    [
        (5000, 5050, True), (5000, 5051, False), (5000, 4950, True), (5000, 4949, False),
        (5010, 5015, True), (5010, 5016, False), (5001, 5001, True), (5001, 5002, False),
        (0, 50, True), (0, 51, False),
    ],
)  # fmt: skip
def test_a_claim_may_be_off_half_of_its_last_digit(claimed, part, told):
    assert agrees(claimed, part, 10_000) is told


def test_of_nothing_no_part_is_claimed_rightly():
    assert agrees(0, 0, 0) is False


@pytest.mark.parametrize("parts", [(9_999, 0, 0, 0, 0, 0), (10_000, 1, 0, 0, 0, 0)])
def test_parts_that_are_not_the_whole_are_refused(parts):
    with pytest.raises(ValueError, match="sum to the whole"):
        split(BudgetItem("x", 100, parts))
