"""A filled-in book becomes a new one: what it is, what was carried, the same bytes as the command's."""

from __future__ import annotations

import re

import bases
import pytest
import samples
from axe import grave_faults
from bookfile import BookFile
from chromium import downloaded, drop

from elevshare import cli


@pytest.fixture
def road(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page.get_by_role("button", name="换成新的一本").click()
    return page


def given(page, path) -> None:
    drop(page, "把填过的簿子", path)
    page.get_by_role("heading", name="这本簿子").wait_for(timeout=120_000)


def new_book(page) -> tuple[str, bytes]:
    page.get_by_role("button", name="看看带入什么").click()
    button = page.get_by_role("button", name="下载新簿子")
    button.wait_for(timeout=120_000)
    return downloaded(page, button.click)


def made(path, *words) -> bytes:
    """What the command makes of the same."""
    cli.main(["make", *words, "--from", path.name, "-o", "命令.xlsx"])
    return (path.parent / "命令.xlsx").read_bytes()


@pytest.mark.sampled(0)
def test_more_rows_other_sheets_another_scheme(road, tmp_path):
    old = tmp_path / "旧.xlsx"
    old.write_bytes(bases.typed("usual", {("参数", "B46"): 0.9}))
    given(road, old)
    assert road.evaluate("document.activeElement.textContent") == "这本簿子：旧.xlsx"
    assert road.get_by_text("填了 6 户，留了 10 户的行").is_visible()
    assert road.get_by_label("台账：").is_disabled() and road.get_by_label("台账：").is_checked()
    road.get_by_label("方案", exact=True).select_option("guangzhou")
    road.get_by_label("决算：").check(timeout=60_000)
    road.get_by_label("留几户的行").fill("60")
    road.get_by_label("账单一页印两户").check()
    name, data = new_book(road)
    assert name.startswith("旧-广州") and name.endswith(".xlsx")
    assert road.get_by_text(f"已下载：{name}").is_visible()
    assert road.get_by_text("「参数」B46 系数（第 3 行）：0.9").is_visible()
    assert road.get_by_text("3 户的金额变了").is_visible()
    assert road.get_by_role("row", name="302 600,000.00 318,547.18 -281,452.82").is_visible()
    assert grave_faults(road) == []
    more = ("--with", "决算", "--households", "60", "--two-a-page")
    assert data == made(old, "guangzhou", *more)


def test_too_few_rows_are_refused_in_words_of_the_page(road, tmp_path):
    (tmp_path / "旧.xlsx").write_bytes(bases.book("usual"))
    given(road, tmp_path / "旧.xlsx")
    road.get_by_label("留几户的行").fill("3")
    road.get_by_role("button", name="看看带入什么").click()
    told = road.get_by_text("3 行放不下")
    told.wait_for(timeout=60_000)
    assert "--" not in told.text_content()


def test_a_book_that_was_tampered_with_is_used_only_knowingly(road, tmp_path):
    file = BookFile(bases.book("plain"))
    file.number("分摊", "J22", 1)
    (tmp_path / "坏.xlsx").write_bytes(file.data())
    given(road, tmp_path / "坏.xlsx")
    assert road.get_by_text("这本簿子不可信").is_visible()
    road.get_by_role("button", name="看看带入什么").click()
    road.get_by_text("请勾上“不可信也用”").wait_for(timeout=60_000)
    road.get_by_label("不可信也用").check()
    assert new_book(road)[1] == made(tmp_path / "坏.xlsx", "--force")


@pytest.mark.sampled(0)
def test_what_is_shown_goes_when_something_else_is_wished_for(road, tmp_path):
    (tmp_path / "旧.xlsx").write_bytes(bases.book("usual"))
    given(road, tmp_path / "旧.xlsx")
    button = road.get_by_role("button", name="下载新簿子")
    for change in (
        lambda: road.get_by_label("决算：").check(),
        lambda: road.get_by_label("留几户的行").fill("60"),
        lambda: road.get_by_label("账单一页印两户").check(),
        lambda: road.get_by_label("方案", exact=True).select_option("guangzhou"),
    ):
        road.get_by_role("button", name="看看带入什么").click()
        button.wait_for(timeout=120_000)
        change()
        assert button.count() == 0


@pytest.mark.sampled(0)
def test_ticked_pages_stay_when_the_scheme_changes(road, tmp_path):
    (tmp_path / "旧.xlsx").write_bytes(bases.book("usual"))
    given(road, tmp_path / "旧.xlsx")
    road.get_by_label("决算：").check()
    road.get_by_label("方案", exact=True).select_option("guangzhou")
    road.get_by_text("正在看这个方案").wait_for(state="detached", timeout=60_000)
    assert road.get_by_label("决算：").is_checked()
    road.get_by_label("方案", exact=True).select_option("beijing-hualing")
    road.get_by_text("这个方案没有这几页，不再加：决算").wait_for(timeout=60_000)
    road.get_by_label("方案", exact=True).select_option("")
    road.get_by_text("正在看这个方案").wait_for(state="detached", timeout=60_000)
    assert road.get_by_label("决算：").is_checked()


@pytest.mark.sampled(0)
def test_what_was_paid_does_not_become_rent(road, tmp_path):
    (tmp_path / "旧.xlsx").write_bytes(samples.sample("contribution").data)
    given(road, tmp_path / "旧.xlsx")
    road.get_by_label("方案", exact=True).select_option("beijing-hualing")
    new_book(road)
    assert road.get_by_text("两本收的不是一种钱").is_visible()
    assert road.get_by_text(re.compile("「台账」第 .*12345.67")).is_visible()
    assert road.get_by_role("columnheader", name="现在（租赁，本期使用费）").is_visible()
