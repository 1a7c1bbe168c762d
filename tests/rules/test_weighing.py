"""The weight with which a storey, or a household with a weight of its own, counts."""

from elevshare.rules.flat import Flat, Method, OptOut, SplitForm
from elevshare.rules.weighing import Groups, counted_weight, counted_weights, weighed_groups

FLOORS, WHOLE = Method(), Method(SplitForm.WHOLE)
BY_FLOOR = Method(opt_out=OptOut.FLOOR)
WHOLE_BY_FLOOR = Method(SplitForm.WHOLE, opt_out=OptOut.FLOOR)


def test_a_storey_of_which_nobody_takes_part_weighs_nothing():
    for method in (FLOORS, WHOLE, BY_FLOOR, WHOLE_BY_FLOOR):
        assert counted_weight(10_000, 300, 0, method) == 0


def test_a_storey_counts_by_those_who_take_part():
    assert counted_weight(10_000, 300, 100, FLOORS) == 333_333
    assert counted_weight(10_000, 300, 100, BY_FLOOR) == 1_000_000
    assert counted_weight(10_000, 300, 100, WHOLE) == 10_000
    assert counted_weight(10_000, 300, 100, WHOLE_BY_FLOOR) == 30_000
    assert counted_weight(10_000, 300, 100, FLOORS, full=400) == 250_000
    assert counted_weight(10_000, 300, 300, BY_FLOOR, full=400) == 750_000


def test_storeys_and_households_of_their_own():
    flats = [
        Flat("301", 3, 100),
        Flat("302", 3, 200, taking_part=False),
        Flat("201", 2, 100, own_weight=7),
        Flat("202", 2, 100),
        Flat("101", 1, 100, fixed=5),
        Flat("102", 1, 100, own_weight=0),
    ]
    weights = {3: 10_000, 2: 5_000}
    assert list(counted_weights(flats, weights, FLOORS).items()) == [
        (1, 0), (2, 250_000), (3, 333_333)
    ]  # fmt: skip
    assert weighed_groups(flats, weights, FLOORS) == Groups(
        {("storey", 1): 0, ("storey", 2): 250_000, ("storey", 3): 333_333, ("own", 2): 700, ("own", 5): 0},
        [("storey", 3), None, ("own", 2), ("storey", 2), None, ("own", 5)],
    )  # fmt: skip
    assert weighed_groups(flats, weights, WHOLE).counted == {
        ("storey", 1): 0, ("storey", 2): 5_000, ("storey", 3): 10_000, ("own", 2): 7, ("own", 5): 0,
    }  # fmt: skip


def test_a_storey_that_is_not_named_weighs_nothing():
    assert counted_weights([Flat("101", 1, 100)], {2: 10_000}, FLOORS) == {1: 0}
