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


def test_only_a_room_has_a_guess_of_what_it_was():
    assert "可能是「3-1」" in str(date_error("房号", "3月1日", ""))
    assert "可能" not in str(date_error("业主", "3月1日", ""))
