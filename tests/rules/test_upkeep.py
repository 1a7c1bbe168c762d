from dataclasses import replace
from itertools import product

import pytest
from buildings import ODD_AREAS, flats
from hypothesis import given
from hypothesis import strategies as st

from elevshare.money import largest_remainder
from elevshare.rules import upkeep as rules
from elevshare.rules.share import Flat, Method, OptOut, SplitForm, Within, share
from elevshare.rules.upkeep import (
    Payers,
    Sharing,
    Upkeep,
    UpkeepItem,
    UpkeepPeriod,
    carries,
    fund_of_period,
    part_of_period,
    part_of_year,
    upkeep_dues,
    year_of,
)

XIANYANG = {2: 5_000, 3: 10_000, 4: 11_000, 5: 12_000, 6: 13_000}
METHODS = [Method(*choice) for choice in product(SplitForm, Within, (OptOut.ALL, OptOut.FLOOR))]
HOUSE = flats(6, ODD_AREAS[:2])


def exempting(households, *rooms):
    return [replace(flat, exempt=flat.room in rooms) for flat in households]


# ---------------------------------------------------------------- who pays how much


@pytest.mark.parametrize("method", METHODS, ids=str)
def test_by_coefficient_it_is_the_split_of_the_building_cost(method):
    dues = upkeep_dues(1_234_567, HOUSE, XIANYANG, method, Sharing.COEFFICIENT)
    assert dues == share(1_234_567, HOUSE, XIANYANG, method)


@pytest.mark.parametrize("method", METHODS, ids=str)
def test_an_exempt_flat_counts_as_one_that_stays_out_of_the_building_cost(method):
    dues = upkeep_dues(
        1_234_567, exempting(HOUSE, "302"), XIANYANG, method, Sharing.COEFFICIENT
    )  # fmt: skip
    assert dues == share(1_234_567, flats(6, ODD_AREAS[:2], ("302",)), XIANYANG, method)


def test_equally_every_household_that_takes_part_pays_the_same():
    house = flats(6, ODD_AREAS[:2], out=("101", "302"))
    dues = upkeep_dues(1_000_000, house, XIANYANG, Method(), Sharing.EQUAL)
    assert dues == [0, *[100_000] * 4, 0, *[100_000] * 6]


def test_by_area_it_goes_by_the_areas_of_those_who_take_part():
    house = flats(6, ODD_AREAS[:2], out=("302",))
    dues = upkeep_dues(1_000_001, house, {}, Method(), Sharing.AREA)
    areas = [flat.area * flat.taking_part for flat in house]
    assert dues == largest_remainder(1_000_001, areas)


@pytest.mark.parametrize("sharing", [Sharing.EQUAL, Sharing.AREA])
def test_storeys_that_weigh_nothing_can_be_left_out(sharing):
    dues = upkeep_dues(900_000, HOUSE, XIANYANG, Method(), sharing, Payers.WEIGHING)
    assert dues[:2] == [0, 0] and min(dues[2:]) > 0 and sum(dues) == 900_000


def test_by_coefficient_a_storey_that_weighs_nothing_pays_nothing():
    dues = upkeep_dues(900_000, HOUSE, XIANYANG, Method(), Sharing.COEFFICIENT)
    assert dues[:2] == [0, 0]
    assert not carries(HOUSE[0], 0, Sharing.COEFFICIENT)
    assert carries(HOUSE[0], 0, Sharing.EQUAL)


@pytest.mark.parametrize("sharing", Sharing)
def test_the_same_floor_carries_an_exempt_flat_where_the_building_does_it_so(sharing):
    method = Method(opt_out=OptOut.FLOOR)
    plain = upkeep_dues(1_200_000, HOUSE, XIANYANG, method, sharing)
    dues = upkeep_dues(1_200_000, exempting(HOUSE, "401"), XIANYANG, method, sharing)
    # A few fen: over the whole stairwell the raised weight is rounded to 1/10,000.
    assert abs(dues[7] - plain[6] - plain[7]) <= 5 and dues[6] == 0
    assert all(
        abs(one - other) <= 2
        for one, other in zip(dues[:6] + dues[8:], plain[:6] + plain[8:], strict=True)
    )


