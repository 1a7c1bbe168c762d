"""A flat, and what is left open of it; the usual method."""

from elevshare.rules import flat


def test_what_is_not_told_of_a_flat_is_left_open():
    one = flat.Flat("301", 3, 8000)
    rest = (True, 0, None, None, "", False, None, None, "", 0, None, "")
    assert one == flat.Flat("301", 3, 8000, "", *rest)


def test_a_household_pays_a_fixed_sum_only_while_it_takes_part():
    fixed = flat.Flat("301", 3, 8000, fixed=0)
    assert fixed.pays_fixed and not flat.Flat("301", 3, 8000).pays_fixed
    assert not flat.Flat("301", 3, 8000, taking_part=False, fixed=0).pays_fixed


def test_the_usual_way_of_sharing():
    floors, area, every = flat.SplitForm.FLOORS, flat.Within.AREA, flat.OptOut.ALL
    assert flat.Method() == flat.Method(floors, area, every, frozenset())
    one = flat.Flat("301", 3, 8000)
    assert flat.Method().size(one) == 8000
    assert flat.Method(within=flat.Within.EQUAL).size(one) == 1


def test_the_scale_of_weights():
    assert flat.WEIGHT_SCALE == 10**flat.WEIGHT_PLACES == 10_000
    assert flat.MAX_WEIGHT == 1_000 * 10_000
