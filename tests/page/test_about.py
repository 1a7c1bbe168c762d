"""关于: the version, the licences, and whether the file is the one that was published."""

from __future__ import annotations

import hashlib

import pytest

from elevshare import __version__
from elevshare.page.about import rules


def at_about(page):
    page.get_by_role("button", name="关于和许可").click()
    page.get_by_role("heading", name="关于", exact=True).wait_for()
    return page


@pytest.fixture
def about(page):
    return at_about(page)


def test_it_says_the_version_and_how_new_the_rules_are(about):
    about.get_by_text(f"加梯分摊 {__version__} 版").wait_for()
    about.get_by_text(f"{rules()['schemes']} 个方案").wait_for()


def test_it_computes_what_is_published_beside_the_file(about, page_file):
    about.locator(".drop input[type=file]").set_input_files(page_file)
    shown = about.locator("[role=status] code.sum").inner_text()
    assert shown == hashlib.sha256(page_file.read_bytes()).hexdigest()


@pytest.mark.parametrize("published, says", [("", "和公布的一样"), ("ab", "不要用这个文件")])
def test_it_compares_what_was_published(about, page_file, published, says):
    right = hashlib.sha256(page_file.read_bytes()).hexdigest()
    about.get_by_label("公布的那一串").fill(published or f" {right.upper()}\t")
    about.locator(".drop input[type=file]").set_input_files(page_file)
    about.get_by_text(says).last.wait_for()


def test_a_licence_is_read_where_somebody_wants_to(about):
    about.get_by_text("Pyodide 3").click()
    about.get_by_text("Mozilla Public License Version 2.0").first.wait_for()


@pytest.mark.sampled(0)
def test_what_was_kept_can_be_deleted(new_page):
    about = at_about(new_page)
    about.evaluate("localStorage['elevshare-2-make-9'] = '{}'; localStorage.other = 1")
    about.on("dialog", lambda dialog: dialog.accept())
    about.get_by_role("button", name="删掉存在这里的内容").click()
    about.get_by_role("heading", name="关于", exact=True).wait_for(state="detached")
    names = about.evaluate("Object.keys(localStorage)")
    assert "elevshare-2-make-9" not in names and "other" in names
