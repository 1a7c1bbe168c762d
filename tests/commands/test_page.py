"""``elevshare page``: the page of the release, else one that is built, else what to do."""

from __future__ import annotations

import pytest

from elevshare.cli import main
from elevshare.commands import page

NAME = "加梯分摊.html"
BUILDER = "import pathlib, sys\npathlib.Path(sys.argv[2]).write_text('built')\n"


def names(folder) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty folder to work in, and an installed elevshare without a page or a builder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(page, "PACKED", tmp_path / "packed.html")
    monkeypatch.setattr(page, "BUILDER", tmp_path / "page/build.py")
    return folder


@pytest.fixture
def packed(here):
    """A page in the wheel."""
    page.PACKED.write_text("packed")
    return page.PACKED


@pytest.fixture
def built(here):
    """A checkout, with a builder of its own."""
    (page.BUILDER.parent / "build").mkdir(parents=True)
    page.BUILDER.write_text(BUILDER)
    return page.BUILDER


@pytest.fixture
def opened(monkeypatch):
    """What was opened in the browser."""
    found = []
    monkeypatch.setattr("webbrowser.open", lambda url: found.append(url) or True)
    return found


def test_the_page_of_the_wheel_is_written(here, packed, capsys):
    assert main(["page"]) == 0
    assert (here / NAME).read_text() == "packed" and NAME in capsys.readouterr().out


def test_another_name_may_be_given(here, packed):
    assert main(["page", "-o", "a.html"]) == 0
    assert names(here) == ["a.html"]


@pytest.mark.parametrize(
    "name, says", [(NAME, "已经存在"), ("a.txt", ".html"), ("没有/a.html", "不存在")]
)
def test_what_must_not_be_written_is_refused(here, packed, capsys, name, says):
    (here / NAME).write_text("mine")
    assert main(["page", "-o", name]) == 2
    assert says in capsys.readouterr().err
    assert names(here) == [NAME] and (here / NAME).read_text() == "mine"


def test_force_overwrites(here, packed):
    (here / NAME).write_text("mine")
    assert main(["page", "--force"]) == 0
    assert (here / NAME).read_text() == "packed"


def test_a_checkout_builds_it(here, built):
    assert main(["page"]) == 0
    assert (here / NAME).read_text() == "built"


def test_opened_it_stays_where_it_is(here, packed, opened):
    assert main(["page", "--open"]) == 0
    assert opened == [packed.as_uri()] and names(here) == []


def test_opened_with_a_name_it_is_written_first(here, built, opened):
    assert main(["page", "--open", "-o", "a.html"]) == 0
    assert opened == [(here / "a.html").as_uri()]


def test_without_a_browser_it_says_where_the_page_is(here, packed, monkeypatch, capsys):
    monkeypatch.setattr("webbrowser.open", lambda url: False)
    assert main(["page", "--open"]) == 1
    assert str(packed) in capsys.readouterr().err


def test_where_there_is_neither_it_says_what_to_do(here, capsys):
    assert main(["page"]) == 2
    assert "下载" in capsys.readouterr().err and names(here) == []


def test_a_build_that_fails_leaves_nothing(here, built, capsys):
    built.write_text("raise SystemExit('no space')")
    assert main(["page"]) == 2
    assert "no space" in capsys.readouterr().err and names(here) == []


def test_the_builder_itself_says_that_node_is_lacking(here, monkeypatch, capsys):
    old = here.parent / "bin"
    old.mkdir()
    for name, said in (("node", "v18.19.0"), ("npm", "9")):
        (old / name).write_text(f"#!/bin/sh\necho {said}\n")
        (old / name).chmod(0o755)
    monkeypatch.setattr(page, "BUILDER", page._ELEVSHARE.parent / "page/build.py")
    for path in (old, here):  # too old, and none at all
        monkeypatch.setenv("PATH", str(path))
        assert main(["page"]) == 2
        assert "Node.js 20" in capsys.readouterr().err and names(here) == []
