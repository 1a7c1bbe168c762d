"""加梯分摊.html, built once for all tests, in a real Chromium without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from chromium import launched
from filelock import FileLock
from node_bridge import NodeBridge, PageDesk, fetched

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "generator/page/build.py"


@pytest.fixture(scope="session")
def page_file(tmp_path_factory) -> Path:
    """The page; the first of the workers that needs it builds it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # the folder above is that of this run
        shared = shared.parent
    page = shared / "加梯分摊.html"
    with FileLock(shared / "page.lock"):
        if not page.is_file():
            fetched()
            subprocess.run([sys.executable, BUILD, "-o", page], check=True, capture_output=True)
    return page


@pytest.fixture(scope="session")
def chromium():
    with launched() as browser:
        yield browser


@pytest.fixture
def page(chromium, page_file):
    """The page, ready; nothing but the file may be asked for, and nothing may go wrong unseen."""
    context = chromium.new_context(offline=True, viewport={"width": 1366, "height": 768})
    opened, asked, wrong = context.new_page(), [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: said.type == "error" and wrong.append(said.text))
    opened.goto(page_file.as_uri())
    opened.wait_for_selector("#roads:not([hidden])", timeout=120_000)
    yield opened
    context.close()
    assert {url for url in asked if not url.startswith("blob:")} == {page_file.as_uri()}
    assert wrong == []


@pytest.fixture(scope="session")
def node_bridge():
    """IronCalc under Node.js."""
    bridge = NodeBridge()
    yield bridge
    bridge.close()


@pytest.fixture(scope="session")
def desk(page_file):
    """Python and IronCalc as the page has them, under Node.js: commands without a browser."""
    found = PageDesk()
    yield found
    found.close()