def test_with_everybody_exempt_there_is_nobody_to_pay():
    house = [replace(flat, exempt=True) for flat in HOUSE]
    for sharing in Sharing:
        with pytest.raises(ValueError, match="weight"):
            upkeep_dues(1, house, XIANYANG, Method(), sharing)
        assert upkeep_dues(0, house, XIANYANG, Method(), sharing) == [0] * 12


# ---------------------------------------------------------------- the year


ITEMS = (UpkeepItem("电费", 600_000), UpkeepItem("维保", 840_001))


def test_advertising_and_the_years_part_of_the_subsidy_are_taken_off():
    upkeep = Upkeep(ITEMS, advertising=400_000, years=8, nth=8)
    year = year_of(upkeep, 8_000_003, HOUSE, XIANYANG, Method())
    assert (year.cost, year.used, year.net, year.surplus) == (1_440_001, 1_000_003, 39_998, 0)
    assert sum(year.dues) == year.net


def test_what_is_over_goes_to_the_fund_and_nobody_pays():
    year = year_of(Upkeep(ITEMS, advertising=2_000_000), 0, HOUSE, XIANYANG, Method())
    assert (year.net, year.surplus, set(year.dues)) == (0, 559_999, {0})


def test_the_scheme_decides_where_the_owners_do_not():
    by_area = year_of(Upkeep(ITEMS), 0, HOUSE, XIANYANG, Method(), Sharing.AREA)
    assert list(by_area.dues) == upkeep_dues(1_440_001, HOUSE, XIANYANG, Method(), Sharing.AREA)
    own = year_of(Upkeep(ITEMS, Sharing.EQUAL), 0, HOUSE, XIANYANG, Method(), Sharing.AREA)
    assert set(own.dues) == {120_000, 120_001}


def test_the_fund_is_paid_by_the_month_and_not_by_the_exempt():
    upkeep = Upkeep(fund=5_000, period=UpkeepPeriod.QUARTER)
    assert fund_of_period(upkeep, HOUSE[4], 10_000) == 15_000
    assert fund_of_period(upkeep, replace(HOUSE[4], exempt=True), 10_000) == 0
    assert fund_of_period(upkeep, replace(HOUSE[4], taking_part=False), 10_000) == 0
    assert fund_of_period(upkeep, HOUSE[0], 0) == 0
    assert fund_of_period(replace(upkeep, sharing=Sharing.AREA), HOUSE[0], 0) == 15_000


# ---------------------------------------------------------------- nothing is lost


@st.composite
def houses(draw):
    flat = st.tuples(st.integers(1, 9), st.integers(1, 999_999), st.booleans(), st.booleans())
    return [
        Flat(f"{i:03}", storey, area, taking_part=taking, exempt=exempt)
        for i, (storey, area, taking, exempt) in enumerate(
            draw(st.lists(flat, min_size=1, max_size=30))
        )
    ]


@given(houses(), st.integers(0, 10**9), st.sampled_from(METHODS), st.sampled_from(Sharing),
       st.sampled_from(Payers), st.dictionaries(st.integers(1, 9), st.integers(0, 60_000)))  # fmt: skip
def test_the_dues_sum_to_the_net_and_exemptions_to_nothing(
    house, net, method, sharing, payers, weights
):
    upkeep = Upkeep((UpkeepItem("", net),), sharing, payers)
    try:
        year = year_of(upkeep, 0, house, weights, method)
    except ValueError:
        carrying = [carries(f, weights.get(f.storey, 0), sharing, payers) for f in house]
        paying = [one and not f.exempt for one, f in zip(carrying, house, strict=True)]
        assert net and (not any(paying) or sharing is Sharing.COEFFICIENT)
        return
    assert sum(year.dues) == sum(year.plain) == net
    assert sum(year.more) == 0 and min(year.dues) >= 0
    for flat, due, plain in zip(house, year.dues, year.plain, strict=True):
        assert due == 0 or (flat.taking_part and not flat.exempt)
        assert plain == 0 or flat.taking_part


