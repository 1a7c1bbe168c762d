"""The cash position: every fen is somewhere, and what is left in the end has its reasons."""

from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import cash
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


def test_what_is_not_told_is_nothing():
    assert CashPayment(Spending.OTHER, 7) == CashPayment(Spending.OTHER, 7, "")
    assert CashAccount(7) == CashAccount(7, 0, 0, 0, 0, 0)
    assert Agreed({}) == Agreed({}, 0, 0, 0)
    assert Moved() == Moved(0, 0, 0, ())


def test_a_relief_above_the_share_asks_for_nothing_at_all():
    """Not even for a fen."""
    assert CashAccount(due=300, relief=500).open == 0
    assert CashAccount(due=300, relief=500, received=1).open == -1
    assert CashAccount(due=300, ahead=50, relief=100, fund=20, received=10, refunded=4).open == 224


def test_an_account_that_is_even_asks_for_nothing_and_has_nothing_over():
    found = position(Agreed({"设备": 100}), [CashAccount(100, received=100)], Moved())
    assert (found.due, found.overpaid, found.grant_due, found.payout_left) == (0, 0, 0, 0)
    done = Moved(payments=[CashPayment(Spending.ENGINEERING, 100, "设备")])
    assert position(Agreed({"设备": 100}), [], done).cost_left == 0


def test_every_figure_of_a_position_by_hand():
    agreed = Agreed({"设备": 1_000, "": 100}, compensation=50, subsidy=300, upkeep=20)
    households = [
        CashAccount(500, relief=30, ahead=40, fund=60, received=400, refunded=7),
        CashAccount(300, received=350),
    ]
    paid = [
        CashPayment(Spending.ENGINEERING, 600, "设备"),
        CashPayment(Spending.ENGINEERING, 30),
        CashPayment(Spending.COMPENSATION, 55),
        CashPayment(Spending.OTHER, 9),
    ]
    found = position(agreed, households, Moved(5, 330, 11, paid))
    assert (found.income, found.outgo, found.hand) == (1_151, 701, 455)
    assert (found.due, found.overpaid) == (57, 50)
    assert (found.grant_due, found.cost_left, found.payout_left) == (0, 470, 0)
    assert found.left == sum(found.reasons.values()) == 455 + 57 - 50 - 40 - 20 - 470
    assert found.reasons == {
        "opening": 5, "other": 11, "others": -9, "relief": -30, "grant_over": 10,
        "cost_over": 0, "payout_over": -5, "apart": -50,
    }  # fmt: skip


def test_an_item_without_a_name_needs_what_is_left_of_it():
    paid = [CashPayment(Spending.ENGINEERING, 30), CashPayment(Spending.OTHER, 5, "设备")]
    assert cash.paid_of("", paid) == 30 and cash.paid_of("设备", paid) == 0
    assert position(Agreed({"设备": 80, "": 40}), [], Moved(payments=paid)).cost_left == 90
    assert position(Agreed({"设备": 80}), [], Moved(payments=paid)).cost_left == 50
