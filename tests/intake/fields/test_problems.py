import pytest

from elevshare.errors import InputError
from elevshare.intake.fields.problems import date_error, refuse_error


@pytest.mark.parametrize("text", ["#REF!", " #N/A ", "#DIV/0!", "#NAME?"])
def test_error_values_are_refused(text):
    with pytest.raises(InputError, match=r"第 2 行：面积是错误值「#[^ ]+」"):
        refuse_error(text, "面积", "第 2 行")


@pytest.mark.parametrize("text", ["#101", "101#", "1", "", "N/A"])
def test_other_texts_are_none(text):
    refuse_error(text, "房号", "")


@pytest.mark.parametrize(
    ("what", "guess"),
    [("房号", "可能是「3-1」"), ("楼层", "可能是「3/1」"), ("楼号", "可能是「3-1」")],
)
def test_what_is_no_number_has_a_guess_of_what_it_was(what, guess):
    text = str(date_error(what, "3月1日", ""))
    assert guess in text and "文本格式" in text


@pytest.mark.parametrize("what", ["建筑面积", "补偿", "总费用"])
def test_a_number_is_only_shown_as_a_date(what):
    text = str(date_error(what, "3月1日", ""))
    assert "可能" not in text and "改成常规" in text


def test_an_owner_has_no_guess():
    assert "可能" not in str(date_error("业主", "3月1日", ""))
