import pytest

from elevshare.errors import InputError
from elevshare.intake.fields import stated_storey_of


@pytest.mark.parametrize("text", ["7", "７层", "七层", "第7层", "7.0", "7F"])
def test_a_number_of_storeys(text):
    assert stated_storey_of(text, "--storeys", what="总层数") == 7


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "总层数是空的"),
        ("0", "「0」是 0 或负数"),
        ("−1", "「−1」是 0 或负数"),
        ("6.5", "「6.5」不是整数"),
        ("3/6", "「3/6」不是整数"),
        ("底层", "「底层」不是整数"),
        ("车库", "「车库」不是整数"),
        ("41", "「41」超过上限 40"),
    ],
)
def test_what_only_a_roster_says_is_none(text, words):
    with pytest.raises(InputError) as caught:
        stated_storey_of(text, "--storeys", what="总层数")
    assert words in str(caught.value)
    assert str(caught.value).endswith("请填 1 到 40 的整数。")
