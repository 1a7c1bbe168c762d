import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.intake.fields import level_of, storey_of
from elevshare.project import MAX_STOREYS

_DIGITS = "零一二三四五六七八九"


def chinese(number):
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones else "")


@given(
    st.integers(1, MAX_STOREYS),
    st.sampled_from(["{}", "{}层", "第{}层", "{}楼", "{}F", "{}/40", "{}层/40层"]),
)
def test_every_storey_in_digits_and_in_chinese(storey, form):
    assert storey_of(form.format(storey)) == storey
    assert storey_of(form.format(chinese(storey))) == storey


@pytest.mark.parametrize("text", ["底层", "首层", "1层", "一楼"])
def test_the_lowest(text):
    assert storey_of(text) == 1


@pytest.mark.parametrize(
    ("text", "storey"),
    [
        ("-1", -1), ("−1", -1), ("-1.0", -1), ("0", 0), ("车库", 0), ("地下室", 0), ("车库12", 0), ("半地下", 0),
        ("负二层", -2), ("负2层", -2), ("B1", -1), ("b2层", -2), ("地下一层", -1), ("地下3层", -3), ("-9", -9),
    ],
)  # fmt: skip
def test_below_storey_1(text, storey):
    assert level_of(text) == storey_of(text) == storey


@pytest.mark.parametrize("text", ["-10", "B12", "负99层"])
def test_too_deep(text):
    with pytest.raises(InputError, match="低于 -9 层"):
        storey_of(text)


@given(
    st.integers(1, MAX_STOREYS - 1),
    st.sampled_from(["{}.5", "{}.50", "{}.5层", "{}.5F", "第{}.5层", "{}.5/40", " {}.5 "]),
    st.sampled_from(["{}层半", "{}楼半", "{}半", "第{}层半", "{}半层", "{}层半楼"]),
)
def test_half_storeys(storey, digits, words):
    assert storey_of(digits.format(storey)) == storey + 0.5
    assert (
        storey_of(words.format(storey)) == storey_of(words.format(chinese(storey))) == storey + 0.5
    )


def test_a_whole_storey_is_an_int():
    """So that it is written as 5 and not as 5.0."""
    assert [type(storey_of(text)) for text in ("5", "5.0", "五层", "车库", "-1")] == [int] * 5


def test_a_half_storey_is_part_of_the_storey_below_it():
    assert storey_of("6.5", highest=6) == 6.5
    with pytest.raises(InputError, match="超过总层数 5"):
        storey_of("6.5", highest=5)


@pytest.mark.parametrize("text", ["6层（跃7层）", "6跃7", "6层复式"])
def test_a_flat_on_two_storeys_is_on_that_of_its_door(text):
    assert storey_of(text) == 6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "是空的"),
        ("2.25", "不是整数"),
        ("2½", "不是整数"),
        ("半层", "不是整数"),
        ("夹层", "是夹层，看不出在哪两层之间"),
        ("2夹层", "是夹层"),
        ("2层夹层", "是夹层"),
        ("0.5", "一层以下的半层"),
        ("负一层半", "一层以下的半层"),
        ("40.5", "超过上限 40"),
        ("高", "不是整数"),
        ("3-4", "不是整数"),
        ("顶层", "看不出来"),
        ("41", "超过上限 40"),
        ("8", "超过总层数 7"),
        ("#N/A", "错误值"),
    ],
)
def test_no_storey(text, words):
    with pytest.raises(InputError, match=words) as caught:
        storey_of(text, "第 2 行", highest=7 if text == "8" else None)
    assert str(caught.value).startswith("第 2 行：楼层")
