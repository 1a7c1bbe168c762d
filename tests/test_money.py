import random
import re
from fractions import Fraction
from itertools import pairwise
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare import money
from elevshare.errors import InputError
from elevshare.money import largest_remainder, parse_yuan, round_half_up, scaled, upper, yuan

WEIGHTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=40).filter(any)
# Few different weights, so that remainders tie all the time.
TIED = st.lists(st.sampled_from([0, 1, 2, 3]), min_size=1, max_size=12).filter(any)
TOTALS = st.integers(0, 10**9)
CLOSE_TOTALS = st.integers(0, 50)


def exact(total, weights):
    return [Fraction(total * weight, sum(weights)) for weight in weights]


# ---------------------------------------------------------------- largest remainder


@given(TOTALS, WEIGHTS)
def test_nothing_is_lost_and_nothing_is_added(total, weights):
    assert sum(largest_remainder(total, weights)) == total


@given(TOTALS, WEIGHTS)
def test_every_part_is_less_than_one_unit_from_its_exact_share(total, weights):
    parts = largest_remainder(total, weights)
    assert all(
        abs(part - share) < 1 for part, share in zip(parts, exact(total, weights), strict=True)
    )


@given(CLOSE_TOTALS, TIED)
def test_a_weight_of_zero_gets_nothing(total, weights):
    parts = largest_remainder(total, weights)
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)


@given(CLOSE_TOTALS, TIED)
def test_whoever_is_rounded_up_has_the_larger_remainder_or_came_first(total, weights):
    shares = exact(total, weights)
    parts = largest_remainder(total, weights)
    key = [(-(share - floor(share)), row) for row, share in enumerate(shares)]
    up = [key[row] for row, part in enumerate(parts) if part > floor(shares[row])]
    down = [key[row] for row, part in enumerate(parts) if part == floor(shares[row])]
    assert len(up) + len(down) == len(parts)
    assert not up or not down or max(up) < min(down)


@given(CLOSE_TOTALS, TIED, st.integers(1, 10**6))
def test_the_scale_of_the_weights_does_not_matter(total, weights, factor):
    scaled_up = [weight * factor for weight in weights]
    assert largest_remainder(total, scaled_up) == largest_remainder(total, weights)


@given(TOTALS, st.lists(st.integers(0, 10**7), min_size=1, max_size=20).filter(any), st.randoms())
def test_the_order_matters_only_between_equal_remainders(total, weights, chance):
    order = list(range(len(weights)))
    chance.shuffle(order)
    before = largest_remainder(total, weights)
    after = largest_remainder(total, [weights[row] for row in order])
    remainders = [share - floor(share) for share in exact(total, weights)]
    alone = [row for row, rest in enumerate(remainders) if remainders.count(rest) == 1]
    assert all(after[order.index(row)] == before[row] for row in alone)
    for rest in set(remainders):  # among equals the same number of units is given away
        tied = [row for row, other in enumerate(remainders) if other == rest]
        assert sum(after[order.index(row)] for row in tied) == sum(before[row] for row in tied)


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (1, [1, 1], [1, 0]),
        (2, [1, 1, 1], [1, 1, 0]),
        (5, [1, 0, 1], [3, 0, 2]),
        (3, [1, 2, 1], [1, 1, 1]),  # 0.75 / 1.5 / 0.75
        (0, [1, 2], [0, 0]),
        (0, [0, 0], [0, 0]),
        (0, [], []),
        (7, [3], [7]),
    ],
)
def test_small_cases(total, weights, parts):
    assert largest_remainder(total, weights) == parts


@pytest.mark.parametrize(
    ("total", "weights"), [(-1, [1]), (5, [1, -1]), (0, [-1]), (5, []), (5, [0, 0])]
)
def test_what_cannot_be_shared_is_refused(total, weights):
    with pytest.raises(ValueError):
        largest_remainder(total, weights)


# ---------------------------------------------------------------- rounding


@given(st.integers(0, 10**14), st.integers(1, 10**9))
def test_round_half_up_is_the_nearest_whole_number_and_up_from_the_middle(top, bottom):
    rounded, value = round_half_up(top, bottom), Fraction(top, bottom)
    assert rounded - Fraction(1, 2) <= value < rounded + Fraction(1, 2)


@pytest.mark.parametrize(
    ("top", "bottom", "rounded"), [(1, 2, 1), (3, 2, 2), (5, 2, 3), (1, 3, 0), (2, 3, 1), (0, 9, 0)]
)
def test_round_half_up_by_hand(top, bottom, rounded):
    assert round_half_up(top, bottom) == rounded


