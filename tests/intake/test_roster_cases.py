"""Rosters in the shapes that people have, made after public forms: the files of ``cases/rosters``."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.schemes import find

CASES = Path(__file__).parent / "cases" / "rosters"
ROOMS = [f"{storey}0{door}" for storey in range(1, 7) for door in (1, 2)]
OWNERS = (
    "王建国 李秀英 张桂兰 刘志强 陈玉梅 杨德明 赵淑珍 黄国庆 周丽华 吴永福 徐凤英 孙长贵".split()
)
#: The building of all files, as (room, storey, area in 0.01 m², owner, taking part).
TWELVE = [
    (room, int(room[0]), 8050 if room.endswith("2") else 6103, owner, True)
    for room, owner in zip(ROOMS, OWNERS, strict=True)
]
#: Files from which exactly the twelve are to be read.
PLAIN = """
b01b_资产信息_加参与 b02_房屋信息 b03_两行表头 b04_楼层合并 b04b_楼层只写一次 b05b_常见栏名 b05c_常见栏名
b05g_栏名_楼号单元分开 b07c_隐藏的旧名册在前 b14b_微信复制零宽 b16a_楼层写法 b16b_楼层写法 b16d_楼层写法
b20a_合计在序号栏 b20c_合计后有制表人 b20f_每层小计 b20g_每页重复表头 b20i_参与预填 b60c_补偿万元
b61_下面都是公式零 b70_产权人栏 b70b_业主名称栏
""".split()


def flats(name):
    """The flats of a file, whose own name is kept out of all messages."""
    with tempfile.TemporaryDirectory() as folder:
        roster = str(shutil.copy(CASES / f"{name}.xlsx", Path(folder) / "名册.xlsx"))
        return project_from(find("通用-按面积"), roster=roster, cost="60万").flats


def read(name):
    return [
        (flat.room, flat.storey, flat.area, flat.owner, flat.taking_part) for flat in flats(name)
    ]


def refusal(name):
    with pytest.raises(InputError) as caught:
        flats(name)
    return str(caught.value)


def not_taking_part(*rooms):
    return [(*flat[:4], flat[0] not in rooms) for flat in TWELVE]


@pytest.mark.parametrize("name", PLAIN)
def test_the_twelve_flats(name):
    assert read(name) == TWELVE


@pytest.mark.parametrize(
    ("name", "rooms"),
    [
        ("b31a_参与写法", ("101", "102")),
        ("b31c_参与写法", ("101", "102")),
        ("b31e_参与写法", ("101", "102")),
        ("b31o_成都写法", ("101", "102", "201", "202")),
    ],
)
def test_who_takes_part(name, rooms):
    assert read(name) == not_taking_part(*rooms)


def test_rooms_are_what_is_seen_of_them():
    assert read("b12_前导零格式") == [(f"0{room}", *rest) for room, *rest in TWELVE]


def test_an_owner_on_two_lines():
    owner = read("b15_业主格内换行")[3][3]
    assert owner in ("刘志强 （共有）李小明", "刘志强、（共有）李小明")


def test_an_area_is_what_is_seen_of_it():
    found = read("b19m_面积长小数")
    assert {area for _, _, area, _, _ in found} == {6103, 8033}


def test_signs_for_nobody():
    assert read("b28_占位符业主") == [(*flat[:3], "", True) for flat in TWELVE]


def test_a_ground_floor_without_area_pays_nothing():
    found = read("b47_一楼无面积")
    assert found[0][2:] == (0, "王建国", False) and found[1][2:] == (0, "李秀英", False)
    assert found[2:] == TWELVE[2:]


def test_compensation_in_ten_thousands_of_yuan():
    assert [flat.payout for flat in flats("b60c_补偿万元")] == [1_500_000] * 2 + [0] * 10


def test_hidden_lines_are_not_billed_unasked():
    try:
        assert read("b07_筛选隐藏行") == TWELVE
    except InputError as error:
        assert "隐藏" in str(error)


def test_areas_of_formulas_without_a_value():
    try:
        assert {area for _, _, area, _, _ in read("b24_公式没有存值")} == {6103}
    except InputError as error:
        assert "公式" in str(error)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("b18_房号成了日期", ("日期", "文本")),
        ("b21b_三个单元一张表", ("单元",)),
        ("b60a_套内面积加括号", ("面积", "套内")),
        ("b60d_楼层总层数", ("楼层", "总")),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(name, words):
    text = refusal(name)
    assert all(word in text for word in words), text


def test_half_storeys_are_stops_of_their_own():
    assert [flat.storey for flat in flats("b16k_半层")] == [
        storey + 0.5 for storey in range(1, 7) for _ in range(2)
    ]


def test_a_list_of_several_stairwells_has_no_surplus_rows():
    """Room 101 is there three times, in three entrances: nothing is to be deleted."""
    assert "删去" not in refusal("b21b_三个单元一张表")


def test_a_roster_of_a_web_program():
    assert read("05_roster_sheetjs") == [
        ("101", 1, 8000, "张三", True),
        ("102", 1, 10000, "李四", True),
        ("301", 3, 8000, "王五", True),
        ("302", 3, 10000, "赵六", False),
    ]
