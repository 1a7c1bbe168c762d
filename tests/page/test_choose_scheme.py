"""Step 1: the cities, what there is in each, and how it becomes the words of a command."""

from __future__ import annotations

import pytest
from chromium import downloaded
from make_steps import book, in_city, onward

from elevshare import cli
from elevshare.page import offers
from elevshare.schemes.index import entries
from elevshare.schemes.status import STATUSES

CITIES = [one["name"] for one in offers.cities()["cities"]]


def test_every_city_is_listed_once_and_the_general_one_first():
    assert CITIES[0] == "通用" and len(CITIES) == len({*CITIES}) == len({e.city for e in entries()})
    groups = [one["group"] for one in offers.cities()["cities"]]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)
    assert CITIES.index("南京") < CITIES.index("成都")  # which has a way of sharing, and which not


@pytest.mark.parametrize("city", CITIES)
def test_every_city_has_a_way_to_share_with_its_table(city):
    found = offers.city([city])
    assert found["ways"]
    for way in found["ways"]:
        assert way["summary"] and way["document"]["title"] and way["status"] in STATUSES
        assert way["lacking"] or way["parts"][0]["tables"][0]["rows"]
    listed = [*found["ways"], *found["subsidies"], *found["also"]]
    assert {one.id for one in entries() if one.city == city} <= {card["id"] for card in listed}


def rows(card, what):
    (part,) = (one for one in [*card["parts"], *card["also"]] if one["what"] == what)
    return [row for table in part["tables"] for row in table["rows"]]


def test_the_tables_say_what_the_rules_say():
    assert rows(offers.card(["nanjing"]), "分摊") == [
        ["1 层", "0"], ["2 层", "0"], ["3 层", "1"], ["4 层起", "每高一层加 0.3"],
    ]  # fmt: skip
    assert ["8 层起", "待填"] in rows(offers.card(["changchun"]), "分摊")
    assert ["2 层", "11%", "10–12%"] in rows(offers.card(["beijing-4-half"]), "分摊")
    assert ["最多", "280,000.00 元"] in rows(offers.card(["shanghai"]), "补贴")
    assert ["每台", "200,000.00 元"] in rows(offers.card(["xianyang"]), "补贴")
    assert ["同意", "占全体业主人数达到 2/3"] in rows(offers.card(["xianyang"]), "表决")
    assert ["1 层", "0.00"] in rows(offers.card(["beijing-chengjian"]), "租赁")


def test_what_is_to_be_filled_in_is_told_before():
    assert "2、3、4、5、6 层的系数待填" in offers.card(["shanghai-6-level"])["lacking"]
    assert "各层的系数待填" in offers.card(["wuxi"])["lacking"]
    assert offers.card(["nanjing"])["lacking"] == ""


def test_what_has_run_out_is_told_by_the_day(monkeypatch):
    monkeypatch.setattr(offers, "today", lambda: "2026-12-01")
    assert offers.card(["dalian"])["out"] == ["补贴已过有效期（有效期至 2025-12-31）"]
    monkeypatch.setattr(offers, "today", lambda: "2025-12-31")
    assert offers.card(["dalian"])["out"] == []


def test_storeys_and_entry_narrow_the_ways():
    def names(*words):
        return [way["name"] for way in offers.city(words)["ways"]]

    assert names("上海", "7", "平层入户") == ["上海-七层平层入户"]
    assert (
        len(names("上海")) == 8 and names("上海")[0] == "上海-七层平层入户"
    )  # the rest lacks numbers
    assert names("上海", "9") == [] and "改层数" in offers.city(["上海", "9"])["said"]


def test_a_city_that_only_grants_money_is_joined_with_general_ways():
    found = offers.city(["成都"])
    assert {way["city"] for way in found["ways"]} == {"通用"}
    assert [one["name"] for one in found["subsidies"]] == ["成都"] and "通用" in found["said"]
    own = offers.city(["重庆"])
    assert [way["name"] for way in own["ways"]] == ["重庆"] and len(own["subsidies"]) == 3


# ------------------------------------------------------------------ in the browser


def made(tmp_path, *words):
    """The book of a command."""
    path = tmp_path / "命令.xlsx"
    assert cli.main(["make", *words, "--cost", "600000", "-o", str(path)]) == 0
    return path.read_bytes()


def alike(page):
    """Step 2 with seven alike storeys."""
    onward(page)
    page.get_by_label("总层数").fill("7")
    page.get_by_label("一层各户的建筑面积").fill("80,100")
    page.get_by_text("7 层，14 户").wait_for()


def test_a_subsidy_joined_with_a_general_way(page, tmp_path):
    in_city(page, "成都", "通用-按面积")
    assert page.get_by_text("选了：通用-按面积，补贴按成都").is_visible()
    alike(page)
    words = (
        "--share",
        "通用-按面积",
        "--subsidy-of",
        "成都",
        "--storeys",
        "7",
        "--areas",
        "80,100",
    )
    assert book(page) == made(tmp_path, *words)


def test_a_scheme_is_enough_for_a_blank_book(page, tmp_path):
    onward(page)
    page.get_by_text("请先选一个办法").wait_for()
    in_city(page, "武汉", "通用-按面积")
    assert page.get_by_text("请先选一个办法").count() == 0
    page.locator("summary", has_text="要一本空白的").click()
    _, data = downloaded(page, page.get_by_role("button", name="空白簿子 40 户").click)
    words = (
        "--share",
        "通用-按面积",
        "--subsidy-of",
        "武汉",
        "--subsidy",
        "0",
        "--households",
        "40",
    )
    target = tmp_path / "a.xlsx"
    assert cli.main(["make", *words, "-o", str(target)]) == 0
    assert data == target.read_bytes()


def test_a_combination_of_ones_own(page, tmp_path):
    in_city(page, "南京")
    page.get_by_text("自己组合").click()
    page.get_by_label("补偿", exact=True).select_option("xiamen")
    page.get_by_label("表决", exact=True).select_option("civil-code-278-rebuild")
    page.get_by_text("选了：南京，补偿按厦门，表决按民法典278-改建").wait_for()
    page.get_by_text("补偿按厦门").last.wait_for()
    alike(page)
    parts = ("--compensation-of", "厦门", "--consent-of", "民法典278-改建")
    words = ("--share", "南京", *parts, "--storeys", "7", "--areas", "80,100")
    assert book(page) == made(tmp_path, *words)


def test_what_the_cards_say(page):
    in_city(page, "长春")
    assert page.get_by_text("补贴已过有效期（").is_visible()
    page.get_by_label("城市", exact=True).select_option("上海")
    page.get_by_role("radio", name="上海-四层平层入户").wait_for()
    assert page.get_by_text("2、3、4 层的系数待填").first.is_visible()
    assert page.get_by_text("也录入了：上海-公积金的公积金").is_visible()
    page.get_by_label("楼有几层").select_option("7")
    page.get_by_label("电梯怎么入户").select_option("平层入户")
    page.get_by_text("选了：上海-七层平层入户").wait_for()  # the only one is taken
    assert page.get_by_role("cell", name="待填").count() == 0
    onward(page)
    page.get_by_label("一层各户的建筑面积").fill("80,80")
    page.get_by_text("7 层，14 户").wait_for()  # its storeys go on to the next step
    page.get_by_label("总层数").fill("6")
    page.get_by_text("分摊办法只用于 7 层的楼").wait_for()
