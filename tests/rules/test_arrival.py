"""A subsidy that is billed first and refunded later goes back exactly."""

from hypothesis import given
from hypothesis import strategies as st

from elevshare.rules.arrival import refunds

dues = st.lists(st.integers(0, 10**8), min_size=1, max_size=40)


@given(st.integers(0, 10**9), dues.filter(any))
def test_the_whole_subsidy_goes_back_to_those_who_pay(subsidy, owed):
    back = refunds(subsidy, owed)
    assert sum(back) == subsidy
    assert all(not fen for fen, due in zip(back, owed, strict=True) if not due)
    assert all(abs(fen * sum(owed) - subsidy * due) < sum(owed)
               for fen, due in zip(back, owed, strict=True))  # fmt: skip


def test_where_nobody_owes_anything_nothing_can_go_back():
    assert refunds(500, [0, 0]) == [0, 0]
