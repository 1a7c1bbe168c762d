"""Signs that look like digits are none, and digits that are lost are missed."""

import sys
import unicodedata

import pytest

from elevshare.digits import half_width, is_cut
from elevshare.errors import InputError
from elevshare.intake.fields import area_of, level_of, owner_of, room_of
from elevshare.money import parse_yuan
from elevshare.workbook.reading.numbers import number_of

WIDE = frozenset("０１２３４５６７８９")


def test_no_sign_but_a_full_width_digit_becomes_a_digit():
    wrong = [
        sign
        for sign in map(chr, range(128, sys.maxunicode + 1))
        if unicodedata.category(sign) in ("No", "Nd")
        and sign not in WIDE
        and any("0" <= one <= "9" for one in half_width(sign))
    ]
    assert wrong == []
    assert half_width("".join(sorted(WIDE))) == "0123456789"


@pytest.mark.parametrize("text", ["²", "③", "3²", "٣", "⒊", "𝟑", "½", "₃"])
def test_a_strange_digit_is_no_number_anywhere(text):
    for read in (level_of, area_of, parse_yuan):
        with pytest.raises(InputError):
            read(text)
    assert number_of(text) is None
    assert room_of(text) == text


def test_the_unit_of_an_area_is_known_however_it_is_written():
    assert area_of("80m²") == area_of("80㎡") == area_of("８０") == 8000


@pytest.mark.parametrize("text", ["6.217E+18", "6E+18", " 6.217e+18 "])
def test_a_text_that_shows_a_number_without_its_last_digits_is_refused(text):
    for read in (room_of, owner_of):
        with pytest.raises(InputError, match="末尾几位已经丢了"):
            read(text)


@pytest.mark.parametrize("text", ["TRUE", "False", "ＴＲＵＥ"])
def test_a_truth_value_is_no_room(text):
    with pytest.raises(InputError, match="对错值"):
        room_of(text)


def test_the_number_that_a_spreadsheet_cuts_begins_at_sixteen_digits():
    assert not is_cut(10**15 - 1) and is_cut(10**15) and is_cut(-1e15)
    assert not is_cut("E+18") and not is_cut("6.217E+18元") and not is_cut(None)
