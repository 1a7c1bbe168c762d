"""Schedules add up to the fen, and the last instalment takes what is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.money import largest_remainder
from elevshare.rules import loan
from elevshare.rules.loan import MAX_MONTHS, level_payment, received, repaid, schedule

amounts = st.integers(0, 10**9)
terms = st.integers(1, MAX_MONTHS)


@given(amounts, st.integers(0, 3_600), terms)
def test_the_principals_sum_to_the_loan(amount, rate, months):
    lines = schedule(amount, rate, months)
    assert [line.number for line in lines] == list(range(1, months + 1))
    assert sum(line.principal for line in lines) == amount and lines[-1].balance == 0
    payment = level_payment(amount, rate, months)
    assert all(0 <= line.payment <= payment for line in lines[:-1])
    assert lines[-1].payment >= 0
    assert all(line.payment == line.interest + line.principal for line in lines)


@given(amounts, terms)
def test_without_interest_the_last_takes_less_than_a_fen_a_month_more(amount, months):
    lines = schedule(amount, 0, months)
    assert sum(line.interest for line in lines) == 0
    assert 0 <= lines[-1].payment - lines[0].payment < months


@given(amounts, st.integers(1, 2_400), terms)
def test_with_interest_the_last_is_off_by_the_roundings_only(amount, rate, months):
    lines = schedule(amount, rate, months)
    grown = (1 + rate / 120_000) ** months
    assert abs(lines[-1].payment - level_payment(amount, rate, months)) <= months * grown + 1


def test_the_ten_year_plan_of_the_article_is_1250_a_month_and_125_for_each_of_ten_payers():
    payment = level_payment(15_000_000, 0, 120)
    assert payment == 125_000
    assert largest_remainder(payment, [1] * 10) == [12_500] * 10
    assert {line.payment for line in schedule(15_000_000, 0, 120)} == {125_000}


@pytest.mark.parametrize("wrong", [(-1, 0, 1), (1, -1, 1), (1, 0, 0)])
def test_what_cannot_be_meant_is_refused(wrong):
    with pytest.raises(ValueError, match="may be negative"):
        level_payment(*wrong)


@given(st.integers(1, 10**8), st.integers(0, 10**6), st.integers(0, 10**7))
def test_an_advance_is_paid_back_in_the_first_month_that_suffices(advance, fee, advertising):
    found = repaid(advance, fee, advertising)
    if found is None:
        assert received(fee, advertising, MAX_MONTHS) < advance
        return
    months, tail = found
    before = received(fee, advertising, months - 1)
    assert before < advance <= received(fee, advertising, months)
    assert before + tail == advance


def test_a_years_advertising_comes_in_exactly():
    assert received(0, 2_000_001, 12) == 2_000_001


def test_what_is_not_agreed_is_nothing():
    assert loan.Loan() == loan.Loan(0, 0, 0, "", 0, 0, 0)
    assert loan.MAX_MONTHS == 10 * 12


@pytest.mark.parametrize("wrong", [(-1, 0, 1), (1, -1, 1), (1, 0, 0)])
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValueError, match="there must be a month"):
        loan.level_payment(*wrong)


def test_a_schedule_by_hand():
    lines = loan.schedule(10_000, 1_200, 2)
    assert [(one.number, one.payment, one.interest, one.principal, one.balance) for one in lines] == [
        (1, 5_075, 100, 4_975, 5_025), (2, 5_075, 50, 5_025, 0),
    ]  # fmt: skip
    assert [one.payment for one in loan.schedule(0, 0, 1)] == [0]
    assert [one.payment for one in loan.schedule(7, 0, 3)] == [2, 2, 3]
    assert [one.payment for one in loan.schedule(1, 12_000, 2)] == [1, 0]


def test_an_advance_that_is_just_paid_back_in_time():
    assert loan.repaid(100, 10, 0) == (10, 10) and loan.repaid(101, 10, 0) == (11, 1)
    assert loan.repaid(120, 1, 0) == (120, 1) and loan.repaid(121, 1, 0) is None
    assert loan.repaid(0, 0, 0) == (1, 0)
    assert loan.received(3, 12, 2) == 8 and loan.received(0, 11, 1) == 0


def test_a_month_bears_a_twelfth_of_a_years_rate_to_the_fen():
    """100 million yuan: the interest of a month is exact, not nearly so."""
    assert schedule(10**10, 1_200, 2)[0].interest == 10**8
    assert loan.level_payment(10**10, 1_200, 1) == 10**10 + 10**8
