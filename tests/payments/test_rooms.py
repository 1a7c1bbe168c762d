"""The room that a remark names, and what is none."""

from __future__ import annotations

import pytest

from elevshare.payments.rooms import Rooms
from elevshare.payments.stairwell import Stairwell, stairwell_of

ROOMS = ("101", "201", "301", "302", "402", "1002")
HERE = Stairwell("12", "3")
DAY, FEN = "2026-03-01", 500_000


def named(remark, rooms=ROOMS, stairwell=HERE):
    return Rooms(rooms, stairwell).named(remark, DAY, FEN)


@pytest.mark.parametrize(
    "remark",
    ["301加梯款", "301", "3-301", "12-3-301", "12-301", "12幢3单元301室", "12栋301", "12号楼3单元301",
     "三单元301", "十二幢三单元三〇一室", "３０１　加梯", "301室王建国", "幸福里12-3-301", "12#3-301", "12号301室",
     "123弄12号301室", "加梯款301", "2026年3月1日加梯301", "301加梯2026-03", "3楼301", "房号301，金额45833.34元",
     "301第1期", "手机138-1234-0302 301", "尾号0302付301", "转账备注:301加梯款", "3单元 301 5000", "301房",
     "收款方备注:二维码收款付款方留言:301"],
)  # fmt: skip
def test_a_room_is_named(remark):
    found = named(remark)
    assert found.sure == {"301"} and not found.maybe and not found.elsewhere and not found.unknown


@pytest.mark.parametrize(
    "remark",
    ["2单元301", "二单元301加梯款", "5-301", "A座301", "13幢301", "南楼301", "第2单元301",
     "B2-301", "A4幢301", "12-2-301", "2单元加梯款", "2单元王建国301", "5幢3单元301"],
)  # fmt: skip
def test_another_stairwell_is_said(remark):
    assert named(remark).elsewhere


@pytest.mark.parametrize(
    "remark",
    ["加梯款", "", "301元", "¥301.00", "301.00", "3,301元", "尾号301", "6222301", "13812343301", "2026301",
     "第301笔", "301期", "03-01", "3/1 加梯", "编号301", "5000", "60元", "301号院"],
)  # fmt: skip
def test_numbers_that_are_no_rooms(remark):
    found = named(remark)
    assert not found.sure and not found.maybe and not found.elsewhere


@pytest.mark.parametrize(
    ("remark", "maybe"),
    [("301-302", {"301", "302"}), ("301A加梯", {"301"}), ("301东户", {"301"}), ("301-2", {"301"}),
     ("4楼301", {"301"}), ("0301加梯", {"301"}), ("11号301", {"301"}), ("123弄11号301室", {"301"}),
     ("3号301室", {"301"}), ("2 301", {"301"}), ("幸福路301号", {"301"}), ("长江路12号301室", {"301"}),
     ("东301", {"301"}), ("5号301加梯", {"301"})],
)  # fmt: skip
def test_what_may_be_a_room_is_not_sure(remark, maybe):
    found = named(remark)
    assert not found.sure and found.maybe == maybe and not found.elsewhere


def test_a_house_number_is_the_entrance_where_there_is_no_building():
    assert named("12号301室", stairwell=Stairwell("", "12")).sure == {"301"}
    assert not named("13号301室", stairwell=Stairwell("", "12")).sure


def test_an_amount_or_a_day_that_looks_like_a_room():
    rooms = Rooms(("301", "1002", "0301"), HERE)
    assert not rooms.named("加梯301", DAY, 30_100).sure
    assert not rooms.named("加梯1002", "2026-10-02", FEN).sure
    assert rooms.named("加梯1002", DAY, FEN).sure == {"1002"}
    assert not rooms.named("0301", DAY, FEN).sure


def test_two_rooms_are_two():
    assert named("301、302加梯款").sure == {"301", "302"}
    assert named("301和302").sure == {"301", "302"}


def test_a_room_that_the_book_has_not():
    assert named("901室").unknown == ("901室",)
    assert named("3单元901").unknown
    assert named("901").number and not named("901").unknown


@pytest.mark.parametrize(
    ("rooms", "remark", "sure"),
    [
        (("0101", "0102"), "101加梯", {"0101"}),
        (("0101", "0102"), "0101加梯", {"0101"}),
        (("3-101", "3-102"), "101", {"3-101"}),
        (("3-101", "3-102"), "3单元101", {"3-101"}),
        (("3-101", "3-102"), "2-101", set()),
        (("12-3-101", "12-3-102"), "12幢3单元101室", {"12-3-101"}),
        (("12-3-101", "12-3-102"), "13-3-101", set()),
        (("101室", "102室"), "101加梯", {"101室"}),
        (("12幢3单元101", "12幢3单元102"), "3-102", {"12幢3单元102"}),
        (("301东", "301西"), "301东", {"301东"}),
        (("301东", "301西"), "301", set()),
        (("3A", "3B"), "3A室", {"3A"}),
        (("11", "12"), "11室", {"11"}),
        (("11", "12"), "11", set()),
    ],
)
def test_rooms_of_a_book_in_other_forms(rooms, remark, sure):
    assert named(remark, rooms, Stairwell()).sure == sure


@pytest.mark.parametrize("remark", ["3-301", "12幢301", "2单元301", "12-3-301"])
def test_a_book_that_does_not_say_its_stairwell_cannot_tell(remark):
    found = named(remark, stairwell=Stairwell())
    assert not found.sure and found.maybe == {"301"}


def test_a_stairwell_apart_from_the_room_leaves_the_same_doubt():
    found = named("2单元 王建国 301", stairwell=Stairwell())
    assert not found.sure and found.maybe == {"301"} and found.unsure == "2单元"
    assert not named("2单元", stairwell=Stairwell()).nothing and named("加梯").nothing


@pytest.mark.parametrize(
    ("building", "entrance", "found"),
    [
        ("12 幢", "3 单元", ("12", "3")),
        ("十二幢", "三单元", ("12", "3")),
        ("幸福里二村12幢", "3", ("12", "3")),
        ("A3幢", "东单元", ("a3", "东")),
        ("12号", "", ("12", "")),
        ("3号楼1单元", "", ("3", "1")),
        ("12 幢 三单元", "", ("12", "3")),
        ("12幢1单元", "3", ("12", "3")),
        ("东门小区12幢", "", ("12", "")),
        ("", "", ("", "")),
        ("幸福路3弄5号", "", ("", "")),
    ],
)
def test_the_stairwell_of_a_book(building, entrance, found):
    one = stairwell_of(building, entrance)
    assert (one.building, one.entrance) == found
