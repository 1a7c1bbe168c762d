from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import fares as rules
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


def test_what_is_not_told_is_left_open():
    assert rules.Fare() == rules.Fare(None, None, None)
    assert rules.Fares() == rules.Fares((), None, None)


def test_limits():
    assert (rules.MAX_YEAR_FEE, rules.MAX_PERSONS) == (10_000 * 100, 99)


def test_each_storey_has_its_own_prices():
    tariff = rules.Tariff(50, 5_000, 100)
    own = rules.Fares((rules.Fare(1), rules.Fare(2, 0, 9)))
    usual = rules.Fare(50, 5_000, None)
    told = [own.on(storey, tariff) for storey in (-1, 0, 0.5, 1, 1.5, 2, 3)]
    first, second = rules.Fare(1, 5_000, None), rules.Fare(2, 0, 9)
    assert told == [usual, usual, usual, first, first, second, usual]


def test_the_caps_by_one_fen():
    usage = rules.Usage(rides=10, persons=2, free_persons=1, free_rides=3)
    fee = rules.ride_fee
    assert fee(10, usage, rules.Fares()) == 70
    assert [fee(10, usage, rules.Fares(household_cap=cap)) for cap in (0, 69, 71)] == [0, 69, 70]
    assert [fee(10, usage, rules.Fares(person_cap=cap)) for cap in (0, 69, 71)] == [0, 69, 70]
    assert fee(10, rules.Usage(rides=10), rules.Fares(person_cap=1)) == 100
    assert fee(10, rules.Usage(rides=1, free_rides=2), rules.Fares()) == 0
    alone = rules.Usage(rides=10, persons=1, free_persons=2)
    assert fee(10, alone, rules.Fares(person_cap=5)) == 0


def test_a_card_that_just_pays_and_one_that_does_not():
    pays = rules.card_pays
    assert [pays(card, 10) for card in (1, 10, 11, 100)] == [1, 1, 2, 10]
    assert [pays(100, 10, cap=cap) for cap in (99, 100)] == [None, 10]
    assert [pays(100, 10, 2, cap) for cap in (49, 50)] == [None, 5]
    assert pays(0, 10) is pays(10, 0) is pays(None, 10) is pays(10, None) is None


def test_month_cards_in_place_of_a_year_card():
    months = rules.months_of_year_card
    assert [months(rules.Fare(1, 10, year)) for year in (1, 10, 11, 100)] == [1, 1, 2, 10]
    assert months(rules.Fare(1, 0, 10)) is months(rules.Fare(1, 10, 0)) is None


def test_a_tariff_without_prices_costs_nothing_and_negative_ones_are_refused():
    free, tariff = rules.Fares(), rules.Tariff(0, 0, 0)
    month = rules.Usage(rides=1, cards=1, visitors=1, years=1)
    assert rules.fare_bill(tariff, month, free, 1).fee == 0
    zero = rules.Fares((rules.Fare(0, 0, 0),), 0, 0)
    assert rules.fare_bill(tariff, month, zero, 1).fee == 0
    for wrong in (
        rules.Fares(household_cap=-1),
        rules.Fares(person_cap=-1),
        rules.Fares((rules.Fare(year_card=-1),)),
        rules.Fares((rules.Fare(month_card=-1),)),
        rules.Fares((rules.Fare(ride=-1),)),
    ):
        with pytest.raises(ValueError, match="a cap nor a count may be negative"):
            rules.fare_bill(tariff, month, wrong, 1)
    for key in ("years", "persons", "free_persons", "free_rides"):
        with pytest.raises(ValueError, match="a cap nor a count may be negative"):
            rules.fare_bill(tariff, rules.Usage(**{key: -1}), free, 1)