@given(st.integers(0, 10**9), st.sampled_from(UpkeepPeriod))
def test_the_periods_of_a_year_sum_to_it_and_hardly_differ(yearly, period):
    amounts = [part_of_period(yearly, period, number) for number in range(1, period + 1)]
    assert sum(amounts) == yearly and max(amounts) - min(amounts) <= 1


@given(st.integers(0, 10**9), st.integers(1, 50))
def test_the_years_of_a_subsidy_sum_to_it_and_then_it_is_used_up(kept, years):
    amounts = [part_of_year(kept, years, nth) for nth in range(1, years + 1)]
    assert sum(amounts) == kept and min(amounts) >= 0
    assert len(set(amounts[:-1])) <= 1
    assert part_of_year(kept, years, years + 1) == 0


# ---------------------------------------------------------------- defaults and limits


def test_what_is_not_agreed_is_left_open():
    period, payers = rules.UpkeepPeriod.YEAR, rules.Payers.TAKING
    default = rules.Upkeep((), None, payers, period, 1, 0, 0, 0, 0, 0, 1, "")
    assert rules.Upkeep() == default and default.cost == 0


def test_limits():
    assert (rules.MAX_ITEMS, rules.MONTHS, rules.YEARS, rules.MAX_SPREAD) == (
        8,
        12,
        (2000, 2099),
        50,
    )
    assert {one.name: int(one) for one in rules.UpkeepPeriod} == {
        "MONTH": 12, "QUARTER": 4, "HALF_YEAR": 2, "YEAR": 1,
    }  # fmt: skip


def test_arguments_that_may_be_left_out():
    light, heavy = rules.Flat("101", 1, 8000), rules.Flat("201", 2, 8000)
    both, weights = [light, heavy], {2: 10_000}
    method, equal = rules.Method(), rules.Sharing.EQUAL
    assert rules.carries(light, 0, equal) and not rules.carries(light, 0, rules.Sharing.COEFFICIENT)
    assert not rules.carries(light, 0, equal, rules.Payers.WEIGHING)
    assert rules.carries(light, 1, equal, rules.Payers.WEIGHING)
    assert rules.upkeep_dues(100, both, weights, method, equal) == [50, 50]
    cost = rules.Upkeep((rules.UpkeepItem("电费", 100),), fund=12)
    assert rules.year_of(cost, 0, both, weights, method).dues == (0, 100)
    assert rules.fund_of_period(cost, light, 0) == 0
    assert rules.fund_of_period(cost, heavy, 10_000) == 12 * 12
    assert rules.fund_of_period(cost, light, 0, equal) == 12 * 12


def test_a_year_that_brings_more_than_it_costs():
    flats, method = [rules.Flat("201", 2, 8000)], rules.Method()
    cost = rules.Upkeep((rules.UpkeepItem("电费", 100),), advertising=70, kept=90, years=2, nth=1)
    year = rules.year_of(cost, 90, flats, {2: 1}, method)
    assert (year.cost, year.used, year.net, year.surplus) == (100, 45, 0, 15)
    even = rules.Upkeep((rules.UpkeepItem("电费", 100),), advertising=100)
    year = rules.year_of(even, 0, flats, {2: 1}, method)
    assert (year.net, year.surplus, year.dues, year.more) == (0, 0, (0,), (0,))


def test_below_the_first_storey_nobody_runs_the_lift():
    flats = [rules.Flat("B1", 0, 8000), rules.Flat("101", 1, 8000)]
    equal = rules.Sharing.EQUAL
    assert rules.upkeep_dues(100, flats, {}, rules.Method(), equal) == [0, 100]
    fund = rules.Upkeep(fund=1)
    assert [rules.fund_of_period(fund, flat, 0, equal) for flat in flats] == [0, 12]
    exempt = rules.Flat("201", 2, 8000, exempt=True)
    assert rules.fund_of_period(fund, exempt, 0, equal) == 0
