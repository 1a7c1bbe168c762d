"""A browser that cannot run the page is told what to do; the page is never blank."""

from __future__ import annotations

import re

import pytest

LACKING = {
    "no streams": "delete window.DecompressionStream",
    "no WebAssembly": "delete window.WebAssembly",
    "WebAssembly without exceptions": "WebAssembly.validate = () => false",
    "no workers": "delete window.Worker",
}


@pytest.mark.parametrize("without", LACKING.values(), ids=LACKING)
def test_it_says_what_to_do(chromium, page_file, without):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.add_init_script(without)
    page.goto(page_file.as_uri())
    page.get_by_text("这个浏览器打不开本程序").wait_for()
    shown = page.inner_text("body")
    assert all(word in shown for word in ("Microsoft Edge", "Windows 7", "极速模式", "空白簿子"))
    assert "正在打开" not in shown and not page.locator("#roads").is_visible()
    context.close()


def test_without_scripts_it_says_so(chromium, page_file):
    context = chromium.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.get_by_text("现在被关掉了").wait_for()
    context.close()


def test_the_question_is_asked_in_words_that_every_browser_knows(page_file):
    text = page_file.read_text("utf-8")
    (script,) = re.findall(r"<script>\n(// Asked.*?)</script>", text, re.DOTALL)
    assert not re.search(r"=>|`|\b(let|const|class|async|of)\b", script.partition("\n")[2])
