import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.intake.fields import amount_of, fen_of
from elevshare.money import MAX_FEN


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1,500.5", 150_050),
        ("￥1500", 150_000),
        ("1500元", 150_000),
        ("１．５万", 1_500_000),
        ("2千元", 200_000),
        ("0", 0),
    ],
)
def test_amounts_with_their_units(text, fen):
    assert fen_of(text) == fen


def test_the_unit_of_the_cell_counts_more_than_that_of_the_heading():
    assert fen_of("2", unit=10_000) == 2_000_000
    assert fen_of("2元", unit=10_000) == 200


@given(st.integers(0, MAX_FEN))
def test_an_amount_in_ten_thousands_keeps_every_fen(fen):
    assert fen_of(f"{fen // 10**6}.{fen % 10**6:06d}万元") == fen


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "金额"),
        ("1.005", "「1.005」的小数超过 2 位"),
        ("1.0000001万元", "「1.0000001万元」的小数"),
        ("十万", "「十万」不是数字"),
        ("1e3", "不是数字"),
        ("#N/A", "错误值"),
    ],
)
def test_no_amount_is_told_as_it_was_written(text, words):
    with pytest.raises(InputError) as caught:
        fen_of(text, "第 2 行")
    assert str(caught.value).startswith("第 2 行：") and words in str(caught.value)


@pytest.mark.parametrize(("fen", "words"), [(-1, "是负数"), (MAX_FEN + 1, "超过上限")])
def test_amounts_beyond_the_limits(fen, words):
    assert amount_of(MAX_FEN, "", "费用") == MAX_FEN and amount_of(0, "", "费用") == 0
    with pytest.raises(InputError, match=words):
        amount_of(fen, "", "费用")
