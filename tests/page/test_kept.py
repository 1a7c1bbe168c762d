"""What was filled in stays in the browser, one for every stairwell, and in a file; nothing stored breaks the page."""

from __future__ import annotations

import json

import pytest
from chromium import downloaded
from make_steps import in_city, onward
from sampling import some

KEY = "elevshare-2-make-1"


@pytest.fixture
def page(new_page):
    return new_page


def again(page):
    """The page, closed and opened."""
    page.reload()
    page.wait_for_selector("#roads:not([hidden])", timeout=120_000)


def filled(page, storeys):
    """Up to step 2, with so many storeys."""
    in_city(page, "南京")
    onward(page)
    page.get_by_label("总层数").fill(storeys)
    page.get_by_label("一层各户的建筑面积").fill("80,80")
    page.get_by_text(f"{storeys} 层，{2 * int(storeys)} 户").wait_for()


def storeys_kept(page):
    page.get_by_role("button", name="楼栋和住户").click()
    page.get_by_label("总层数").wait_for()
    return page.get_by_label("总层数").input_value()


def test_it_is_there_again(page):
    filled(page, "9")
    again(page)
    page.get_by_role("heading", name="2. 楼栋和住户").wait_for()
    page.get_by_text("9 层，18 户").wait_for()
    assert storeys_kept(page) == "9"


BROKEN = [
    "{", "null", "[]", "7", json.dumps({"roster": [7, None, {"room": {}}], "costs": "x", "way": "list"}),
    json.dumps({"papers": None, "pick": {"way": "none", "parts": [1]}, "scheme": "nanjing", "weights": 3}),
    json.dumps({"step": 99, "weights": {"1": 2}}), json.dumps({"step": -1.5}),
    json.dumps({"unknown": 1, "read": {"columns": 1}, "costs": [{"amount": 5}], "grant": []}),
]  # fmt: skip


@pytest.mark.sampled(0)
def test_what_is_broken_or_of_another_version_never_breaks_the_page(page):
    for stored in some(BROKEN, 4):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, stored])
        page.evaluate(
            'localStorage.setItem(\'elevshare-2-projects\', \'{"ids": [1, "x"], "id": 5}\')'
        )
        again(page)
        in_city(page, "南京")
        onward(page)
        page.get_by_role("radio", name="各层一样").check()
        page.get_by_label("总层数").fill("6")
        page.get_by_label("一层各户的建筑面积").fill("80,80")
        page.get_by_text("就是这样的楼").wait_for()
        onward(page)
        page.get_by_label("费用 1 的金额（元）").wait_for()


@pytest.mark.sampled(0)
def test_several_stairwells_are_kept_side_by_side(page):
    page.on("dialog", lambda asked: asked.accept("幸福里 3 幢" if asked.type == "prompt" else None))
    filled(page, "9")
    page.get_by_role("button", name="起个名字").click()
    page.get_by_role("button", name="另做一份").click()
    filled(page, "5")
    again(page)
    assert storeys_kept(page) == "5"
    page.get_by_label("正在做的").select_option("幸福里 3 幢")
    assert storeys_kept(page) == "9"
    page.get_by_role("button", name="清空，从头开始").click()
    assert page.get_by_label("正在做的").locator("option").count() == 1
    assert storeys_kept(page) == "5"


@pytest.mark.sampled(0)
def test_clearing_is_asked_for_first(page):
    filled(page, "9")
    page.once("dialog", lambda asked: asked.dismiss())
    page.get_by_role("button", name="清空，从头开始").click()
    assert page.get_by_label("总层数").input_value() == "9"
    page.once("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name="清空，从头开始").click()
    page.get_by_text("请在下面选一个办法").wait_for()


@pytest.fixture
def saved(page, tmp_path):
    """A file of what was filled in with nine storeys."""
    filled(page, "9")
    onward(page)
    page.get_by_label("费用 1 的金额（元）").fill("50万")
    page.get_by_role("button", name="下载", exact=True).click()
    page.get_by_text("把填的存成文件").click()
    name, data = downloaded(page, page.get_by_role("button", name="存成文件").click)
    page.get_by_text(f"已下载：{name}，在“下载”文件夹里").wait_for()
    path = tmp_path / name
    path.write_bytes(data)
    return path


def opened(page, path):
    """At the last step: a file dropped in."""
    zone = page.locator(".drop", has_text="存过的文件")
    zone.locator("input[type=file]").set_input_files(path)


@pytest.mark.sampled(0)
def test_a_saved_file_is_gone_on_with_beside_the_others(page, saved):
    page.evaluate("window.same = true")
    opened(page, saved)
    page.get_by_text("选了：南京").wait_for()
    assert storeys_kept(page) == "9"
    assert page.get_by_label("正在做的").locator("option").count() == 2
    assert page.evaluate("window.same")  # without a reload


@pytest.mark.sampled(0)
def test_a_file_of_what_is_there_is_a_further_copy(page, saved):
    page.once("dialog", lambda asked: asked.accept("幸福里"))
    page.get_by_role("button", name="起个名字").click()
    _, data = downloaded(page, page.get_by_role("button", name="存成文件").click)
    saved.write_bytes(data)
    for name in ("幸福里（2）", "幸福里（3）"):
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="打开存过的文件").click()
        chooser.value.set_files(saved)
        page.get_by_text(f"打开的是又一份，叫“{name}”").wait_for()
        assert page.get_by_label("正在做的").locator("option").last.inner_text() == name
        assert page.evaluate("document.activeElement.textContent") == "1. 城市与办法"


@pytest.mark.sampled(0)
def test_a_foreign_file_is_refused_in_a_sentence(page, saved, tmp_path):
    for text in (
        "",
        "[project]\nestate = 'x'\n",
        "# 网页：{broken",
        '# 网页：{"costs": [], "roster": 3}',
    ):
        foreign = tmp_path / "别的.toml"
        foreign.write_text(text, "utf-8")
        opened(page, foreign)
        page.get_by_text("不是在这个网页里存的").wait_for()
        page.evaluate("document.querySelector('#main .bad').textContent = ''")
