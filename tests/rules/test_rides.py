import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules import rides
from elevshare.rules.rides import Tariff, Usage, break_even, card_saving, usage_bill

FIRST, SECOND = Tariff(50, 5_000, 100), Tariff(40, 5_000, 100)

fees = st.integers(0, 100_000)
tariffs = st.builds(Tariff, fees, fees, fees)
counts = st.integers(0, 9_999)
amounts = st.integers(0, 1_000_000_000)
usages = st.builds(Usage, counts, st.integers(0, 99), counts, amounts, amounts)


@pytest.mark.parametrize(("tariff", "rides"), [(FIRST, 100), (SECOND, 125)])
def test_the_published_tariffs_break_even(tariff, rides):
    assert break_even(tariff) == rides
    assert card_saving(tariff, rides) == 0


def test_a_month_in_hand():
    bill = usage_bill(FIRST, Usage(rides=31, cards=2, visitors=3, owing=1_250, credit=2_000))
    assert (bill.rides, bill.cards, bill.visitors) == (1_550, 10_000, 300)
    assert (bill.fee, bill.to_pay, bill.left) == (11_850, 11_100, 0)


def test_a_credit_that_is_not_used_up_goes_on():
    bill = usage_bill(SECOND, Usage(rides=10, owing=100, credit=1_000))
    assert (bill.fee, bill.to_pay, bill.left) == (400, 0, 500)


@given(tariffs, usages)
def test_what_is_owed_and_held_before_is_what_is_paid_and_left(tariff, usage):
    bill = usage_bill(tariff, usage)
    assert bill.fee + usage.owing - usage.credit == bill.to_pay - bill.left
    assert min(bill.to_pay, bill.left) == 0
    assert max(bill.to_pay, bill.left) >= 0


@given(tariffs, st.lists(usages, max_size=20))
def test_the_fees_of_all_are_the_fees_of_what_all_used(tariff, month):
    together = Usage(
        *(sum(getattr(one, key) for one in month) for key in ("rides", "cards", "visitors"))
    )
    assert sum(usage_bill(tariff, one).fee for one in month) == usage_bill(tariff, together).fee  # fmt: skip


@given(st.builds(Tariff, st.integers(1, 100_000), st.integers(1, 100_000), fees))
def test_the_break_even_is_the_first_number_of_rides_that_cost_a_card(tariff):
    rides = break_even(tariff)
    assert card_saving(tariff, rides) >= 0 > card_saving(tariff, rides - 1)


@pytest.mark.parametrize("tariff", [Tariff(0, 5_000, 100), Tariff(50, 0, 100), Tariff(0, 0, 0)])
def test_without_a_fee_a_ride_or_a_card_nothing_is_compared(tariff):
    assert break_even(tariff) is None


@pytest.mark.parametrize("key", ["rides", "cards", "visitors", "owing", "credit"])
def test_a_negative_number_is_refused(key):
    with pytest.raises(ValueError, match="negative"):
        usage_bill(FIRST, Usage(**{key: -1}))


@pytest.mark.parametrize("tariff", [Tariff(-1, 0, 0), Tariff(0, -1, 0), Tariff(0, 0, -1)])
def test_a_negative_fee_is_refused(tariff):
    with pytest.raises(ValueError, match="negative"):
        usage_bill(tariff, Usage())


def test_what_is_not_told_is_nothing():
    assert Usage() == Usage(0, 0, 0, 0, 0, 0, 0, 0, 0)
    assert rides.UsageBill(1, 2, 3, 4, 5) == rides.UsageBill(1, 2, 3, 4, 5, 0)


def test_year_cards_are_part_of_the_fee():
    bill = rides.UsageBill(rides=1, cards=2, visitors=3, owing=4, credit=5, years=7)
    assert (bill.fee, bill.to_pay, bill.left) == (13, 12, 0)


def test_an_even_account_pays_nothing_and_keeps_nothing():
    bill = usage_bill(FIRST, Usage(rides=1, owing=10, credit=60))
    assert (bill.to_pay, bill.left) == (0, 0)


def test_a_month_without_any_use_and_a_free_tariff_are_no_error():
    assert usage_bill(FIRST, Usage()).fee == usage_bill(Tariff(0, 0, 0), Usage(1, 1, 1)).fee == 0


def test_limits():
    assert (rides.MAX_FEE, rides.MAX_COUNT, rides.MAX_CARDS) == (1_000 * 100, 9_999, 99)
