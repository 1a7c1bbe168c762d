"""The manual on rosters: what the program prints for its example, and every word that it knows."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from make_words import PAGE, page

from elevshare import vocabulary
from elevshare.cli import main
from elevshare.vocabulary import folded

DOCS = Path(__file__).parent.parent / "docs"
ROSTERS = (DOCS / "16-名册.md").read_text("utf-8")
EXAMPLE = "示例/物业名册.csv"
#: What each row of the page of words says, without the marks of signs.
ROWS = [
    (head, words.replace("`", "").replace(r"\|", "|"))
    for head, words in re.findall(
        r"^\| (?!栏 |意思 |---)(.+?) \| (.+) \|$", PAGE.read_text("utf-8"), re.M
    )
]
OUTPUTS = re.findall(r"```text\n(.*?)```", ROSTERS, re.DOTALL)


@pytest.fixture(autouse=True)
def _in_the_manual(monkeypatch):
    monkeypatch.chdir(DOCS)


def test_the_output_is_what_the_program_prints(capsys):
    assert main(["roster", EXAMPLE]) == 0
    assert capsys.readouterr().out == OUTPUTS[0]


def test_the_refusal_is_what_the_program_says(capsys, tmp_path):
    file = tmp_path / "名册.csv"
    file.write_text("房号,楼层,建筑面积,参与\n3月1日,3,80,是\n", "utf-8")
    assert main(["roster", str(file)]) == 2
    assert capsys.readouterr().err == OUTPUTS[1]


def keys(record):
    """The keys of a record, and of the records in it."""
    found = set(record)
    for value in record.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            found |= keys(value[0])
    return found


def test_the_keys_are_those_that_the_program_writes(capsys, tmp_path):
    (tmp_path / "空.csv").write_text("", "utf-8")
    assert main(["roster", EXAMPLE, str(tmp_path / "空.csv"), "--json"]) == 2
    one, refused = json.loads(capsys.readouterr().out)
    table = ROSTERS.partition("| 键 | 内容 |")[2]
    assert set(re.findall(r"`([a-z_0-9]+)`", table)) - {"2"} == keys(one) | set(refused)


@pytest.mark.parametrize(
    "change", [("", 0), (",9", 1), (",x", 2)], ids=["right", "look", "refused"]
)
def test_the_exit_statuses(tmp_path, change):
    storey, status = change[0].removeprefix(",") or "1", change[1]
    file = tmp_path / "名册.csv"
    rows = [f"{number}01,{number},80,是" for number in (2, 3, 4)]
    file.write_text("\n".join(["房号,楼层,建筑面积,参与", f"101,{storey},80,是", *rows]), "utf-8")
    assert main(["roster", str(file)]) == status


# --- the words ---------------------------------------------------------------------------------


def test_the_page_of_words_is_current():
    """If the change is meant: python docs/make_words.py."""
    assert page() == PAGE.read_text("utf-8")


def test_every_word_is_on_the_page():
    rows = iter(ROWS)
    data = tomllib.loads(Path(vocabulary.__file__).with_name("words.toml").read_text("utf-8"))
    for parts in data.values():
        for meaning, about in parts.items():
            head, words = next(rows)
            assert head.startswith(meaning)
            for word in filter(None, about.get("names", ())):
                assert f"、{word}、" in f"、{words}、"
            assert all(word in head for word in about.get("beside", ()))
            assert not re.search(r"[?|]|\.[*+]", words) or "names" in about


def test_every_section_is_explained():
    assert len(ROWS) == len(list(vocabulary.sections()))
    titles = PAGE.read_text("utf-8").split("\n## ")[1:]
    assert all(len(part.split("\n")[2]) > 8 for part in titles)


def test_the_words_that_the_manual_gives_are_known():
    known = vocabulary.headings(vocabulary.ROSTER)
    for word in ("室号", "产证面积", "产权人", "是否出资"):
        assert word in ROSTERS and known[folded(word)]
