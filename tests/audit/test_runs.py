"""Differences gathered into areas."""

from elevshare.audit.runs import Difference, Run, runs


def test_a_difference_with_nothing_said_of_it():
    assert Difference("k", 1, 2) == Difference("k", 1, 2, "", "")


def test_areas_of_one_kind_from_the_top_left():
    corner = Difference("a", 2, 2, "was", "now")
    block = [corner, Difference("a", 2, 3), Difference("a", 3, 2), Difference("a", 3, 3)]
    above, beside = Difference("b", 1, 9), Difference("b", 2, 1)
    found = runs([*reversed(block), above, beside])
    assert found == [Run("I1", above, 1), Run("A2", beside, 1), Run("B2:C3", corner, 4)]
