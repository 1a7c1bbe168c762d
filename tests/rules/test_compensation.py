"""What low floors are paid: every way, its limits, and sums that are exact."""

from dataclasses import replace

import pytest
from buildings import flats
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import compensation
from elevshare.rules.compensation import Compensation, CompensationWay, breaches, caps, payouts
from elevshare.rules.share import Flat

TWO = flats(6, (8000, 12000))
XIAMEN = Compensation(CompensationWay.FIRST, household_cap=True)
ZHUHAI = Compensation(CompensationWay.TABLE, total_cap=3000)
RIZHAO = Compensation(CompensationWay.POOL, pool=1_000_000)
areas = st.lists(st.integers(1, 999_999), min_size=1, max_size=6)


def test_at_the_cap_with_equal_flats_xiamen_pays_one_and_a_half_floors_worth():
    cost = 60_000_000
    first, second = caps(XIAMEN, cost, 12)
    paid = payouts(replace(XIAMEN, first=first), flats(6, (9000, 9000)))
    assert (first, second) == (5_000_000, 2_500_000)
    assert sum(paid) * 6 == cost * 3 // 2
    assert breaches(replace(XIAMEN, first=first), sum(paid), cost, TWO, paid) == []


def test_one_fen_above_the_cap_is_said_and_not_cut():
    rule = replace(XIAMEN, first=5_000_001)
    paid = payouts(rule, TWO)
    assert paid[:4] == [5_000_001, 5_000_001, 2_500_001, 2_500_001]
    said = breaches(rule, sum(paid), 60_000_000, TWO, paid)
    assert [text.split()[0] for text in said] == ["101", "102", "201", "202"]
    assert "50,000.01" in said[0] and "50,000.00" in said[0]


@pytest.mark.parametrize(("total", "broken"), [(18_000_000, False), (18_000_001, True)])
def test_zhuhai_allows_thirty_percent_and_no_more(total, broken):
    said = breaches(ZHUHAI, total, 60_000_000, TWO, [0] * 12)
    assert bool(said) == broken
    assert all("30%" in text for text in said)


def test_a_table_pays_what_was_agreed_flat_by_flat():
    amounts = (1_750_000, 1_750_000, 3_500_000, 3_500_000)
    four = [Flat(f"10{n}", 1, 8000, payout=fen) for n, fen in enumerate(amounts, 1)]
    assert payouts(ZHUHAI, four) == list(amounts)
    assert payouts(RIZHAO, [replace(flat, payout=0) for flat in four]) == [1_000_000] * 4


def test_a_total_says_nothing_of_who_gets_it():
    assert payouts(Compensation(first=5, pool=7), TWO) == [0] * 12


def test_without_a_ground_floor_the_pool_is_empty():
    assert payouts(RIZHAO, [flat for flat in TWO if flat.storey > 1]) == [0] * 10
    assert caps(XIAMEN, 100, 0) == (0, 0)


@given(areas, st.integers(0, 10_000_000))
def test_the_pool_is_divided_exactly_and_by_area(sizes, pool):
    ground = [Flat(str(n), 1, area) for n, area in enumerate(sizes)]
    paid = payouts(replace(RIZHAO, pool=pool), ground)
    assert sum(paid) == pool * len(sizes)
    assert all(abs(fen * sum(sizes) - sum(paid) * area) < sum(sizes)
               for fen, area in zip(paid, sizes, strict=True))  # fmt: skip


@given(st.integers(0, 10**9), st.integers(1, 200), st.integers(0, 10_000))
def test_the_cap_of_all_households_never_passes_the_cost(cost, households, second):
    first, second_cap = caps(replace(XIAMEN, second=second), cost, households)
    assert first * households <= cost < (first + 1) * households
    assert abs(second_cap * 10_000 - first * second) <= 5_000


def test_what_is_not_agreed_is_left_open():
    way = compensation.CompensationWay.TOTAL
    default = compensation.Compensation(way, 0, 5_000, 0, False, None)
    assert compensation.Compensation() == default


def test_the_limits_by_one_fen():
    rule = compensation.Compensation(household_cap=True, total_cap=3_000)
    two = flats(2, (8000,))
    assert compensation.caps(rule, 101, 2) == (50, 25) and compensation.caps(rule, 100, 0) == (0, 0)
    assert compensation.breaches(rule, 30, 100, two, [50, 25]) == []
    assert len(compensation.breaches(rule, 31, 100, two, [51, 26])) == 3
    assert compensation.breaches(compensation.Compensation(), 99, 100, two, [99, 99]) == []


def test_only_the_two_lowest_storeys_are_paid_and_limited():
    ways, three = compensation.CompensationWay, flats(3, (8000,))
    rule = compensation.Compensation(ways.FIRST, first=101, pool=7, household_cap=True)
    assert compensation.payouts(rule, three) == [101, 51, 0]
    assert compensation.breaches(rule, 0, 9, three, [3, 2, 99]) == []
    pooled = compensation.Compensation(ways.POOL, first=101, pool=7)
    assert compensation.payouts(pooled, three) == [7, 0, 0]
