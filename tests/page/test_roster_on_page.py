"""Step 2: a roster becomes the table, and the table the book that the command makes of the roster."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from make_steps import book, in_city, onward, with_roster

from elevshare import cli
from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.page.households import building, read_roster, texts_of
from elevshare.rules.flat import Flat
from elevshare.schemes import find

sys.path.append(str(Path(__file__).parents[1] / "intake/rosters"))
from cases import case
from features import FEATURES, REFUSED

GOOD = sorted(name for name, one in FEATURES.items() if one.must != REFUSED)


def project_text(rows, papers=None):
    """The households as the page writes them into a project file."""
    head = [f"{key} = {json.dumps(text)}" for key, text in (papers or {}).items() if text]
    flats = []
    for row in rows:
        flats += ["", "[[flat]]  # 住户"]
        for key, text in row.items():
            value = (
                ("false" if text == "否" else "true") if key == "taking_part" else json.dumps(text)
            )
            flats.append(f"{key} = {value}")
    return "\n".join(["[project]", *head, *flats])


def project_or_error(**given):
    try:
        return project_from(find("nanjing"), cost="600000", **given)
    except InputError:
        return None


@pytest.mark.parametrize("name", GOOD)
def test_the_texts_of_a_roster_are_the_same_project(tmp_path, name):
    made = case(tmp_path, 3, [name])
    if made.chosen:
        return  # what is chosen by hand is the command's own test
    found = read_roster([str(made.path)])
    if "error" in found:
        with pytest.raises(InputError):
            project_from(find("nanjing"), cost="600000", roster=str(made.path))
        return
    text = tmp_path / "项目.toml"
    text.write_text(project_text(found["rows"], found["papers"]), "utf-8")
    assert project_or_error(project_file=str(text)) == project_or_error(roster=str(made.path))


def test_a_household_with_everything_goes_through_its_texts(tmp_path):
    full = Flat("602", 5.5, 6103, "张三", True, 12_345, True, False, "甲", True, 15_001, 50_000, "跃层",
                500_000, 1_200_050, "year")  # fmt: skip
    others = [
        Flat("001", 0, 0, fixed=100),
        Flat("501", 5, 8000),
        Flat("101", 1, 8000, vote=False),
        Flat("301", 3, 8000, fixed=0, reason="商定"),
    ]
    text = tmp_path / "项目.toml"
    text.write_text(project_text([texts_of(one) for one in (full, *others)]), "utf-8")
    assert project_from(find("nanjing"), project_file=str(text)).flats == (full, *others)


def csv(tmp_path, *lines, name="名册.csv"):
    path = tmp_path / name
    path.write_text("\n".join(["房号,楼层,建筑面积,业主,参与", *lines]), "utf-8")
    return path


def test_cells_in_other_words_and_doubts_stand_at_their_cells(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    csv(tmp_path, "101,一层,80,甲,√", "102,1,80,乙,是", "201,2,80,丙,是", "302,5,80,丁,是")
    found = read_roster(["名册.csv"])
    assert {"row": 0, "key": "storey", "text": "“一层”→1"} in found["seen"]
    assert {"row": 0, "key": "taking_part", "text": "“√”→是"} in found["seen"]
    (doubt,) = found["doubtful"]
    assert (doubt["row"], doubt["key"]) == (3, "storey") and "302 写的是 5 层" in doubt["text"]


def test_several_stairwells_are_there_to_choose_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("册.csv").write_text("单元,房号,楼层,面积,参与\n1,101,1,80,是\n2,101,1,90,是\n", "utf-8")
    found = read_roster(["册.csv"])
    assert found["stairwells"] == ["1", "2"]
    assert "请用下面的“单元”选一个" in found["error"] and "--" not in found["error"]
    assert "命令" not in found["error"]
    assert read_roster(["册.csv", "--entrance", "2"])["rows"][0]["area"] == "90.00"


def told(tmp_path, monkeypatch, *rows):
    monkeypatch.chdir(tmp_path)
    flats = [dict(zip(("room", "storey", "area", "taking_part"), row, strict=True)) for row in rows]
    Path("项目.toml").write_text(project_text(flats), "utf-8")
    return building(["nanjing", "--project", "项目.toml"])


def test_what_is_wrong_in_the_table_is_told_at_its_cell(tmp_path, monkeypatch):
    rows = [
        ("301", "3", "80", "是"),
        ("302", "x", "80", "是"),
        ("301", "4", "80", "是"),
        ("501", "5", "0", "是"),
    ]
    found = told(tmp_path, monkeypatch, *rows)
    cells = [(mark["row"], mark["key"]) for mark in found["wrong"]]
    assert cells == [(1, "storey"), (2, "room"), (3, "area")]
    assert "第 3 户：房号「301」重复，已见于" in found["error"] and "第 1 户" in found["error"]
    assert ".toml" not in found["error"] and "行" not in found["error"]


def test_a_table_without_faults_is_read_back(tmp_path, monkeypatch):
    rows = [("101", "1", "80", "是"), ("301", "3", "80.5", "是"), ("401", "4", "80", "否")]
    found = told(tmp_path, monkeypatch, *rows)
    assert (found["error"], found["wrong"], found["doubts"]) == ("", [], [])
    assert [one["area"] for one in found["rows"]] == ["80.00", "80.50", "80.00"]


# ------------------------------------------------------------------ in the browser

KINDS = [
    ("headings_in_two_rows", "storey_in_words", "total"),
    ("percentages_of_households", "part_in_other_words"),
    ("fixed_sums", "owners_on_several_lines", "hidden_lines"),
    ("building_and_entrance_beside", "payouts", "area_in_words"),
    ("weights_of_their_own", "half_storeys", "ground_floor_without_area"),
]


def made(tmp_path, roster):
    path = tmp_path / "命令.xlsx"
    words = [
        "make",
        "南京",
        "--roster",
        str(roster),
        "--cost",
        "600000",
        "-o",
        str(path),
        "--force",
    ]
    assert cli.main(words) in (0, 1)
    return path.read_bytes()


@pytest.mark.sampled(5)
@pytest.mark.parametrize("kinds", KINDS)
def test_a_roster_without_edits_gives_the_commands_book(page, tmp_path, kinds):
    made_here = (case(tmp_path, seed, kinds) for seed in range(100))
    roster = next(one.path for one in made_here if len(one.expected) <= 14)  # a small building
    in_city(page, "南京")
    onward(page)
    with_roster(page, roster)
    page.get_by_text("请在下面的表里核对").wait_for()
    assert book(page) == made(tmp_path, roster)


def test_a_table_that_is_corrected(page, tmp_path):
    in_city(page, "南京")
    onward(page)
    with_roster(page, csv(tmp_path, "301,三层,80,甲,√", "401,4,80,乙,是", "302,5,90,丙,是"))
    page.get_by_text("读成：“三层”→3").wait_for()
    page.get_by_text("请看：房号和楼层对不上").wait_for()
    page.get_by_label("第 3 户 302 楼层").fill("x")
    page.get_by_text("错：楼层「x」").wait_for()
    onward(page)
    assert page.get_by_role("heading", name="2. 楼栋和住户").is_visible()  # not before it is mended
    page.get_by_label("第 3 户 302 楼层").fill("3")
    page.get_by_text("错：").wait_for(state="detached")
    page.get_by_label("第 1 户 301 建筑面积㎡").press("Enter")
    page.keyboard.type("81")
    page.get_by_label("第 3 户 302 业主").press("Enter")  # from the last one to another one
    assert page.get_by_label("第 4 户").first.is_visible()
    page.get_by_role("button", name="去掉第 4 户").click()
    page.get_by_text("还要填……").click()
    page.get_by_role("button", name="定额", exact=True).click()
    page.get_by_label("第 1 户 301 定额").fill("500")
    mended = csv(
        tmp_path, "301,3,80,甲,是,500", "401,4,81,乙,是,", "302,3,90,丙,是,", name="改好.csv"
    )
    mended.write_text(mended.read_text("utf-8").replace("参与\n", "参与,定额\n", 1), "utf-8")
    assert book(page) == made(tmp_path, mended)


def test_a_roster_that_is_refused_is_told_whole(page, tmp_path):
    in_city(page, "南京")
    onward(page)
    with_roster(page, csv(tmp_path, "301,3,八,甲,是", "302,层,80,乙,是"))
    bad = page.locator("#main .bad")
    bad.wait_for()
    assert (
        "第 2 行：建筑面积「八」" in bad.inner_text() and "第 3 行：楼层「层」" in bad.inner_text()
    )


def test_one_of_several_stairwells_is_chosen(page, tmp_path):
    roster = tmp_path / "小区.csv"
    lines = [
        f"{door},{storey}01,{storey},{80 + door},是" for door in (1, 2) for storey in (1, 3, 4)
    ]
    roster.write_text("\n".join(["单元,房号,楼层,面积,参与", *lines]), "utf-8")
    in_city(page, "南京")
    onward(page)
    with_roster(page, roster)
    page.get_by_label("单元", exact=True).select_option("2")
    page.get_by_text("读成 3 户（2 单元）").wait_for()
    words = ["make", "南京", "--roster", str(roster), "--entrance", "2", "--cost", "600000"]
    path = tmp_path / "命令.xlsx"
    assert cli.main([*words, "-o", str(path)]) == 0
    assert book(page) == path.read_bytes()


def is_seen(page, words) -> bool:
    """Whether it stands above the bar of the steps, in the window."""
    box, bar = page.get_by_text(words).bounding_box(), page.locator(".onward").bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= bar["y"]


def test_what_became_of_a_roster_is_seen_at_once(page, tmp_path):
    in_city(page, "南京")
    onward(page)
    with_roster(page, csv(tmp_path, "301,3,80,甲,是", "302,3,90,乙,是"))
    page.get_by_text("读成 2 户").wait_for()
    assert is_seen(page, "读成 2 户")
    with_roster(page, csv(tmp_path, "301,3,八,甲,是"))
    page.get_by_text("第 2 行：建筑面积「八」").wait_for()
    assert is_seen(page, "第 2 行：建筑面积「八」")


def test_nobody_goes_on_unknowing_with_the_households_before(page, tmp_path):
    in_city(page, "南京")
    onward(page)
    with_roster(page, csv(tmp_path, "301,3,80,甲,是", "302,3,90,乙,是"))
    page.get_by_text("读成 2 户").wait_for()
    with_roster(page, csv(tmp_path, "301,3,八,甲,是"))
    page.get_by_text("第 2 行：建筑面积「八」").wait_for()
    onward(page)
    assert page.get_by_text("还在用原来的 2 户；要用原来的，请再点一次“下一步”").is_visible()
    assert page.get_by_role("heading", name="2. 楼栋和住户").is_visible()
    onward(page)
    page.get_by_role("heading", name="3. 费用与补贴").wait_for()


def test_what_a_second_reading_found_is_gone_to(page, tmp_path):
    in_city(page, "南京")
    onward(page)
    with_roster(page, csv(tmp_path, "301,3,80,甲,是", "302,3,90,乙,是", "401,4,90,丙,是"))
    page.get_by_text("读成 3 户").wait_for()
    page.get_by_text("读得不对？").click()
    page.get_by_label("只取哪几行").fill("1-3")
    page.get_by_role("button", name="再读一遍").click()
    page.get_by_text("读成 2 户").wait_for()
    assert "读成 2 户" in page.evaluate("document.activeElement.textContent")
