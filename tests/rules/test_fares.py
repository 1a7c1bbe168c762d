from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules.fares import (
    Fare,
    Fares,
    card_pays,
    fare_bill,
    months_of_year_card,
    ride_fee,
)
from elevshare.rules.rides import Tariff, Usage, break_even, usage_bill

TARIFF = Tariff(50, 5_000, 100)
fees = st.integers(0, 100_000)
own = st.none() | fees
fares_of_a_storey = st.builds(Fare, own, own, own)
caps = st.none() | st.integers(0, 1_000_000)
all_fares = st.builds(Fares, st.lists(fares_of_a_storey, max_size=8).map(tuple), caps, caps)
tariffs = st.builds(Tariff, fees, fees, fees)
counts, few = st.integers(0, 9_999), st.integers(0, 99)
usages = st.builds(Usage, counts, few, counts, counts, counts, few, few, few, counts)


@given(tariffs, usages, st.integers(1, 40))
def test_without_fares_a_bill_is_that_of_the_tariff(tariff, usage, storey):
    plain = replace(usage, years=0, free_rides=0)
    assert fare_bill(tariff, plain, Fares(), storey) == usage_bill(tariff, plain)


@given(tariffs, usages, all_fares, st.integers(1, 8))
def test_a_cap_never_raises_a_fee_and_holds(tariff, usage, fares, storey):
    bill = fare_bill(tariff, usage, fares, storey)
    free = fare_bill(tariff, usage, replace(fares, household_cap=None, person_cap=None), storey)
    assert 0 <= bill.rides <= free.rides
    assert (bill.cards, bill.years, bill.visitors) == (free.cards, free.years, free.visitors)
    if fares.household_cap is not None:
        assert bill.rides <= fares.household_cap
    if fares.person_cap is not None and usage.persons:
        assert bill.rides <= fares.person_cap * max(0, usage.persons - usage.free_persons)
    assert bill.fee + usage.owing - usage.credit == bill.to_pay - bill.left


@given(st.integers(1, 100_000), usages)
def test_more_free_rides_never_cost_more(price, usage):
    more = replace(usage, free_rides=usage.free_rides + 1)
    assert ride_fee(price, more, Fares()) <= ride_fee(price, usage, Fares())


@given(tariffs, all_fares, st.integers(1, 40))
def test_a_storey_has_its_own_price_or_that_of_the_tariff(tariff, fares, storey):
    fare = fares.on(storey, tariff)
    stated = fares.storeys[storey - 1] if storey <= len(fares.storeys) else Fare()
    assert fare.ride == (tariff.ride if stated.ride is None else stated.ride)
    assert fare.month_card == (
        tariff.month_card if stated.month_card is None else stated.month_card
    )
    assert fare.year_card == stated.year_card


@given(st.integers(1, 100_000), st.integers(1, 100_000), st.sampled_from([1, 12]), caps)
def test_a_card_pays_from_the_first_number_of_rides_that_cost_it(card, ride, months, cap):
    def cost(rides):
        monthly = rides * ride if cap is None else min(rides * ride, cap)
        return monthly * months

    rides = card_pays(card, ride, months, cap)
    if rides is None:
        assert cost(10**9) < card
    else:
        assert cost(rides) >= card > cost(rides - 1)


@given(st.builds(Tariff, fees, fees, fees))
def test_for_a_month_card_that_is_the_break_even_of_the_tariff(tariff):
    assert card_pays(tariff.month_card, tariff.ride) == break_even(tariff)


@given(st.integers(1, 10_000), st.integers(1, 100_000))
def test_a_year_card_counts_for_as_many_months(month, year):
    months = months_of_year_card(Fare(0, month, year))
    assert months * month >= year > (months - 1) * month


@pytest.mark.parametrize(
    "fare", [Fare(), Fare(20, None, 100), Fare(20, 100, None), Fare(20, 0, 100)]
)
def test_without_both_cards_they_are_not_compared(fare):
    assert months_of_year_card(fare) is None


@pytest.mark.parametrize(("ride", "card"), [(None, 100), (20, None), (0, 100), (20, 0)])
def test_without_a_price_nothing_is_compared(ride, card):
    assert card_pays(card, ride) is None


@pytest.mark.parametrize("key", ["years", "persons", "free_persons", "free_rides"])
def test_a_negative_number_is_refused(key):
    with pytest.raises(ValueError, match="negative"):
        fare_bill(TARIFF, Usage(**{key: -1}), Fares(), 1)


@pytest.mark.parametrize(
    "fares", [Fares(household_cap=-1), Fares(person_cap=-1), Fares((Fare(-1),))]
)
def test_a_negative_price_or_cap_is_refused(fares):
    with pytest.raises(ValueError, match="negative"):
        fare_bill(TARIFF, Usage(), fares, 1)
