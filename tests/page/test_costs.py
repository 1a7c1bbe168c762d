"""Step 3: costs, subsidy, and what stands on the bills."""

from __future__ import annotations

from io import BytesIO

from chromium import downloaded
from make_steps import at_money, in_city, onward, saved, sums, unfold
from openpyxl import load_workbook


def amount(page, words: str) -> None:
    page.get_by_label("费用 1 的金额（元）").fill(words)


def test_nobody_goes_on_without_an_amount(page):
    at_money(page)
    onward(page)
    assert page.get_by_role("alert").inner_text() == "请填至少一项费用的金额"
    assert page.get_by_role("heading", name="3. 费用与补贴").is_visible()


def test_what_cannot_be_read_is_told_by_its_name_on_the_page(page):
    at_money(page)
    amount(page, "六十个")
    onward(page)
    told = page.locator("#main .bad")
    told.wait_for()
    assert told.inner_text() == ("费用 1 的金额：「六十个」不是数字。请只填数字，如 100 或 61.03。")


def test_the_fields_are_there_whatever_cannot_be_read(page):
    at_money(page, "武汉", "通用-按面积")
    assert page.get_by_text("武汉：最高 20 万元").is_visible()
    amount(page, "六十万")
    onward(page)
    page.locator("#main .bad").wait_for()
    page.get_by_role("button", name="上一步").click()
    told = page.locator("#main section .bad")
    told.get_by_text("费用 1 的金额：「六十万」不是数字").wait_for()
    page.get_by_role("button", name="楼栋和住户").click()
    page.get_by_text("7 层，14 户").wait_for()  # whose fault it is not
    onward(page)
    told.wait_for()
    amount(page, "60万")
    assert told.count() == 0
    onward(page)
    page.locator("dl.sum").wait_for()
    page.get_by_text("✓ 各项检查都通过").wait_for()


def test_an_amount_of_ones_own_outlives_another_scheme(page):
    at_money(page, "咸阳")
    page.get_by_label("有，金额我自己写").check()
    page.get_by_label("补贴金额（元）").fill("12.5万")
    page.get_by_role("button", name="城市与办法").click()
    in_city(page, "南京")
    page.get_by_role("button", name="费用与补贴").click()
    assert page.get_by_label("补贴金额（元）").input_value() == "12.5万"


def test_every_storey_without_a_weight_has_a_field(page):
    in_city(page, "南京")
    onward(page)
    page.get_by_role("radio", name="各户不一样").check()
    page.get_by_role("button", name="没有名册").click()
    for key, text in (("room", "101"), ("storey", "1.5"), ("area", "80")):
        page.locator(f"[data-column={key}]").fill(text)
    page.get_by_text("“各层系数”").wait_for()
    onward(page)
    page.get_by_label("1.5 层").fill("1")
    amount(page, "60万")
    onward(page)
    page.locator("dl.sum").wait_for()


def test_the_rule_of_the_city_gives_the_subsidy(page):
    at_money(page, "咸阳")
    amount(page, "60万")
    page.get_by_label("按这个城市的规定算").check()
    onward(page)
    page.locator("dl.sum").wait_for()
    assert sums(page) == [
        "总费用 600,000.00 元",
        "－ 补贴 200,000.00 元",
        "＝ 各户分摊 400,000.00 元",
    ]


def test_a_subsidy_that_is_left_out_is_told(page):
    at_money(page, "咸阳")
    amount(page, "60万")
    onward(page)
    page.get_by_text("按规定可得补贴 200,000.00 元，这里没有计入").wait_for()


def test_a_city_without_a_rule_does_not_offer_one(page):
    at_money(page)
    assert page.get_by_label("按这个城市的规定算").count() == 0
    page.get_by_label("有，金额我自己写").check()
    page.get_by_label("补贴金额（元）").fill("12.5万")
    amount(page, "60万")
    onward(page)
    page.locator("dl.sum").wait_for()
    assert sums(page)[1] == "－ 补贴 125,000.00 元"


def test_costs_add_up_and_one_goes_its_own_way(page):
    at_money(page)
    amount(page, "50万")
    page.get_by_role("button", name="再加一项费用").click()
    page.get_by_label("费用 2", exact=True).fill("门洞")
    page.get_by_label("费用 2 的金额（元）").fill("3000")
    unfold(page, "有的费用另有分法")
    page.get_by_label("“门洞”怎么分").select_option("指定住户")
    page.get_by_label("由哪几户出").fill("101，102")
    onward(page)
    page.locator("dl.sum").wait_for()
    assert sums(page)[0] == "总费用 503,000.00 元"
    assert page.locator("tr", has_text="101").first.inner_text().split()[-2:] == [
        "0.00",
        "1,500.00",
    ]


def test_rarer_things_go_into_the_project_as_they_are_typed(page):
    at_money(page)
    amount(page, "60万")
    unfold(page, "有人不参与怎么办")
    page.get_by_label("不参与的户那一份，由谁出").select_option("floor")
    page.get_by_label("每户的金额算到").select_option("元")
    unfold(page, "给低层住户的补偿")
    page.get_by_label("怎么算").select_option("一层定额")
    page.get_by_label("一层每户补偿（元）").fill("6000")
    unfold(page, "别人出的")
    page.get_by_role("button", name="加一笔").click()
    page.get_by_label("第 1 笔，谁出的").fill("原单位")
    page.get_by_label("第 1 笔的金额（元）").fill("2万")
    onward(page)
    page.locator("dl.sum").wait_for()
    assert sums(page)[2:] == [
        "－ 其他来源 20,000.00 元",
        "＋ 低层补偿 18,000.00 元",
        "＝ 各户分摊 598,000.00 元",
    ]
    assert "不够一元的零头" in page.locator("#main").inner_text()


def test_an_account_stays_a_text(page):
    at_money(page)
    amount(page, "60万")
    unfold(page, "账单上写的")
    page.get_by_label("小区").fill("幸福里小区")
    page.get_by_label("收款账号").fill("0043 0152 0910 0123 4567")
    page.get_by_label("截止日期").fill("2026-12-31")
    onward(page)
    page.locator("dl.sum").wait_for()
    onward(page)
    _, project = saved(page)
    assert 'account = "0043 0152 0910 0123 4567"' in project.decode()
    _, book = downloaded(page, page.get_by_role("button", name="下载这本簿子").click)
    cells = [cell.value for row in load_workbook(BytesIO(book))["参数"] for cell in row]
    assert "0043 0152 0910 0123 4567" in cells


def test_a_lease_asks_for_no_costs(page):
    at_money(page, "北京", "华龄安康", "6")
    assert page.get_by_label("费用 1 的金额（元）").count() == 0
    onward(page)
    page.locator("dl.sum").wait_for()
    assert sums(page) == ["本单元全年使用费 21,600.00 元"]
    assert page.locator("summary", has_text="和别的办法比一比").count() == 0
