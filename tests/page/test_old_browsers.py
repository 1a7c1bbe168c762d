"""A browser that cannot run the page is told what to do, of each kind; the page is never blank."""

from __future__ import annotations

import re
import subprocess

import pytest
from node_bridge import PAGE

OLD = "这个浏览器打不开本程序"
WITHOUT = {
    "WebAssembly": "delete window.WebAssembly",
    "the exceptions of WebAssembly": "WebAssembly.validate = () => false",
    "DecompressionStream": "delete window.DecompressionStream",
    "Worker": "delete window.Worker",
    "everything": "delete window.WebAssembly; delete window.DecompressionStream; delete window.Worker",
}


@pytest.mark.sampled(5)
@pytest.mark.parametrize("lacking", WITHOUT)
def test_it_is_said_what_to_do(lacking, chromium, page_file):
    context = chromium.new_context(offline=True)
    opened, wrong = context.new_page(), []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text))
    opened.add_init_script(WITHOUT[lacking])
    opened.goto(page_file.as_uri())
    opened.wait_for_timeout(300)
    told = opened.locator("body").inner_text()
    assert all(one in told for one in (OLD, "Microsoft Edge", "Windows 7", "极速模式", "空白簿子"))
    assert "正在打开" not in told
    assert opened.locator("#opening").is_hidden() and opened.locator("#roads").is_hidden()
    assert wrong == []
    context.close()


def test_without_scripts_it_is_said_too(chromium, page_file):
    context = chromium.new_context(offline=True, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(page_file.as_uri())
    told = opened.locator("noscript p")
    assert told.is_visible() and "Microsoft Edge" in told.inner_text()
    assert opened.locator("#state").is_hidden()
    context.close()


def first_script() -> str:
    html = (PAGE / "src/page.html").read_text(encoding="utf-8")
    return re.findall(r"<script>(.*?)</script>", html, re.DOTALL)[0]


def lowered(script: str) -> subprocess.CompletedProcess:
    """What is left for esbuild to do on the way to ECMAScript 5, as its status."""
    code = """
    import { transformSync } from "esbuild";
    import { readFileSync } from "node:fs";
    const given = readFileSync(0, "utf8"), to = (target) => transformSync(given, { target, logLevel: "silent" }).code;
    process.exit(to("es5") === to("esnext") ? 0 : 1);
    """
    command = ["node", "--input-type=module", "-e", code]
    return subprocess.run(
        command, cwd=PAGE, input=script.encode(), capture_output=True, check=False
    )


def test_the_asking_script_is_of_the_oldest_kind(page_file):
    assert '"old"' in first_script() and "DecompressionStream" in first_script()
    assert lowered(first_script()).returncode == 0
    built = page_file.read_text(encoding="utf-8")
    assert built.index(first_script()) < built.index('<script type="text/plain"')


@pytest.mark.parametrize(
    "new", ["const a = 1", "f(() => 1)", "var a = `b`", "a ?? b", "var {a} = b", "f(...a)"]
)
def test_a_newer_word_would_be_found(new, page_file):
    assert lowered(first_script() + new).returncode != 0
