from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import lease
from elevshare.rules.lease import (
    MONTHS,
    PERIODS,
    Bill,
    Charge,
    FeeTable,
    LeasePeriod,
    annual,
    bill,
    fee_of,
    flats_a_storey,
    month,
    months,
    other,
    span,
    table_for,
)
from elevshare.rules.share import Flat

years = st.integers(0, 10_000_000)
cuts = st.sets(st.integers(1, 11))
TABLE = FeeTable(3, 2, (0, 2_000, 16_000))


@given(years, st.integers(1, 12))
def test_any_twelve_months_running_make_exactly_a_year(year, start):
    running = [month(year, (start + offset - 1) % MONTHS + 1) for offset in range(MONTHS)]
    assert sum(running) == year


@given(years, cuts)
def test_every_division_of_the_year_adds_up_to_it(year, cuts):
    bounds = [0, *sorted(cuts), MONTHS]
    parts = [months(year, a + 1, b) for a, b in pairwise(bounds)]
    assert sum(parts) == year


@given(years, st.sampled_from(list(PERIODS)))
def test_the_periods_of_a_year_add_up_to_it(year, period):
    spans = [span(period, number) for number in range(1, PERIODS[period] + 1)]
    assert sum(months(year, *one) for one in spans) == year
    assert [k for first, last in spans for k in range(first, last + 1)] == list(range(1, 13))


@given(years, st.integers(1, 12), st.integers(1, 12))
def test_months_are_the_sum_of_each_month(year, one, other):
    first, last = sorted((one, other))
    assert months(year, first, last) == sum(month(year, k) for k in range(first, last + 1))


@given(years, cuts)
def test_at_once_the_first_part_of_any_division_is_the_year(year, cuts):
    bounds = [0, *sorted(cuts), MONTHS]
    parts = [months(year, a + 1, b, at_once=True) for a, b in pairwise(bounds)]
    assert parts == [year, *[0] * (len(parts) - 1)]


@pytest.mark.parametrize("charge", Charge)
def test_the_other_charge_of_the_other_is_the_same(charge):
    assert other(charge) is not charge
    assert other(other(charge)) is charge


@given(years, st.integers(1, 12))
def test_a_month_is_a_twelfth_to_the_fen(year, number):
    assert year // MONTHS <= month(year, number) <= -(-year // MONTHS)


@given(st.integers(0, 1_000_000), st.integers(1, 12))
def test_a_monthly_fee_is_the_same_every_month(fee, number):
    assert month(annual(fee, Charge.MONTH), number) == fee


def test_the_rounded_print_of_640_is_no_ground_for_a_bill():
    assert [month(64_000, k) for k in range(1, 7)] == [5333, 5333, 5334, 5333, 5333, 5334]
    assert months(64_000, 1, 12) == 64_000 != 12 * 5_300


@pytest.mark.parametrize("wrong", [(0, 3), (4, 3), (1, 13)])
def test_months_that_are_none_are_refused(wrong):
    with pytest.raises(ValueError, match="1 to 12"):
        months(100, *wrong)


@pytest.mark.parametrize(
    ("period", "number"), [(LeasePeriod.QUARTER, 5), (LeasePeriod.YEAR, 2), (LeasePeriod.MONTH, 0)]
)
def test_periods_that_the_year_does_not_have_are_refused(period, number):
    with pytest.raises(ValueError, match="such periods"):
        span(period, number)


amounts = st.integers(0, 1_000_000)


@given(amounts, amounts, amounts, amounts)
def test_a_bill_is_never_negative_and_what_is_left_is_carried(fee, arrears, paid, relief):
    found = bill(fee, arrears, paid, relief)
    assert found.to_pay - found.carried == fee + arrears - paid - relief
    assert min(found.to_pay, found.carried) == 0


def test_a_bill():
    assert bill(48_000, 16_000, 20_000, 1_000) == Bill(43_000, 0)
    assert bill(48_000, paid=50_001) == Bill(0, 2_001)


def test_the_owners_own_fee_comes_before_the_tables():
    own = (None, 0, None, 5_000)
    assert [fee_of(TABLE, own, storey) for storey in range(1, 6)] == [0, 0, 16_000, 5_000, None]
    assert fee_of(None, own, 4) == 5_000


def test_the_table_is_that_of_the_buildings_size():
    assert table_for((TABLE,), 3, 2) is TABLE
    assert table_for((TABLE,), 3, 3) is None
    assert table_for((TABLE,), 2, 2) is None


def test_the_first_storey_does_not_tell_how_many_flats_share_a_landing():
    storeys = (1, 1, 1, 1, 2, 2, 3)
    assert flats_a_storey([Flat(str(i), s, 8000) for i, s in enumerate(storeys)]) == 2
    assert flats_a_storey([Flat("101", 1, 8000)]) == 0


def test_what_is_not_agreed_is_left_open():
    assert lease.Lease() == lease.Lease(None, 1, 1, 12, "", (), (), False)
    assert (lease.MAX_FEE, MONTHS) == (100_000 * 100, 12)
    assert {LeasePeriod.MONTH: 12, LeasePeriod.QUARTER: 4, LeasePeriod.YEAR: 1} == PERIODS


def test_arguments_that_may_be_left_out():
    assert months(1_200, 1, 2) == months(1_200, 1, 2, False) == 200
    assert span(LeasePeriod.QUARTER) == (1, 3) and span(LeasePeriod.CHOSEN) == (1, 12)
    assert bill(7) == bill(7, 0, 0, 0) == Bill(7, 0)
    assert lease.standing(1_200, 1) == lease.standing(1_200, 1, 0, 0, 0, False)


def test_how_a_household_stands():
    standing = lease.FeeStanding
    assert lease.standing(1_200, 3, arrears=50, relief=20, paid=100) == standing(330, 230, 0, 1_130)
    assert lease.standing(1_200, 3, paid=300) == standing(300, 0, 0, 900)
    assert lease.standing(1_200, 1, paid=400) == standing(100, 0, 300, 800)
    assert lease.standing(1_200, 1, paid=1_300, at_once=True) == standing(1_200, 0, 100, 0)
    assert lease.standing(1_200, 12, relief=1_300) == standing(0, 0, 0, 0)


def test_an_even_bill():
    assert bill(100, arrears=20, paid=70, relief=50) == Bill(0, 0)


def test_each_storey_has_its_own_line_of_a_table():
    assert [fee_of(TABLE, (), storey) for storey in (1, 2, 3, 4)] == [0, 2_000, 16_000, None]
    assert [fee_of(None, (1, 2), storey) for storey in (1, 2, 3)] == [1, 2, None]
    assert fee_of(None, (), 1) is None
