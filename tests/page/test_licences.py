"""许可: whatever is inside the page is named there, with its version and the text of its licence."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "generator/page"


def loaded(name: str):
    """A module of the build, which is no package."""
    found = importlib.util.spec_from_file_location(f"page_{name}", FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def licensing():
    return loaded("licensing")


@pytest.fixture(scope="module")
def record(licensing):
    return json.loads(licensing.licences())


def test_every_python_package_is_named(record, monkeypatch):
    monkeypatch.setattr(sys, "path", [str(FOLDER), *sys.path])
    packages = set(loaded("build").PACKAGES) | {"elevshare"}
    assert {one["pip"] for one in record["list"] if "pip" in one} == packages


def test_every_npm_package_is_named(record):
    package = json.loads((FOLDER / "package.json").read_text("utf-8"))
    named = {one["npm"] for one in record["list"] if "npm" in one}
    assert named == set(package["dependencies"])


def test_every_entry_says_whose_it_is_and_has_a_text(record):
    for one in record["list"]:
        assert one["name"] and one["licence"] and one["about"] and one["texts"], one
        assert one.get("version") or not one.keys() & {"pip", "npm"}
        assert one["from"].startswith("https://") or one["pip"] == "elevshare"
    assert all(len(text) > 200 for text in record["texts"].values())


def test_every_text_is_shown(record):
    files = {path.stem for path in (FOLDER / "licences").glob("*.txt")}
    assert files == set(record["texts"]) - {"elevshare"}


def test_the_version_is_that_of_the_package(licensing):
    from elevshare import __version__

    assert licensing.own_version() == __version__
