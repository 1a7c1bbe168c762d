"""加梯分摊.html, built once for all tests, in a real Chromium without a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from chromium import KeptPage, launched
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


@pytest.fixture(scope="session")
def kept_page(chromium, page_file):
    """The page, open as long as nothing goes wrong with it."""
    kept = KeptPage(chromium, page_file)
    yield kept
    kept.close()


@pytest.fixture
def page(kept_page):
    """The page as it is after opening; nothing but the file may be asked for, nothing go wrong unseen."""
    yield kept_page.begun()
    kept_page.looked_after()


@pytest.fixture
def new_page(chromium, page_file):
    """The page opened for one test, which does to it what others would notice."""
    kept = KeptPage(chromium, page_file)
    yield kept.begun()
    kept.looked_after()
    kept.close()


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
