"""Two windows at once, and a browser that keeps nothing: no project is lost."""

from __future__ import annotations

import pytest

BLOCKED = (
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
)


@pytest.fixture
def page(new_page):
    return new_page


def ready(page):
    page.wait_for_selector("#roads:not([hidden])", timeout=120_000)
    return page


def named(page, name: str) -> None:
    page.once("dialog", lambda asked: asked.accept(name))
    page.get_by_role("button", name="起个名字").click()
    page.get_by_label("正在做的").get_by_text(name).wait_for(state="attached")


def names(page) -> list[str]:
    return page.get_by_label("正在做的").locator("option").all_inner_texts()


@pytest.mark.sampled(0)
def test_projects_of_two_windows_stand_beside_one_another(page, page_file):
    other = page.context.new_page()
    other.goto(page_file.as_uri())
    ready(other)
    for window, name in ((page, "甲楼"), (other, "乙楼"), (page, "丙楼")):
        window.get_by_role("button", name="另做一份").click()
        named(window, name)
    other.close()
    page.reload()
    assert {"甲楼", "乙楼", "丙楼"} <= set(names(ready(page)))


@pytest.fixture
def keeps_nothing(page):
    page.add_init_script(BLOCKED)
    page.reload()
    return ready(page)


@pytest.mark.sampled(0)
def test_where_nothing_is_kept_it_is_said_and_nothing_is_lost_while_the_page_is_open(keeps_nothing):
    page = keeps_nothing
    assert page.get_by_text("这个浏览器不让保存").first.is_visible()
    named(page, "甲楼")
    page.get_by_role("button", name="另做一份").click()
    named(page, "乙楼")
    page.get_by_label("正在做的").select_option("甲楼")
    assert names(page) == ["甲楼", "乙楼"]
