import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.errors import InputError
from elevshare.intake.fields import area_of
from elevshare.project import MAX_AREA
from elevshare.vocabulary import listed


@given(st.integers(1, MAX_AREA), st.sampled_from(["", " ", *listed("单位", "面积")]))
def test_every_area_in_every_unit(area, unit):
    assert area_of(f"{area // 100}.{area % 100:02d}{unit}") == area
    assert area_of(f"{area // 100:,}.{area % 100:02d}") == area


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "是空的"),
        ("0", "不是正数"),
        ("-80", "不是正数"),
        ("80.125", "的小数超过 2 位"),
        ("80左右", "「80左右」不是数字"),
        ("80元", "不是数字"),
        ("8,0.", "不是数字"),
        ("10000", "超过上限 9999 平方米"),
        ("#REF!", "错误值「#REF!」"),
    ],
)
def test_no_area(text, words):
    with pytest.raises(InputError, match=words) as caught:
        area_of(text, "第 2 行")
    assert str(caught.value).startswith("第 2 行：建筑面积")
