"""A household's own weight and fixed sum, half stops, and a gap that chosen storeys carry."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from elevshare.money import largest_remainder
from elevshare.rules.share import (
    Flat,
    Method,
    OptOut,
    SplitForm,
    Within,
    carrying_size,
    counted_weight,
    share,
    weighed_groups,
)

XIANYANG = {1: 0, 2: 5_000, 3: 10_000, 4: 11_000, 5: 12_000}
FIVE = [Flat(f"{s}0{n}", s, 8_000) for s in range(1, 6) for n in (1, 2)]


def without(flats, *rooms):
    return [replace(flat, taking_part=flat.room not in rooms) for flat in flats]


# ------------------------------------------------------------------ worked by hand


def test_chosen_storeys_carry_the_gap_and_the_others_keep_their_amount():
    """280,000 yuan over five storeys: 302 keeps 36,842.10, the high storeys pay for 301."""
    everybody = share(28_000_000, FIVE, XIANYANG)
    method = Method(opt_out=OptOut.CHOSEN, carriers=frozenset({4, 5}))
    dues = share(28_000_000, without(FIVE, "301"), XIANYANG, method)
    by_room = dict(zip((flat.room for flat in FIVE), dues, strict=True))
    assert by_room["302"] == everybody[5] == 3_684_210
    assert by_room["301"] == 0
    # 36,842.11 over 1.1, 1.1, 1.2, 1.2
    more = largest_remainder(everybody[4], [88, 88, 96, 96])
    assert [by_room[room] for room in ("401", "402", "501", "502")] == [
        one + part for one, part in zip(everybody[6:], more, strict=True)
    ]
    assert sum(dues) == 28_000_000


def test_the_ground_floor_pays_a_fixed_sum_and_two_households_nothing():
    """500 yuan each on the ground floor, 201 and 204 free, the rest by coefficient (惠州)."""
    flats = [Flat(f"{s}0{n}", s, 9_000) for s in range(1, 4) for n in range(1, 5)]
    fixed = {**{f"10{n}": 50_000 for n in range(1, 5)}, "201": 0, "204": 0}
    flats = [replace(flat, fixed=fixed.get(flat.room)) for flat in flats]
    dues = share(40_000_000, flats, {2: 10_000, 3: 12_000})
    assert dues[:4] == [50_000] * 4
    assert (dues[4], dues[7]) == (0, 0)
    # 2F: two of four flats, weight 0.5; 3F 1.2
    assert dues[5] + dues[6] == largest_remainder(39_800_000, [500_000, 1_200_000])[0]
    assert sum(dues) == 40_000_000


@pytest.mark.parametrize("form", SplitForm)
def test_percentages_of_ten_households_are_percentages_of_the_amount(form):
    """20.5, 15, 9, 4 and 1.5% of two households each."""
    percent = [205_000, 150_000, 90_000, 40_000, 15_000] * 2
    flats = [Flat(str(row), 2, 100, own_weight=part) for row, part in enumerate(percent)]
    dues = share(60_000_000, flats, {}, Method(form, Within.EQUAL))
    assert dues == [60 * part for part in percent]


def test_eighty_eight_steps_weigh_eighty_eight():
    flats = [Flat("a", 5, 8_000, own_weight=880_000), Flat("b", 3, 8_000, own_weight=440_000)]
    assert share(300, flats, {}, Method(SplitForm.WHOLE, Within.EQUAL)) == [200, 100]


@pytest.mark.parametrize("opt_out", [OptOut.ALL, OptOut.FLOOR])
def test_a_neighbour_of_a_household_with_a_weight_of_its_own_pays_no_more_for_it(opt_out):
    """502 has half of 1.6 whether 501 pays by the storey's weight or by its own half of it."""
    flats = [Flat("301", 3, 8_000), Flat("501", 5, 8_000), Flat("502", 5, 8_000)]
    weights, method = {3: 10_000, 5: 16_000}, Method(opt_out=opt_out)
    own = [flats[0], replace(flats[1], own_weight=8_000), flats[2]]
    assert share(10_000_000, own, weights, method) == share(10_000_000, flats, weights, method)


def test_a_half_stop_has_the_weight_that_was_given_to_it():
    flats = [Flat("501", 5, 8_000), Flat("551", 5.5, 8_000)]
    assert share(2_500, flats, {5: 10_000, 5.5: 15_000}) == [1_000, 1_500]


def test_below_the_first_storey_nobody_has_a_weight_unless_of_his_own():
    flats = [
        Flat("301", 3, 8_000),
        Flat("车库", 0, 2_000),
        Flat("B1", -1, 2_000, own_weight=10_000),
    ]
    assert share(900, flats, {3: 10_000}, Method(SplitForm.WHOLE, Within.EQUAL)) == [450, 0, 450]


def test_fixed_sums_above_the_amount_are_refused():
    with pytest.raises(ValueError, match="fixed sums"):
        share(100, [Flat("101", 1, 1, fixed=101), Flat("102", 1, 1)], {1: 1})


