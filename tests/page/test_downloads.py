"""Step 5: what is downloaded is what the command makes of the same project file."""

from __future__ import annotations

import pytest
from chromium import downloaded, drop
from make_steps import at_result, onward, saved, unfold

from elevshare import cli

#: A way of sharing without a subsidy of its own is joined with that of its city.
JOINED = "融盛安泰，补贴按北京"
WORDS = {JOINED: ("--share", "融盛安泰", "--subsidy-of", "北京")}


def at_download(page, *where: str) -> None:
    at_result(page, *where)
    onward(page)
    page.get_by_label("账单一页印两户，省纸").wait_for()


def book(page) -> tuple[str, bytes]:
    return downloaded(page, page.get_by_role("button", name="下载这本簿子").click)


def by_command(tmp_path, project: bytes, *scheme: str) -> bytes:
    """The book that the command makes of what the page saved."""
    (tmp_path / "a.toml").write_bytes(project)
    target = tmp_path / "a.xlsx"
    given = ["--project", str(tmp_path / "a.toml"), "-o", str(target)]
    assert cli.main(["make", *scheme, *given]) == 0
    return target.read_bytes()


def everything(page) -> None:
    page.get_by_label("全部的页都要").check()
    page.get_by_label("账单一页印两户，省纸").check()


def fewer(page) -> None:
    page.get_by_label("决算").check()
    unfold(page, "不加页")
    page.get_by_label("半层").check()


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    ("where", "scheme", "tick"),
    [
        (("南京",), "南京", everything),
        (("北京", "北京-六层半层入户", "6"), "北京-六层半层入户", fewer),
        (("北京", "华龄安康", "6"), "华龄安康", everything),
        (("北京", "融盛安泰", "6"), JOINED, lambda page: None),
    ],
    ids=["all", "percent", "lease", "cards"],
)
def test_the_book_is_what_the_command_makes(page, tmp_path, where, scheme, tick):
    at_download(page, *where)
    tick(page)
    name, data = book(page)
    assert name == f"加梯分摊-{scheme}.xlsx"
    project_name, project = saved(page)
    assert project_name == f"加梯分摊-{scheme}.toml"
    assert data == by_command(tmp_path, project, *WORDS.get(scheme, (scheme,)))


@pytest.mark.sampled(0)
@pytest.mark.parametrize("rows", ["40", "80"])
def test_a_blank_book_is_what_the_command_makes(page, tmp_path, rows):
    at_download(page)
    unfold(page, "要一本空白的")
    page.get_by_label("账单一页印两户", exact=True).check()
    name, data = downloaded(page, page.get_by_role("button", name=f"空白簿子 {rows} 户").click)
    assert name == f"空白-{rows}户-南京.xlsx"
    target = tmp_path / "a.xlsx"
    assert cli.main(["make", "南京", "--households", rows, "--two-a-page", "-o", str(target)]) == 0
    assert data == target.read_bytes()


def test_the_page_says_what_was_made_and_what_is_next(page):
    at_download(page)
    book(page)
    page.get_by_role("heading", name="接下来").wait_for()
    told = page.locator(".told", has_text="应分摊净额").inner_text()
    assert "14 户，应分摊净额 600,000.00 元" in told and "不能收款" in told
    assert "/tmp" not in told and "--" not in told and "项目" not in told


def test_rows_that_are_too_few_are_refused_in_words(page):
    at_download(page)
    page.get_by_label("留几户的行").fill("3")
    page.get_by_role("button", name="下载这本簿子").click()
    told = page.locator(".told .bad")
    told.wait_for()
    assert told.inner_text() == "“留几户的行”：3 行放不下 14 户。请填 14 到 200 的整数。"


def test_what_was_saved_is_opened_again(page, tmp_path):
    at_download(page)
    page.get_by_label("决算").check()
    name, project = saved(page)
    (tmp_path / name).write_bytes(project)
    page.evaluate("localStorage.clear()")
    drop(page, "把存过的文件", tmp_path / name)
    page.get_by_role("heading", name="1. 城市与办法").wait_for()
    kept = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => /make-\\d+$/.test(key))"
        ".map(([, text]) => JSON.parse(text)).find((one) => one.topics.length)"
    )
    assert kept["topics"] == ["决算"] and kept["costs"][0]["amount"] == "60万"


def test_another_file_is_not_opened(page, tmp_path):
    at_download(page)
    unfold(page, "把填的存成文件")
    (tmp_path / "b.toml").write_text("[project]\n")
    drop(page, "把存过的文件", tmp_path / "b.toml")
    page.get_by_text("这个文件不是在这个网页里存的").wait_for()
