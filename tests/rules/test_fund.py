"""Nobody draws more than his balance, and all together not more than the limit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import fund
from elevshare.rules.fund import Order, limit, withdrawals

balances = st.lists(st.integers(0, 10**9), min_size=1, max_size=6)


@given(st.integers(0, 10**9), balances, st.sampled_from(Order))
def test_what_is_drawn_is_the_limit_or_all_there_is(most, saved, order):
    drawn = withdrawals(most, saved, order)
    assert sum(drawn) == min(most, sum(saved))
    assert all(0 <= fen <= balance for fen, balance in zip(drawn, saved, strict=True))


@given(st.integers(0, 10**9), balances)
def test_in_turn_the_next_draws_only_when_the_one_before_has_drawn_all(most, saved):
    drawn = withdrawals(most, saved, Order.IN_TURN)
    for row, fen in enumerate(drawn[1:], 1):
        assert not fen or drawn[:row] == saved[:row]


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_a_limit_is_whole_units_and_never_above_the_share(share, unit):
    found = limit(share, unit)
    assert found % unit == 0 and found <= share < found + unit


def test_a_couple_of_nanjing_draws_its_share_less_the_subsidy():
    most = limit(3_000_000 - 1_000_000)
    assert most == 2_000_000
    assert sum(withdrawals(most, [5_000_000, 1_234_567], Order.BY_BALANCE)) == most


@pytest.mark.parametrize("order", Order)
def test_one_of_a_couple_may_draw_it_all(order):
    assert withdrawals(2_000_000, [0, 9_000_000], order) == [0, 2_000_000]


def test_what_is_not_told_is_left_open():
    assert fund.Fund() == fund.Fund("", "", ())


def test_limits():
    assert (fund.MAX_PERSONS, fund.MAX_MONTHS, fund.MAX_UNIT) == (6, 10 * 12, 10_000 * 100)


def test_without_a_unit_a_limit_is_the_share_to_the_fen():
    assert [limit(fen) for fen in (0, 1, 2_000_001)] == [0, 1, 2_000_001]
    assert [limit(fen, 100) for fen in (99, 100, 199)] == [0, 100, 100]
