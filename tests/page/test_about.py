"""关于: the version, the licences, and whether the file is the one that was published."""

from __future__ import annotations

import hashlib
import json

import pytest

from elevshare import __version__
from elevshare.page.about import rules


@pytest.fixture
def about(page):
    page.get_by_role("button", name="关于和许可").click()
    page.get_by_role("heading", name="关于", exact=True).wait_for()
    return page


def test_it_says_the_version_and_how_new_the_rules_are(about):
    about.get_by_text(f"加梯分摊 {__version__} 版").wait_for()
    about.get_by_text(f"{rules()['schemes']} 个方案").wait_for()


def test_it_computes_what_is_published_beside_the_file(about, page_file):
    about.locator(".drop input[type=file]").set_input_files(page_file)
    shown = about.locator("[role=status] code.sum").inner_text()
    assert shown == hashlib.sha256(page_file.read_bytes()).hexdigest()


def test_a_licence_is_read_where_somebody_wants_to(about):
    about.get_by_text("Pyodide 3").click()
    about.get_by_text("Mozilla Public License Version 2.0").first.wait_for()


def test_what_was_kept_can_be_deleted(about):
    about.evaluate("localStorage.setItem('elevshare-make', '{\"a\":1}'); localStorage.other = 1")
    about.on("dialog", lambda dialog: dialog.accept())
    about.get_by_role("button", name="删掉存在这里的内容").click()
    about.get_by_text("已删掉").wait_for()
    assert json.loads(about.evaluate("JSON.stringify(Object.keys(localStorage))")) == ["other"]
