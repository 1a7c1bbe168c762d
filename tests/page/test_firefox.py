"""The page in another browser: Firefox makes the same book."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess

import pytest
from node_bridge import HERE, PAGE

from elevshare import cli

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
WORDS = ["make", "南京", "--storeys", "4", "--areas", "80,100", "--cost", "600000", "-o", "簿.xlsx"]


@pytest.mark.sampled(0)
@pytest.mark.skipif(not FIREFOX, reason="firefox-esr is not installed")
def test_firefox_makes_the_same_book(page_file, tmp_path, monkeypatch):
    command = ["node", HERE / "firefox.mjs", PAGE, page_file, FIREFOX, json.dumps(WORDS)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=600)
    found = json.loads(done.stdout)
    monkeypatch.chdir(tmp_path)
    assert cli.main(WORDS) == 0
    assert found["wrong"] == []
    assert {name: base64.b64decode(data) for name, data in found["files"].items()} == {
        "簿.xlsx": (tmp_path / "簿.xlsx").read_bytes()
    }
