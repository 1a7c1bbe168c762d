"""The index of the schemes is right, or is not believed."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from elevshare.errors import InputError
from elevshare.schemes import find, index, load
from elevshare.schemes.contents import CONTENTS
from elevshare.schemes.index import checksum, entry_of, index_text

FILE = Path(index.FOLDER, "index.tsv")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Scheme files of one's own, with the index that ships; nothing of them is loaded yet."""
    for path in (*Path(index.FOLDER).glob("*.toml"), FILE):
        shutil.copy(path, tmp_path)
    monkeypatch.setattr(index, "FOLDER", f"{tmp_path}/")
    monkeypatch.setattr(index, "entries", cache(index.entries.__wrapped__))
    for name in ("load_all", "stating", "shipped"):
        monkeypatch.setattr(load, name, cache(getattr(load, name).__wrapped__))
    return tmp_path


@pytest.fixture
def parsed(monkeypatch):
    """The names of the files that are parsed."""
    names = []
    real = load.read_scheme
    monkeypatch.setattr(load, "read_scheme", lambda path: names.append(path.name) or real(path))
    return names


def edit(path, *changes):
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def new(folder):
    """A new scheme: a copy of 南京's with another name."""
    shutil.copy(folder / "nanjing.toml", folder / "anshi.toml")
    edit(folder / "anshi.toml", ('"nanjing"', '"anshi"'), ('"南京"', '"安市"'))


def test_the_index_is_that_of_the_scheme_files():
    assert FILE.read_text("utf-8") == index_text(), "run: python -m elevshare.schemes.index"


def test_the_index_says_what_the_schemes_say():
    assert index.entries() == tuple(map(entry_of, load.load_all()))
    for entry in index.entries():
        assert not [text for text in entry if "\t" in text or "\n" in text]


@pytest.mark.parametrize("part", CONTENTS)
def test_the_schemes_that_state_a_part_are_found_without_reading_the_others(part):
    assert load.stating(part) == tuple(
        one for one in load.load_all() if getattr(one, part) is not None
    )


def test_the_list_parses_nothing_and_a_scheme_its_own_file_only(folder, parsed):
    assert len(index.entries()) == len(FILE.read_text("utf-8").splitlines()) and parsed == []
    assert find("南京").id == find("nanjing").id == "nanjing"
    assert parsed == ["nanjing.toml"]
    with pytest.raises(InputError, match="是不是想用「南京」"):
        find("东京")
    assert parsed == ["nanjing.toml"]
    assert len(load.stating("fund")) == 5
    assert len(parsed) == 5 and len(load.load_all()) == 75 == len(parsed)


def test_a_new_file_is_listed_and_found_with_no_more_ado(folder, parsed):
    new(folder)
    assert [one.name for one in index.entries() if one.city == "安市"] == ["安市"]
    assert find("安市").id == "anshi" and parsed == ["anshi.toml"]


def test_a_file_that_was_edited_is_read_anew(folder, parsed):
    edit(folder / "nanjing.toml", ("已核实", "待核实"))
    assert {one.id: one.status for one in index.entries()}["nanjing"] == "待核实"
    assert parsed == ["nanjing.toml"]


def test_a_file_that_was_taken_away_is_not_listed(folder):
    (folder / "nanjing.toml").unlink()
    assert "nanjing" not in [one.id for one in index.entries()]
    with pytest.raises(InputError, match="没有「nanjing」这个方案"):
        find("nanjing")


def test_an_editor_of_windows_changes_nothing(folder):
    before = checksum("nanjing")
    path = folder / "nanjing.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert checksum("nanjing") == before


def test_an_error_in_a_new_file_is_told_with_its_line(folder):
    new(folder)
    edit(folder / "anshi.toml", ('city = "安市"', 'citty = "安市"'))
    with pytest.raises(InputError, match=r"anshi\.toml"):
        index.entries()


def test_the_program_that_makes_the_index(tmp_path):
    """It makes what is there, byte by byte, and the index need not be there."""
    package = tmp_path / "elevshare"
    shutil.copytree(Path(index.FOLDER).parent, package, ignore=shutil.ignore_patterns("*.tsv"))
    command = [sys.executable, "-m", "elevshare.schemes.index"]
    subprocess.run(command, check=True, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    assert (package / "schemes" / "index.tsv").read_bytes() == FILE.read_bytes()


def test_the_list_imports_nothing_that_a_scheme_is_made_of():
    code = (
        "import sys; from elevshare.cli import main; main(['schemes']);"
        "sys.exit(bool({'dataclasses', 'tomllib', 'pathlib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL).returncode == 0
