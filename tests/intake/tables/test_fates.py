import pytest

from elevshare.intake.tables.fates import is_heading_again, says_note, says_total, section_of
from elevshare.intake.tables.seen import SeenCell
from elevshare.vocabulary import ROSTER


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("合计", True),
        ("总 计（元）：", True),
        ("3层小计", True),
        ("本页合计", True),
        ("合计:12户", True),
        ("共12户", True),
        ("共2个", True),
        ("共 2 个单元", True),
        ("共3部", True),
        ("2部", False),  # how many lifts a building has
        ("2单元", False),
        ("共有人", False),
        ("101", False),
        ("合计电器厂宿舍", False),
    ],
)
def test_totals(text, total):
    assert says_total(text) is total


@pytest.mark.parametrize(
    "texts",
    [
        ["制表人：王"], ["注：以房产证为准"], ["注1：同上"], ["备注、"], ["第 1 页"], ["第1页 共2页"],
        ["电话 13800000000"], ["审核"], ["请各户核对。"], ["制表：王", "审核：李"],
    ],
)  # fmt: skip
def test_notes(texts):
    assert says_note(texts)


@pytest.mark.parametrize(
    "texts", [["第1层", "101", "80"], ["附101", "1"], ["单位宿舍1", "1"], ["101"], []]
)
def test_the_beginning_of_a_household_is_no_note(texts):
    assert not says_note(texts)


@pytest.mark.parametrize(
    ("texts", "section"),
    [
        (["12幢3单元"], ("12", "3")),
        (["第二单元"], ("", "二")),
        (["二单元："], ("", "二")),
        (["3单元（12户）", "3单元（12户）"], ("", "3")),
        (["12号楼"], ("12", "")),
        (["第二幢"], ("二", "")),
        (["3单元", "101"], None),
        (["3单元101"], None),
    ],
)
def test_titles_of_stairwells(texts, section):
    assert section_of(texts) == section


def cells(**texts):
    return {column: SeenCell(text, text) for column, text in texts.items()}


def test_a_heading_again():
    again = cells(房号="室号", 楼层="层", 业主="户主")
    assert is_heading_again(ROSTER, "房号", again)
    assert not is_heading_again(ROSTER, "房号", cells(房号="101", 楼层="层", 业主="户主"))
    assert not is_heading_again(ROSTER, "房号", cells(房号="房号", 楼层="1", 业主="张三"))
