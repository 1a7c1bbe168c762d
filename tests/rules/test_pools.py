"""The rules of pools: exact sums, who shares, and the ways of sharing."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elevshare.rules import pools
from elevshare.rules.flat import OptOut as Out
from elevshare.rules.pools import BY_STOREY, Pool, PoolWay, can_share, share_pool
from elevshare.rules.share import Flat, OptOut, Within


def stairwell(storeys=6, areas=(8000, 10_000)):
    return [
        Flat(f"{storey}{number:02}", storey, area)
        for storey in range(1, storeys + 1)
        for number, area in enumerate(areas, 1)
    ]


def by_room(net, flats, pool, opt_out=OptOut.ALL, unit=1):
    parts = share_pool(net, flats, pool, opt_out, unit)
    return {flat.room: part for flat, part in zip(flats, parts, strict=True) if part}


CORRIDOR = Pool("连廊", weights=dict.fromkeys(range(2, 7), 200000))


def test_every_storey_from_the_second_on_pays_a_fifth_of_the_corridors():
    parts = by_room(9_000_000, stairwell(), CORRIDOR)
    assert len(parts) == 10
    for storey in "23456":
        assert (parts[f"{storey}01"], parts[f"{storey}02"]) == (800_000, 1_000_000)


def test_a_storey_that_lacks_one_counts_with_what_is_there_or_carries_it_itself():
    flats = [replace(f, taking_part=f.room != "402") for f in stairwell(areas=(9000, 9000))]
    assert by_room(900_000, flats, CORRIDOR)["401"] == 100_000
    assert by_room(900_000, flats, CORRIDOR, OptOut.CHOSEN)["401"] == 100_000
    assert by_room(900_000, flats, CORRIDOR, OptOut.FLOOR)["401"] == 180_000


def test_equally_by_area_and_by_rooms():
    flats = stairwell(3)
    assert set(by_room(600, flats, Pool("管线", PoolWay.EQUAL)).values()) == {100}
    assert by_room(54_000, flats, Pool("管线", PoolWay.AREA))["302"] == 10_000
    rooms = {"301": 10_000, "302": 20_000}
    assert by_room(300, flats, Pool("门洞", PoolWay.ROOMS, rooms=rooms)) == {"301": 100, "302": 200}


def test_weights_over_the_whole_stairwell_are_not_shared_by_storey_first():
    flats = [*stairwell(2, (10_000,)), Flat("202", 2, 10_000)]
    weights = {1: 10_000, 2: 10_000}
    whole = Pool("管线", PoolWay.WHOLE, Within.EQUAL, weights)
    assert by_room(300, flats, whole) == {"101": 100, "201": 100, "202": 100}
    storeys = replace(whole, way=PoolWay.STOREYS)
    assert by_room(300, flats, storeys) == {"101": 150, "201": 75, "202": 75}


def test_a_fixed_sum_spares_a_household_every_pool_but_one_that_names_it():
    flats = [replace(f, fixed=50_000 if f.room == "101" else None) for f in stairwell(2)]
    assert "101" not in by_room(600, flats, Pool("管线", PoolWay.EQUAL))
    assert by_room(600, flats, Pool("门洞", PoolWay.ROOMS, rooms={"101": 10_000})) == {"101": 600}


def test_an_own_weight_does_not_count_in_a_pool():
    flats = [replace(f, own_weight=990_000 if f.room == "201" else None) for f in stairwell(3)]
    assert by_room(900_000, flats, CORRIDOR) == by_room(900_000, stairwell(3), CORRIDOR)


def test_nobody_to_pay_is_known_beforehand_and_refused():
    flats = [replace(flat, taking_part=False) for flat in stairwell(2)]
    assert not can_share(flats, CORRIDOR)
    assert share_pool(0, flats, CORRIDOR) == [0] * 4
    with pytest.raises(ValueError, match=r"positive|nobody|weight"):
        share_pool(1, flats, CORRIDOR)


@st.composite
def _cases(draw):
    flats = [
        Flat(f"{n}", draw(st.integers(1, 4)), draw(st.integers(1, 20_000)),
             taking_part=draw(st.booleans()),
             own_weight=draw(st.none() | st.integers(0, 50_000)),
             fixed=draw(st.none() | st.none() | st.integers(0, 9999)))
        for n in range(draw(st.integers(1, 9)))
    ]  # fmt: skip
    weights = draw(st.dictionaries(st.integers(1, 4), st.integers(0, 100_000)))
    rooms = draw(st.dictionaries(st.sampled_from([f.room for f in flats]), st.integers(1, 30_000)))
    way, within = draw(st.sampled_from(PoolWay)), draw(st.sampled_from(Within))
    return flats, Pool("某项", way, within, weights, rooms)


@settings(max_examples=3 * settings.default.max_examples)
@given(
    _cases(), st.integers(0, 10**9), st.sampled_from(OptOut), st.sampled_from([1, 10, 100, 10_000])
)
def test_a_pool_is_shared_exactly_among_those_who_take_part(case, net, opt_out, unit):
    flats, pool = case
    if not can_share(flats, pool, opt_out):
        return
    parts = share_pool(net, flats, pool, opt_out, unit)
    assert sum(parts) == net and min(parts) >= 0
    for flat, part in zip(flats, parts, strict=True):
        named = pool.way is PoolWay.ROOMS
        spared = not flat.taking_part or (not named and flat.fixed is not None)
        spared |= named and not pool.rooms.get(flat.room)
        spared |= pool.way in BY_STOREY and not pool.weights.get(flat.storey)
        assert not spared or part == 0


def test_what_is_not_agreed_is_as_usual():
    assert Pool("连廊") == Pool("连廊", PoolWay.STOREYS, Within.AREA, {}, {})
    assert pools.MAX_POOLS == len(pools.UNNAMED) == 3


def test_without_a_unit_a_pool_is_shared_to_the_fen():
    two = [Flat("201", 2, 8000), Flat("202", 2, 8000, taking_part=False)]
    assert share_pool(1_001, [two[0], two[0]], CORRIDOR) == [501, 500]
    assert share_pool(1_001, [two[0], two[0]], CORRIDOR, unit=100) == [501, 500]
    assert share_pool(1_150, [two[0], two[0]], CORRIDOR, unit=100) == [650, 500]
    assert share_pool(0, two, Pool("空")) == [0, 0]
    assert can_share(two, CORRIDOR) and not can_share(two[1:], CORRIDOR)
    assert not can_share([Flat("101", 1, 8000)], CORRIDOR)


def test_a_household_with_a_fixed_sum_shares_only_where_it_is_named():
    fixed, other = Flat("201", 2, 8000, fixed=5, own_weight=9), Flat("202", 2, 8000)
    for way in (PoolWay.STOREYS, PoolWay.WHOLE, PoolWay.EQUAL, PoolWay.AREA):
        assert share_pool(100, [fixed, other], Pool("", way, weights={2: 1})) == [0, 100]
    named = Pool("", PoolWay.ROOMS, rooms={"201": 1})
    assert share_pool(100, [fixed, other], named) == [100, 0]


def test_the_parts_of_those_who_stay_out_go_to_all_unless_their_storey_carries_them():
    flats = [Flat(f"{n}", 2 + n // 2, 8000, taking_part=n != 1) for n in range(4)]
    even = Pool("", weights={2: 1, 3: 1})
    assert (
        share_pool(300, flats, even) == share_pool(300, flats, even, Out.ALL) == [100, 0, 100, 100]
    )
    assert share_pool(300, flats, even, Out.FLOOR) == [150, 0, 75, 75]


def test_a_pool_that_costs_nothing_is_nobodys_even_where_nobody_could_pay():
    assert share_pool(0, [], Pool("")) == []
    assert share_pool(0, [Flat("101", 1, 8000)], CORRIDOR) == [0]


def test_a_pool_can_be_kept_in_a_set_whatever_its_weights():
    assert len({Pool("a", weights={1: 1}), Pool("a", weights={1: 1})}) == 1
    assert len({Pool("a", rooms={"101": 1}), Pool("a", rooms={"101": 1})}) == 1
