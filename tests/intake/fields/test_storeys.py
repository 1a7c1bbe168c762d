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


@pytest.mark.parametrize("text", ["-1", "−1", "0", "车库", "地下室", "负二层", "B1", "车库12"])
def test_below_storey_1(text):
    assert level_of(text) is None
    with pytest.raises(InputError, match="在一层以下"):
        storey_of(text)


@pytest.mark.parametrize("text", ["6层（跃7层）", "6跃7", "6层复式"])
def test_a_flat_on_two_storeys_is_on_that_of_its_door(text):
    assert storey_of(text) == 6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "是空的"),
        ("2.5", "是半层"),
        ("二层半", "是半层"),
        ("夹层", "是半层"),
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
