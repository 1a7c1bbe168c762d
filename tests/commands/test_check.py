"""``elevshare check``: its words, its record and its exit status."""

from __future__ import annotations

import json

import pytest
from buildings import project

from elevshare.cli import main
from elevshare.workbook.book import make_book


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """A folder with a good book, one whose protection is gone, and a text."""
    folder = tmp_path_factory.mktemp("books")
    data = make_book(project(storeys=3, areas=(8017,)))
    (folder / "好.xlsx").write_bytes(data)
    (folder / "坏.xlsx").write_text("房号,楼层")
    return folder


def unprotected(path):
    """The same book with one sheet unprotected."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    book["分摊"].protection.sheet = False
    target = path.with_name("改.xlsx")
    book.save(target)
    return target


def test_good_changed_and_unreadable(books, capsys):
    good, bad = books / "好.xlsx", books / "坏.xlsx"
    changed = unprotected(good)
    assert main(["check", str(good)]) == 0
    assert capsys.readouterr().out.startswith("好.xlsx：通过（方案 南京，版本 ")
    assert main(["check", str(good), str(changed)]) == 1
    output = capsys.readouterr().out
    assert "改.xlsx：有改动" in output and "「分摊」：“分摊”的工作表保护被撤销" in output
    assert main(["check", str(bad), str(changed)]) == 2
    output = capsys.readouterr()
    assert "错误：坏.xlsx：不是 Excel 工作簿" in output.err and "改.xlsx：有改动" in output.out


def test_the_record(books, capsys):
    good, bad = books / "好.xlsx", books / "坏.xlsx"
    assert main(["check", "--json", str(unprotected(good)), str(bad)]) == 2
    one, other = json.loads(capsys.readouterr().out)["books"]
    assert list(one) == ["file", "verdict", "verdict_text", "scheme", "version", "version_known",
                         "failed_checks", "findings"]  # fmt: skip
    assert (one["verdict"], one["scheme"]) == ("changed", "nanjing")
    (finding,) = (each for each in one["findings"] if each["kind"] == "protection-off")
    assert list(finding) == ["kind", "level", "sheet", "area", "count", "was", "now", "text"]
    assert (other["file"], other["verdict"]) == ("坏.xlsx", "unreadable")


def test_a_missing_book(capsys, tmp_path):
    assert main(["check", str(tmp_path / "没有.xlsx")]) == 2
    assert "找不到这个文件" in capsys.readouterr().err


def test_all_books_of_a_folder_by_a_star(books, capsys):
    (books / "~$好.xlsx").touch()
    assert main(["check", str(books / "好*.xlsx"), str(books / "无*.xlsx")]) == 2
    output = capsys.readouterr()
    assert output.out.startswith("好.xlsx：通过") and "找不到这个文件" in output.err
