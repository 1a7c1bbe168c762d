"""The cash position: every fen is somewhere, and what is left in the end has its reasons."""

from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules.cash import Agreed, CashAccount, CashPayment, Moved, Spending, position

AMOUNT = st.integers(0, 10**9)
NAMES = ("设计", "设备", "")
PAYMENTS = st.lists(
    st.builds(CashPayment, st.sampled_from(Spending), AMOUNT, st.sampled_from(NAMES)), max_size=8
)
AGREED = st.builds(Agreed, st.dictionaries(st.sampled_from(NAMES), AMOUNT), AMOUNT, AMOUNT, AMOUNT)
ACCOUNTS = st.lists(st.builds(CashAccount, *[AMOUNT] * 6), max_size=5)


@given(AGREED, ACCOUNTS, st.builds(Moved, AMOUNT, AMOUNT, AMOUNT, PAYMENTS))
def test_what_came_in_went_out_or_is_in_hand_and_what_is_left_has_its_reasons(
    agreed, households, moved
):
    found = position(agreed, households, moved)
    assert moved.opening + found.income == found.outgo + found.hand
    assert found.left == sum(found.reasons.values())


def test_nothing_is_left_of_a_plan_that_is_half_way_through():
    agreed = Agreed({"设备": 80_000, "安装": 20_000}, compensation=5_000, subsidy=25_000)
    households = [
        CashAccount(50_000, received=50_000),
        CashAccount(30_000, fund=40_000),
        CashAccount(0),
    ]
    paid = [
        CashPayment(Spending.ENGINEERING, 30_000, "设备"),
        CashPayment(Spending.COMPENSATION, 2_000),
    ]
    found = position(agreed, households, Moved(payments=paid, arrived=10_000))
    assert (found.hand, found.left) == (68_000, 0)
    assert (found.due, found.overpaid, found.grant_due) == (0, 10_000, 15_000)
    assert (found.cost_left, found.payout_left) == (70_000, 3_000)


def test_an_item_that_cost_more_takes_nothing_from_another():
    agreed = Agreed({"设备": 80_000, "安装": 20_000})
    paid = [CashPayment(Spending.ENGINEERING, 90_000, "设备")]
    found = position(agreed, [CashAccount(100_000, received=100_000)], Moved(payments=paid))
    assert (found.cost_left, found.left) == (20_000, -10_000)


def test_a_payment_that_names_no_item_is_taken_off_what_all_of_them_need():
    agreed = Agreed({"设备": 80_000, "安装": 20_000})
    paid = [CashPayment(Spending.ENGINEERING, 90_000)]
    found = position(agreed, [CashAccount(100_000, received=100_000)], Moved(payments=paid))
    assert (found.cost_left, found.left) == (10_000, 0)


def test_a_subsidy_that_the_households_stand_in_for_goes_back_to_them():
    agreed = Agreed({"设备": 100_000}, subsidy=30_000, upkeep=2_000)
    households = [CashAccount(70_000, ahead=30_000, received=100_000)]
    found = position(agreed, households, Moved())
    assert (found.hand, found.due, found.grant_due, found.left) == (100_000, 0, 32_000, 0)
