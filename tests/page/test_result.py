"""Step 4: every household's amount, and other schemes beside it."""

from __future__ import annotations

import json

import pytest
from make_steps import at_result, unfold

from elevshare import cli
from elevshare.money import parse_yuan
from elevshare.page.households import building
from elevshare.page.offered import offered, storeys
from elevshare.page.topics import PHRASES
from elevshare.project import Topic

HOUSE = (
    '[building]\nstoreys = "6"\nareas = ["80", "100.5"]\n'
    '[[cost]]\nitem = "电梯"\namount = "60万"\n[subsidy]\nmode = "{}"\n'
)


@pytest.fixture
def told(desk):
    """What an own command of the page says of the house, without a browser."""

    def ask(command: str, *words: str, subsidy: str = "不计补贴"):
        house = {"a.toml": HOUSE.format(subsidy).encode()}
        status, said, _ = desk.run_on(house, command, *words, "--project", "a.toml")
        return (status, json.loads(said)) if status == 0 else (status, said)

    return ask


@pytest.mark.sampled(3)
@pytest.mark.parametrize("scheme", ["南京", "咸阳", "北京-六层半层入户", "华龄安康", "融盛安泰"])
def test_the_amounts_are_those_of_shares(told, scheme, tmp_path, capsys):
    (tmp_path / "a.toml").write_text(HOUSE.format("不计补贴"), encoding="utf-8")
    cli.main(["shares", scheme, "--project", str(tmp_path / "a.toml"), "--json"])
    shares = json.loads(capsys.readouterr().out)
    _, record = told("result", scheme)
    assert [parse_yuan(row[4]) for row in record["rows"]] == [
        flat["due_fen"] for flat in shares["flats"]
    ]
    assert parse_yuan(record["total"][4]) == shares["net_fen"]
    assert parse_yuan(record["sum"][-1][1]) == shares["net_fen"]
    assert sum(parse_yuan(one["yuan"]) for one in record["storeys"]) == shares["net_fen"]
    assert record["storeys"][0] == {
        "storey": "6 层",
        "yuan": record["storeys"][0]["yuan"],
        "part": 100.0,
    }


def test_a_refusal_is_an_error_of_the_program(told):
    status, said = told("result", "南京", subsidy="按规则计算")
    assert status == 2 and said.startswith("错误：方案「南京」没有可计算的补贴标准。")


def test_every_subject_has_a_phrase():
    assert set(PHRASES) == set(Topic)


def test_a_lease_is_offered_only_what_it_takes(told):
    _, record = told("offered", "华龄安康")
    names = [one["name"] for one in record["topics"]]
    assert "运维" in names and "决算" not in names and record["shares"] is False


def test_a_rule_without_an_amount_tells_what_it_grants_at_most():
    words = ["通用-按面积", "--subsidy-of", "武汉", "--subsidy", "0"]
    record = offered(words)
    assert record["subsidy"] is None and record["granted"].startswith("武汉：最高 20 万元")
    assert offered(["咸阳"])["granted"] == ""


def test_the_storeys_of_a_building_that_the_scheme_does_not_weigh(tmp_path):
    house = tmp_path / "a.toml"
    flats = [f'[[flat]]\nroom = "{n}01"\nstorey = "{n}.5"\narea = "80"\n' for n in (2, 1)]
    house.write_text("".join(f"{one}taking_part = true\n" for one in flats), encoding="utf-8")
    words = ["南京", "--project", str(house)]
    assert storeys(words) == ["1.5", "2.5"]
    said = building(words)
    assert said["later"] and "下一步的“各层系数”" in said["error"]


def test_nothing_is_said_of_a_refund_where_nothing_is_billed_first(told):
    _, record = told("result", "咸阳", subsidy="按规则计算")
    said = {name: message for name, _, message in record["checks"]}
    assert said["先收的补贴能退到各户"] == "没有先收的补贴"


def test_others_take_the_same_money(told):
    _, record = told("beside", "咸阳", subsidy="按规则计算")
    fitting = [one for one in record["others"] if not one["why"]]
    assert {"通用-按面积", "南京", "北京-六层平层入户"} <= {one["name"] for one in fitting}
    for one in fitting:
        assert sum(map(parse_yuan, one["dues"])) == 40_000_000, one["name"]
        assert one["name"] != "咸阳"
    more = {one["name"]: one["more"] for one in fitting}["通用-按面积"]
    assert more[0].startswith("＋") and more[-1].startswith("－")


def test_another_that_does_not_fit_says_why(told):
    _, record = told("beside", "南京")
    why = {one["name"]: one["why"] for one in record["others"]}
    assert why["北京-四层半层入户"] == "它是 4 层楼的办法，这里是 6 层"
    assert why["咸阳"] == ""
    assert "融盛安泰" not in why


@pytest.mark.sampled(0)
def test_bars_and_sums_are_shown(page):
    at_result(page)
    page.get_by_text("各项检查都通过").wait_for()
    chart = page.get_by_role("table", name="各层合计（元）")
    assert chart.locator("tbody tr").first.inner_text().split() == ["7", "层", "165,000.00"]
    wide = [bar.bounding_box()["width"] for bar in chart.locator(".bar").all()]
    assert wide == sorted(wide, reverse=True) and wide[0] > 100
    assert page.get_by_role("cell", name="600,000.00").count() == 1


def test_three_others_stand_beside_and_no_fourth(page):
    at_result(page)
    unfold(page, "和别的办法比一比")
    other = page.get_by_label("再比一个办法")
    for name in ("通用-按面积", "咸阳", "长春", "重庆"):
        other.select_option(name)
        page.get_by_role("button", name="加到旁边").click()
    assert page.get_by_text("最多再比 3 个").is_visible()
    table = page.get_by_role("table", name="并排比较")
    assert table.locator("thead th").count() == 2 + 3 * 2
    assert table.locator("tbody tr").first.inner_text().split("\t")[:4] == [
        "101",
        "0.00",
        "38,095.24",
        "＋38,095.24",
    ]
    page.get_by_role("button", name="去掉“咸阳”").click()
    assert table.locator("thead th").count() == 2 + 2 * 2
    assert table.locator("tr.total").inner_text().split("\t") == [
        "合计", "600,000.00", "600,000.00", "一样", "600,000.00", "一样",
    ]  # fmt: skip
    other.select_option("北京-四层半层入户（用不上）")
    page.get_by_role("button", name="加到旁边").click()
    page.get_by_text("“北京-四层半层入户”用不上：它是 4 层楼的办法，这里是 7 层").wait_for()