# ---------------------------------------------------------------- reading


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("600000", 60_000_000),
        ("600,000.50", 60_000_050),
        ("1,234,567.8", 123_456_780),
        ("６００，０００．５", 60_000_050),
        ("　600000　", 60_000_000),
        ("600000元", 60_000_000),
        ("60万", 60_000_000),
        ("６０万元", 60_000_000),
        ("54.32万", 54_320_000),
        ("0.000001万", 1),
        ("0.01", 1),
        ("0.0100", 1),
        ("1.000", 100),
        ("0", 0),
        ("-0", 0),
        ("007", 700),
        ("-12.3", -1230),
        ("－1", -100),
        ("\t5\n", 500),
    ],
)
def test_amounts_as_people_write_them(text, fen):
    assert parse_yuan(text) == fen


def test_gaps_inside_an_amount_are_closed():
    assert parse_yuan("60 万 元") == parse_yuan("600 000") == 60_000_000


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "--1", "+5", "1e5", "1E5", "NaN", "nan", "inf", "0x10", "1_000"),
        *(".5", "5.", ".", "1.2.3", "1/2", "50%", "=1+1", "#N/A"),
        *("1,00", "1,0000", "10,00,000", ",100", "100,", "1,000,", "1.0,00"),
        *("万", "元", "万元", "60元万", "60万万", "60亿", "六十万", "￥5", "5-", "约60万"),
    ],
)
def test_what_is_not_a_number_is_refused(text):
    with pytest.raises(InputError, match="不是数字"):
        parse_yuan(text)


@pytest.mark.parametrize(
    ("text", "places", "limit"),
    [("1.005", 2, 2), ("0.001", 2, 2), ("1.5", 0, 0), ("0.0000001万", 2, 6), ("1.30001", 4, 4)],
)
def test_too_many_decimals_are_refused_not_rounded(text, places, limit):
    with pytest.raises(InputError, match=f"小数超过 {limit} 位"):
        scaled(text, places)


@pytest.mark.parametrize("text", ["9" * 5000, "1," + ",".join(["000"] * 2000), "0" * 5000 + ".5"])
def test_endless_digits_are_refused_in_chinese(text):
    with pytest.raises(InputError):
        parse_yuan(text)


def test_the_message_says_where_and_quotes_what_was_written():
    with pytest.raises(InputError) as caught:
        parse_yuan("六十万", where="名册.csv 第 5 行", what="费用")
    assert str(caught.value).startswith("名册.csv 第 5 行：费用「六十万」不是数字。")


@given(st.integers(-(10**12), 10**12), st.integers(0, 6))
def test_a_whole_number_written_with_a_point_reads_back(value, places):
    digits = str(abs(value)).rjust(places + 1, "0")
    point = len(digits) - places
    text = f"{'-' if value < 0 else ''}{digits[:point]}.{digits[point:]}".rstrip(".")
    assert scaled(text, places) == value


# ---------------------------------------------------------------- writing


@given(st.integers(-(10**12), 10**12))
def test_yuan_reads_back_to_the_same_fen(fen):
    assert parse_yuan(yuan(fen)) == fen


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (0, "0.00"),
        (1, "0.01"),
        (-7, "-0.07"),
        (-100, "-1.00"),
        (99_999, "999.99"),
        (100_000, "1,000.00"),
        (123_456_789, "1,234,567.89"),
    ],
)
def test_yuan_by_hand(fen, text):
    assert yuan(fen) == text


# ---------------------------------------------------------------- 大写

