"""The final settlement as a rule: nobody's fen is lost, whoever left gets all back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import settlement
from elevshare.rules.settlement import (
    Actual,
    HouseholdAccount,
    balance,
    balances,
    counted_relief,
    net_of,
)

FEN = st.integers(0, 10**9)
ACCOUNTS = st.builds(
    HouseholdAccount, FEN, FEN, st.integers(-(10**9), 10**9), st.integers(-(10**9), 10**9)
)
HOUSES = st.lists(st.tuples(FEN, ACCOUNTS), min_size=1, max_size=20)


@given(HOUSES)
def test_the_balances_sum_to_the_net_less_what_was_done(houses):
    shares, accounts = zip(*houses, strict=True)
    relief = sum(counted_relief(*house) for house in houses)
    done = sum(one.fund + one.paid - one.joined for one in accounts)
    assert sum(balances(shares, accounts)) == sum(shares) - relief - done


@given(FEN, FEN, FEN)
def test_relief_never_pays_anybody(share, relief, paid):
    assert balance(share, HouseholdAccount(relief=relief)) == max(0, share - relief)
    assert balance(share, HouseholdAccount(relief=relief, paid=paid)) >= -paid


@given(FEN, FEN)
def test_who_has_left_gets_back_all_that_he_paid(fund, paid):
    assert balance(0, HouseholdAccount(fund=fund, paid=paid)) == -fund - paid


def test_a_household_that_paid_its_share_is_even():
    assert balance(700, HouseholdAccount(relief=100, fund=250, paid=350)) == 0


def test_what_is_spent_on_low_floors_is_shared_and_the_subsidy_is_not():
    assert net_of(1_000, 300, 50) == 750
    assert net_of(1_000, 1_050, 50) == 0


def test_a_subsidy_above_all_that_was_spent_is_refused():
    with pytest.raises(ValueError, match="subsidy"):
        net_of(1_000, 1_051, 50)


def test_lists_of_different_length_are_refused():
    with pytest.raises(ValueError, match="shorter"):
        balances([1, 2], [HouseholdAccount()])


@pytest.mark.parametrize(
    ("costs", "complete"), [((), False), ((0,), True), ((1, None), False), ((1, 2), True)]
)
def test_a_settlement_counts_once_every_cost_is_known(costs, complete):
    assert Actual(costs=costs).complete is complete


def test_what_has_not_come_about_is_left_open():
    assert settlement.Actual() == settlement.Actual("", (), None, None, None, ())
    account = settlement.HouseholdAccount
    assert account() == account(0, 0, 0, 0)


def test_an_account_by_hand():
    account = settlement.HouseholdAccount(relief=10, fund=200, paid=3_000, joined=40_000)
    assert settlement.balance(500_000, account) == 536_790
    assert settlement.balance(5, account) == 36_800


def test_a_subsidy_that_pays_for_everything_and_one_fen_more():
    assert settlement.net_of(100, 130, 30) == 0
    with pytest.raises(ValueError, match="above cost and compensation"):
        settlement.net_of(100, 131, 30)