def test_what_is_left_below_one_unit_goes_to_a_carrier_where_its_holder_stays_out():
    flats = without([Flat("301", 3, 8_000), Flat("401", 4, 8_000), Flat("501", 5, 8_000)], "501")
    method = Method(opt_out=OptOut.CHOSEN, carriers=frozenset({4}))
    weights = {3: 10_000, 4: 10_000, 5: 20_000}
    # 10 units of 100 as 2, 3, 5 or 3, 2, 5; 401 carries 5, and the 7 fen left
    whole = share(1_007, [replace(flat, taking_part=True) for flat in flats], weights, unit=100)
    dues = share(1_007, flats, weights, method, unit=100)
    assert dues == [whole[0], whole[1] + whole[2], 0]


# ------------------------------------------------------------------ for any building


@st.composite
def stairwells(draw):
    storeys = st.sampled_from([-1, 0, 1, 2, 3, 3.5, 4, 5])
    flat = st.builds(
        Flat,
        room=st.just(""),
        storey=storeys,
        area=st.integers(1, 20_000),
        taking_part=st.sampled_from([True, True, False]),
        own_weight=st.one_of(st.none(), st.none(), st.integers(0, 50_000)),
        fixed=st.one_of(st.none(), st.none(), st.integers(0, 10_000)),
    )
    flats = draw(st.lists(flat, min_size=1, max_size=12))
    weights = draw(st.dictionaries(st.sampled_from([1, 2, 3, 3.5, 4, 5]), st.integers(0, 50_000)))
    method = Method(
        draw(st.sampled_from(SplitForm)),
        draw(st.sampled_from(Within)),
        draw(st.sampled_from(OptOut)),
        frozenset(draw(st.sets(st.sampled_from([1, 2, 3, 3.5, 4, 5])))),
    )
    return flats, weights, method


def shared(net, case, unit=1):
    try:
        return share(net, *case, unit)
    except ValueError:
        assume(False)
        raise


AMOUNTS, UNITS = st.integers(0, 10**9), st.sampled_from([1, 10, 100, 10_000])


@given(AMOUNTS, stairwells(), UNITS)
def test_the_sum_is_exact_and_whoever_has_a_fixed_sum_pays_exactly_it(net, case, unit):
    dues = shared(net, case, unit)
    assert sum(dues) == net
    assert min(dues) >= 0
    for flat, due in zip(case[0], dues, strict=True):
        if flat.pays_fixed:
            assert due == flat.fixed
        if not flat.taking_part:
            assert due == 0


@given(AMOUNTS, stairwells(), UNITS)
def test_the_third_way_leaves_all_others_exactly_what_they_had(net, case, unit):
    flats, weights, method = case
    method = replace(method, opt_out=OptOut.CHOSEN)
    dues = shared(net, (flats, weights, method), unit)
    everybody = [f if f.taking_part else replace(f, taking_part=True, fixed=None) for f in flats]
    before = shared(net, (everybody, weights, replace(method, opt_out=OptOut.ALL)), unit)
    gap = 0
    for flat, due, had in zip(flats, dues, before, strict=True):
        if not flat.taking_part:
            gap += had
        elif not carrying_size(flat, weights, method):
            assert due == had
        else:
            assert due >= had
    assert sum(dues) - sum(before) == 0
    carried = sum(
        due - had for flat, due, had in zip(flats, dues, before, strict=True) if flat.taking_part
    )
    assert carried == gap


@given(AMOUNTS, stairwells())
def test_the_gap_is_a_largest_remainder_split_by_weight_and_measure(net, case):
    flats, weights, method = case
    method = replace(method, opt_out=OptOut.CHOSEN)
    dues = shared(net, (flats, weights, method))
    everybody = [f if f.taking_part else replace(f, taking_part=True, fixed=None) for f in flats]
    before = shared(net, (everybody, weights, method))
    gap = sum(had for flat, had in zip(flats, before, strict=True) if not flat.taking_part)
    sizes = [carrying_size(flat, weights, method) for flat in flats]
    for flat, due, had, size in zip(flats, dues, before, sizes, strict=True):
        if flat.taking_part and sum(sizes):
            assert abs((due - had) - Fraction(gap * size, sum(sizes))) < 1


@given(stairwells())
def test_no_terms_of_their_own_and_none_is_the_same_as_groups_of_storeys(case):
    flats, weights, method = case
    plain = [replace(flat, own_weight=None, fixed=None) for flat in flats]
    groups = weighed_groups(plain, weights, method)
    assert {kind for kind, _ in groups.counted} == {"storey"}
    assert [one is None for one in groups.of] == [not flat.taking_part for flat in flats]


def test_a_complete_storey_keeps_exactly_its_weight_where_nobody_has_terms_of_his_own():
    assert counted_weight(13_000, 15_120, 15_120, Method()) == 1_300_000
    assert counted_weight(13_000, 8_000, 8_000, Method(), full=16_000) == 650_000