PRINTED = [
    ("0", "零元整"),
    ("10", "壹拾元整"),
    ("101", "壹佰零壹元整"),
    ("10001", "壹万零壹元整"),
    ("100500", "壹拾万零伍佰元整"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
]


@pytest.mark.parametrize(("amount", "capitals"), PRINTED)
def test_upper_as_printed(amount, capitals):
    assert upper(parse_yuan(amount)) == capitals


@pytest.mark.parametrize(
    ("amount", "capitals"),
    [
        ("0.01", "壹分"),
        ("0.10", "壹角整"),
        ("0.12", "壹角贰分"),
        ("10.05", "壹拾元零伍分"),
        ("1000", "壹仟元整"),
        ("10000", "壹万元整"),
        ("10100", "壹万零壹佰元整"),
        ("1000000", "壹佰万元整"),
        ("10000000", "壹仟万元整"),
        ("10000001", "壹仟万零壹元整"),
        ("10010000", "壹仟零壹万元整"),
        ("100000000", "壹亿元整"),
        ("100000001", "壹亿零壹元整"),
        ("100001000", "壹亿零壹仟元整"),
        ("100010000", "壹亿零壹万元整"),
        ("9999999.99", "玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_upper_by_hand(amount, capitals):
    assert upper(parse_yuan(amount)) == capitals


def test_upper_refuses_a_negative_amount():
    with pytest.raises(ValueError):
        upper(-1)


FIGURES = {figure: value for value, figure in enumerate("零壹贰叁肆伍陆柒捌玖")}
RANKS = {"拾": 1, "佰": 2, "仟": 3}
TOKEN = re.compile("(零?)([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)([万亿]?)")


def read_whole(text):
    """Places that are written, as {power of ten: (figure, a 零 stands before it)}."""
    places, base = {}, 8 if "亿" in text else 4 if "万" in text else 0
    read_to = 0
    for token in TOKEN.finditer(text):
        assert token.start() == read_to, f"something else between the figures of {text}"
        read_to = token.end()
        power = base + RANKS.get(token[3], 0)
        assert not places or power < min(places), f"places not in order in {text}"
        places[power] = (FIGURES[token[2]], bool(token[1]))
        if token[4]:
            assert base == {"万": 4, "亿": 8}[token[4]]
            base = 4 if token[4] == "亿" and "万" in text else 0
    assert read_to == len(text), f"something left over in {text}"
    return places


def check_zeros(places, text):
    """A 零 where figures are missing; optional where the 仟 follows a 万 or 亿 that ends in 0.

    So the rules for writing cheques: 107,000 is 壹拾万柒仟 or 壹拾万零柒仟.
    """
    powers = list(places)
    assert not places[powers[0]][1], f"{text} begins with 零"
    for left, right in pairwise(powers):
        gap = range(right + 1, left)
        zero = places[right][1]
        assert zero <= bool(gap), f"a 零 too many in {text}"
        assert zero or not gap or right % 4 == 3, f"a 零 missing in {text}"


def read_capitals(text):
    shape = re.fullmatch(r"(?:(.*)元)?(?:(零)?(?:(.)角)?(?:(.)分)?)?(整)?", text)
    assert shape, text
    whole, zero, jiao, rest, exactly = shape.groups()
    assert bool(exactly) != bool(rest), f"整 after 元 and 角, never after 分: {text}"
    assert bool(zero) == bool(whole and rest and not jiao), f"零 between 元 and 分: {text}"
    yuan_part = 0
    if whole and text != "零元整":
        places = read_whole(whole)
        check_zeros(places, whole)
        yuan_part = sum(figure * 10**power for power, (figure, _) in places.items())
    assert yuan_part or not whole or text == "零元整"
    assert "零" not in (jiao or "") + (rest or "")
    return yuan_part * 100 + FIGURES[jiao or "零"] * 10 + FIGURES[rest or "零"]


def random_amounts(count):
    """Amounts up to 12 places of yuan, half of their figures 0."""
    chance = random.Random(20240710)
    for _ in range(count):
        figures = [chance.choice("00000123456789") for _ in range(chance.randint(1, 14))]
        yield int("".join(figures))


def test_ten_thousand_capital_amounts_read_back():
    for fen in random_amounts(10_000):
        text = upper(fen)
        assert read_capitals(text) == fen, text
        assert not re.search("零零|零[元万亿角分拾佰仟](?!整)|零整|亿万|万亿", text), text


@pytest.mark.parametrize(
    "wrong",
    [
        *("壹佰壹元整", "壹拾零元整", "壹仟零零壹元整", "零壹元整", "壹万零元整", "壹佰零壹拾元整"),
        *("壹拾壹佰元整", "壹元", "壹分整", "壹元壹分", "壹元零壹角整", "壹元零壹角壹分"),
    ],
)
def test_the_reader_of_this_test_sees_wrong_capitals(wrong):
    with pytest.raises((AssertionError, KeyError)):
        read_capitals(wrong)


def test_the_largest_cost_is_ten_million_yuan():
    assert money.MAX_FEN == 10_000_000 * 100


def test_a_message_tells_where_and_what_only_where_it_is_known():
    for read in (
        lambda **more: money.scaled("x", 2, **more),
        lambda **more: money.parse_yuan("x", **more),
    ):
        with pytest.raises(InputError) as caught:
            read(where="第 3 行", what="补贴")
        assert (caught.value.where, caught.value.what) == ("第 3 行", "补贴「x」不是数字")
        with pytest.raises(InputError) as caught:
            read()
        assert caught.value.where == ""
    assert caught.value.what == "金额「x」不是数字"
    with pytest.raises(InputError, match="数字「x」不是数字"):
        money.scaled("x", 2)
