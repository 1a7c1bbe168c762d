from fractions import Fraction

import pytest
from buildings import ODD_AREAS, project
from hypothesis import given
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.project import assess, joined_share
from elevshare.rules import late
from elevshare.rules.late import (
    MAX_MONTHS,
    MAX_MULTIPLE,
    MAX_RATE,
    MAX_YEARS,
    Joining,
    JoiningWay,
    WriteOff,
    factor,
    settle,
)

SHARE = 1_007_700


def payment(way, **numbers):
    return settle(Joining("402", way=way, **numbers), SHARE, [1]).payment


# ---------------------------------------------------------------- each way


def test_the_published_case_pays_the_original_share():
    assert payment(JoiningWay.PLAIN) == SHARE


@pytest.mark.parametrize(
    ("rate", "months", "fen"),
    [(0, 600, SHARE), (300, 12, 1_037_931), (350, 18, 1_060_604), (300, 0, SHARE), (1, 1, 1_007_708)],
)  # fmt: skip
def test_simple_interest_by_the_month(rate, months, fen):
    assert payment(JoiningWay.INTEREST, rate=rate, months=months) == fen


@pytest.mark.parametrize(
    ("years", "months", "fen"), [(15, 0, SHARE), (15, 36, 806_160), (15, 180, 0), (15, 181, 0)]
)
def test_depreciation_in_equal_parts_never_below_nothing(years, months, fen):
    assert payment(JoiningWay.DEPRECIATION, years=years, months=months) == fen


@pytest.mark.parametrize(
    ("years", "free", "months", "write_off", "fen"),
    [
        (15, 5, 60, WriteOff.MONTHLY, SHARE), (15, 5, 61, WriteOff.MONTHLY, 1_002_102),
        (15, 5, 71, WriteOff.YEARLY, SHARE), (15, 5, 72, WriteOff.YEARLY, 940_520),
        (15, 0, 35, WriteOff.YEARLY, 873_340), (15, 5, 239, WriteOff.YEARLY, 67_180),
        (15, 5, 240, WriteOff.YEARLY, 0), (15, 5, 240, WriteOff.MONTHLY, 0), (1, 50, 600, WriteOff.MONTHLY, SHARE),
    ],
)  # fmt: skip
def test_years_without_depreciation_then_equal_parts(years, free, months, write_off, fen):
    asked = {"years": years, "months": months, "free": free, "write_off": write_off}
    assert payment(JoiningWay.DEPRECIATION, **asked) == fen


@pytest.mark.parametrize(
    ("multiple", "fen"), [(100, SHARE), (120, 1_209_240), (200, 2 * SHARE), (0, 0), (55, 554_235)]
)
def test_a_multiple(multiple, fen):
    assert payment(JoiningWay.MULTIPLE, multiple=multiple) == fen


def test_half_a_fen_goes_up():
    assert settle(Joining(way=JoiningWay.MULTIPLE, multiple=150), 1, [1]).payment == 2


def test_a_share_agreed_upon_goes_before_the_one_worked_out():
    assert settle(Joining(original=500), SHARE, [1]).original == 500


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    "joining",
    [
        Joining(way=JoiningWay.INTEREST, rate=300),
        Joining(way=JoiningWay.INTEREST, months=3),
        Joining(way=JoiningWay.INTEREST, rate=-1, months=3),
        Joining(way=JoiningWay.DEPRECIATION, years=0, months=3),
        Joining(way=JoiningWay.DEPRECIATION, years=10),
        Joining(way=JoiningWay.MULTIPLE),
        Joining(original=-1),
    ],
)
def test_a_number_that_is_missing_or_makes_no_sense(joining):
    with pytest.raises(ValueError):
        settle(joining, SHARE, [1])


def test_nobody_to_refund():
    with pytest.raises(ValueError):
        settle(Joining(), SHARE, [0, 0])
    assert settle(Joining(), 0, [0, 0]).refunds == (0, 0)


# ---------------------------------------------------------------- any joiner

JOININGS = st.builds(
    Joining,
    original=st.none() | st.integers(0, 10**9),
    way=st.sampled_from(JoiningWay),
    rate=st.integers(0, MAX_RATE),
    years=st.integers(1, MAX_YEARS),
    multiple=st.integers(0, MAX_MULTIPLE),
    months=st.integers(0, MAX_MONTHS),
    free=st.integers(0, 60),
    write_off=st.sampled_from(WriteOff),
)
WEIGHTS = st.lists(st.integers(0, 10**9), max_size=40).map(lambda some: [*some, 1])


@given(JOININGS, st.integers(0, 10**9), WEIGHTS)
def test_the_refunds_sum_to_the_payment_and_go_to_those_who_paid(joining, share, weights):
    settled = settle(joining, share, weights)
    assert sum(settled.refunds) == settled.payment
    for refund, weight in zip(settled.refunds, weights, strict=True):
        exact = Fraction(settled.payment * weight, sum(weights))
        assert abs(refund - exact) < 1 and (weight or not refund)


@given(JOININGS, st.integers(0, 10**9))
def test_the_payment_is_the_exact_amount_rounded_once(joining, share):
    settled = settle(joining, share, [1])
    exact = settled.original * factor(joining)
    assert -Fraction(1, 2) < settled.payment - exact <= Fraction(1, 2)
    assert settled.payment >= 0


# ---------------------------------------------------------------- the share worked out


def test_the_share_of_a_project_is_what_he_would_have_owed():
    out = project(storeys=5, areas=ODD_AREAS[:2], out=("302", "401"))
    both = assess(project(storeys=5, areas=ODD_AREAS[:2], out=("401",)))
    assert joined_share(out, "302") == both.dues[5]


@pytest.mark.parametrize(("room", "words"), [("999", "不在住户之中"), ("301", "已经参与")])
def test_only_a_flat_that_stayed_out_can_join(room, words):
    with pytest.raises(InputError, match=words):
        joined_share(project(storeys=5), room)


# ---------------------------------------------------------------- defaults and limits


def test_what_is_not_agreed_is_left_open():
    plain, due, monthly = JoiningWay.PLAIN, late.RefundBasis.DUE, WriteOff.MONTHLY
    assert Joining() == Joining("", None, plain, None, None, None, None, due, 0, monthly, (), "")
    assert late.Advance("301") == late.Advance("301", 0)


def test_limits():
    assert (late.MAX_JOINERS, late.TEMPLATE_JOINERS, late.MAX_ADVANCES) == (6, 3, 12)
    assert (MAX_MONTHS, MAX_YEARS) == (50 * 12, 100)
    assert factor(Joining(way=JoiningWay.MULTIPLE, multiple=MAX_MULTIPLE)) == 10
    assert factor(Joining(way=JoiningWay.INTEREST, rate=MAX_RATE, months=12)) == 2


def test_nothing_is_refused_that_is_just_nothing():
    assert settle(Joining(original=0), SHARE, [1]).payment == 0
    assert factor(Joining(way=JoiningWay.INTEREST, rate=0, months=0)) == 1
    assert factor(Joining(way=JoiningWay.MULTIPLE, multiple=0)) == 0
    assert factor(Joining(way=JoiningWay.DEPRECIATION, years=1, months=0)) == 1


def test_a_negative_share_is_refused_whoever_says_it():
    for joining, original in ((Joining(original=-1), SHARE), (Joining(), -1)):
        with pytest.raises(ValueError, match="original share is negative"):
            settle(joining, original, [1])
    with pytest.raises(ValueError, match="missing or too small"):
        factor(Joining(way=JoiningWay.MULTIPLE, multiple=-1))
