"""The nearest choice inside intervals: right, nearest of all, and the same every time."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules.interval import WHOLE, feasible, nearest, outside

SHANGHAI = [(0, 0), (400, 600), (800, 1000), (1300, 1500), (1800, 2000), (2300, 2500), (2800, 3000)]
MIDPOINTS = [(low + high) // 2 for low, high in SHANGHAI]
S1 = [(0, 500), (500, 1000), (1000, 2000), (2000, 3000), (3000, 4000), (4000, 5000)]


@st.composite
def small(draw):
    """A few short intervals, a choice near them, and a whole to reach."""
    lows = draw(st.lists(st.integers(0, 5), min_size=1, max_size=4))
    pairs = [(low, low + draw(st.integers(0, 4))) for low in lows]
    chosen = [draw(st.integers(-2, 12)) for _ in pairs]
    return chosen, pairs, draw(st.integers(0, 30))


def squares(chosen, found):
    return sum((a - b) ** 2 for a, b in zip(chosen, found, strict=True))


@given(small())
def test_it_is_right_and_no_right_choice_is_nearer(case):
    chosen, pairs, whole = case
    choices = [c for c in product(*(range(a, b + 1) for a, b in pairs)) if sum(c) == whole]
    found = nearest(chosen, pairs, whole)
    assert (found is None) == (not choices) == (not feasible(pairs, whole))
    if found is not None:
        assert tuple(found) in choices
        assert squares(chosen, found) == min(squares(chosen, c) for c in choices)


def test_a_right_choice_stays_as_it_is():
    assert sum(MIDPOINTS) == WHOLE and outside(MIDPOINTS, SHANGHAI) == []
    assert nearest(MIDPOINTS, SHANGHAI) == MIDPOINTS


def test_what_does_not_divide_goes_to_the_lowest_storeys():
    wished = [0, 500, 900, 1400, 1900, 2400, 2897]
    assert nearest(wished, SHANGHAI) == [0, 501, 901, 1401, 1900, 2400, 2897]


def test_the_sums_of_the_table_are_94_and_106_percent():
    assert (sum(a for a, _ in SHANGHAI), sum(b for _, b in SHANGHAI)) == (9400, 10600)


def test_the_common_ranges_have_no_choice_at_all():
    assert sum(low for low, _ in S1) == 10_500
    assert not feasible(S1) and nearest([0] * 6, S1) is None


@pytest.mark.parametrize("value", [399, 601])
def test_what_lies_outside_is_named(value):
    assert outside([0, value, *MIDPOINTS[2:]], SHANGHAI) == [1]
    assert outside([0, 400, *MIDPOINTS[2:]], SHANGHAI) == []
