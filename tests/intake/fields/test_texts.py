import pytest

from elevshare.errors import InputError
from elevshare.intake.fields import owner_of, person_of, room_of
from elevshare.vocabulary import listed


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("１０１", "101"),
        ("101.0", "101"),
        ("1.01", "1.01"),
        ("10\n1", "101"),
        ("0101", "0101"),
        ("东\u200b户", "东户"),
    ],
)
def test_rooms(text, room):
    assert room_of(text) == room


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3月1日", "可能是「3-1」"),
        ("同上", "同上"),
        ("\u200b", "是空的"),
        ("#REF!", "错误值"),
    ],
)
def test_no_room(text, words):
    with pytest.raises(InputError, match=words):
        room_of(text, "第 2 行")


def test_every_sign_for_no_owner():
    assert {owner_of(f" {sign} ") for sign in listed("业主", "没有")} == {""}


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("张三 \r\n 李四", "张三、李四"),
        (" 张  三 ", "张  三"),
        ("张三（代）", "张三（代）"),
        ("无名", "无名"),
    ],
)
def test_owners(text, owner):
    assert owner_of(text) == person_of(text) == owner


@pytest.mark.parametrize("text", ["张\u202e三", "张" * 51, "#NAME?", "李\n\x07"])
def test_no_owner(text):
    with pytest.raises(InputError, match=r"第 2 行：业主"):
        owner_of(text, "第 2 行")
