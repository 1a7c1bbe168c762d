import json

import pytest

from commands.conftest import ROWS

OTHER = """幸福里 3 幢 2 单元
房间,所在层,产证面积（㎡）,产权人,是否参与,备注
101,一层,80㎡,张三,√,
201,2,100,—,同意不参与,出租
合计,,180,,,
"""


def test_what_is_understood_is_shown_in_full(call, roster):
    status, output, errors = call("roster", roster(OTHER))
    assert (status, errors) == (0, "")
    for words in ("第 2 行是栏名", "“产证面积（㎡）”", "备注", "一层→1", "√→是",
                  "同意不参与→否", "合计", "2 户，参与 1 户，面积合计 180.00 平方米"):  # fmt: skip
        assert words in output
    lines = [line.split() for line in output.splitlines()]
    assert ["101", "1", "80.00", "张三", "是"] in lines and ["201", "2", "100.00", "否"] in lines


def test_the_same_for_programs(call, roster):
    status, output, errors = call("roster", roster(OTHER), "--json")
    (record,) = json.loads(output)
    assert (status, errors) == (0, "")
    assert (record["households"], record["taking_part"], record["area_m2"]) == (2, 1, 180.0)
    assert record["columns"][0] == {
        "column": "房号",
        "heading": "房间",
        "at": "第 1 栏",
        "unit": "",
    }
    assert record["columns_left_alone"] == ["备注"]
    assert [one["row"] for one in record["rows_left_out"]] == [5]
    assert record["flats"][1] == {
        "at": f"{record['source']} 第 4 行", "room": "201", "storey": 2, "area_m2": 100.0, "owner": "", "taking_part": False,
        "own_weight": None, "fixed_fen": None, "reason": "",
    }  # fmt: skip


def test_something_to_look_at_gives_1(call, roster):
    status, output, _ = call("roster", roster(f"{ROWS}\n库1,车库,20,,否"))
    assert status == 1 and "「库1」在一层以下" in output


def test_a_roster_that_is_refused_gives_2_and_the_others_are_shown(call, roster):
    names = roster("房号\n101\n", "甲.csv"), roster(ROWS, "乙.csv")
    status, output, errors = call("roster", *names)
    assert status == 2 and "14 户" in output
    assert errors.startswith("错误：甲.csv 第 1 行：缺少") and errors.count("\n") == 1
    records = json.loads(call("roster", *names, "--json")[1])
    assert "缺少" in records[0]["error"] and records[1]["households"] == 14


@pytest.mark.parametrize(
    ("options", "households"),
    [
        (("--entrance", "2"), 1),
        (("--rows", "2-3", "--entrance", "1"), 2),
        (("--columns", "单元=梯", "--entrance", "乙"), 1),
    ],
)
def test_what_is_chosen_by_hand(done, roster, options, households):
    doors = ("1,101,1", "甲"), ("1,201,2", "甲"), ("1,301,3", "甲"), ("2,101,1", "乙")
    rows = "".join(f"{door},80,是,,{named}\n" for door, named in doors)
    text = f"单元,房号,楼层,面积,参与,业主,梯\n{rows}"
    assert f"共 {households} 户" in done("roster", roster(text), *options)


def test_several_stairwells_are_told_apart(refused, roster):
    text = "单元,房号,楼层,面积,参与\n1,101,1,80,是\n2,101,1,80,是\n"
    message = refused("roster", roster(text))
    assert "有 2 个单元的住户：1、2" in message and "--entrance" in message


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--storeys", "0"), "是 0 或负数"),
        (("--rows", "x"), "--rows"),
        (("--columns", "x"), "--columns"),
        (("--storeys", "6"), "楼层「7」超过总层数 6"),
        (("--sheet", "乙"), "没有工作表「乙」"),
    ],
)
def test_a_wrong_call_is_refused(call, roster, options, words):
    status, output, errors = call("roster", roster(), *options)
    assert (status, output) == (2, "") and words in errors


def test_tables_side_by_side_show_both_places(call, tmp_path):
    (tmp_path / "名册.csv").write_text(
        "房号,楼层,建筑面积,参与,房号,楼层,建筑面积,参与\n101,1,80,是,201,2,80,是\n", "utf-8"
    )
    _, out, _ = call("roster", str(tmp_path / "名册.csv"))
    assert "房号（第 1 栏、第 5 栏）" in out and "共 2 户" in out
