"""Where the households stand between two joinings, by hand."""

from elevshare.rules.late import Advance, Joining, RefundBasis, Settlement
from elevshare.rules.standing import Standing, weights

ROOMS = ("101", "201", "301")
BEFORE = Standing((300, 200, 0), (30, 250, 0), (True, True, False))


def test_after_a_joining_the_accounts_sum_to_what_they_did():
    after = BEFORE.after(2, Settlement(90, 100, (60, 40, 0)))
    assert after == Standing((240, 160, 100), (90, 290, 0), (True, True, True))
    assert sum(after.accounts) == sum(BEFORE.accounts)


def test_by_what_each_owes_the_joiner_gets_nothing():
    assert weights(Joining("301"), ROOMS, BEFORE, (0, 0, 0)) == [300, 200, 0]
    assert weights(Joining("101"), ROOMS, BEFORE, (0, 0, 0)) == [0, 200, 0]


def test_by_what_is_paid_less_what_came_back_never_below_nothing():
    by_paid = Joining("301", basis=RefundBasis.PAID)
    assert weights(by_paid, ROOMS, BEFORE, (130, 100, 999)) == [100, 0, 0]
    assert weights(by_paid, ROOMS, BEFORE, (30, 251, 0)) == [0, 1, 0]


def test_by_what_each_carries():
    carried = Joining("301", basis=RefundBasis.CARRIED)
    assert weights(carried, ROOMS, BEFORE, (0, 0, 0), (5, 0, 7)) == [5, 0, 0]
    assert weights(carried, ROOMS, BEFORE, (0, 0, 0)) == [0, 0, 0]


def test_those_who_advanced_the_money():
    advances = (Advance("101", 5), Advance("201", 0), Advance("101", 6), Advance("301", 9))
    advanced = Joining("301", basis=RefundBasis.ADVANCED, advances=advances)
    assert weights(advanced, ROOMS, BEFORE, (0, 0, 0)) == [11, 0, 0]
    alike = Joining("301", basis=RefundBasis.ALIKE, advances=advances)
    assert weights(alike, ROOMS, BEFORE, (0, 0, 0)) == [1, 1, 0]
