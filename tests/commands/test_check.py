"""``elevshare check``: its words, its record and its exit status."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import bases
import pytest
from bookfile import BookFile
from buildings import project

from elevshare.cli import main
from elevshare.returned import amounts_of
from elevshare.workbook.book import make_book

OLD = Path(__file__).parents[1] / "old_books" / "0.1.0"


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
                         "failed_checks", "seal", "findings", "about", "advice", "rooms"]  # fmt: skip
    assert (one["verdict"], one["scheme"]) == ("changed", "nanjing")
    (finding,) = (each for each in one["findings"] if each["kind"] == "protection-off")
    assert list(finding) == ["kind", "level", "sheet", "area", "count", "was", "now", "text"]
    assert one["about"].startswith("方案 南京，版本 ") and one["advice"].startswith(
        "请核对以上各处"
    )
    assert [room["room"] for room in one["rooms"]] == ["101", "201", "301"]
    assert all(room["amount"] == "due" for room in one["rooms"])
    assert (other["file"], other["verdict"]) == ("坏.xlsx", "unreadable")


def record(path, capsys):
    main(["check", "--json", str(path)])
    return json.loads(capsys.readouterr().out)["books"][0]


def test_the_amounts_by_the_rules_beside_those_of_the_book(tmp_path, capsys):
    file = BookFile(bases.book("plain"))
    file.number("分摊", "J23", 12345.67)
    (tmp_path / "改.xlsx").write_bytes(file.data())
    rooms = {one["room"]: one for one in record(tmp_path / "改.xlsx", capsys)["rooms"]}
    by_rules = amounts_of(bases.PROJECTS["plain"]()).dues
    assert {room: one["rules_fen"] for room, one in rooms.items()} == by_rules
    apart = {room for room, one in rooms.items() if one["rules_fen"] != one["book_fen"]}
    assert apart == {"102"} and rooms["102"]["book_fen"] == 1_234_567


@pytest.mark.parametrize(
    ("name", "kinds"),
    [("plain", ["due"]), ("lease", ["due", "fee"]), ("prepaid", ["due", "fee"])],
)
def test_an_untouched_book_has_the_amounts_of_the_rules(name, kinds, tmp_path, capsys):
    (tmp_path / "好.xlsx").write_bytes(bases.book(name))
    rooms = record(tmp_path / "好.xlsx", capsys)["rooms"]
    assert list(dict.fromkeys(one["amount"] for one in rooms)) == kinds
    assert len(rooms) == 6 * len(kinds)
    assert all(one["rules_fen"] == one["book_fen"] for one in rooms)


@pytest.mark.sampled(0)
def test_a_book_of_an_earlier_version_has_its_amounts_too(capsys):
    rooms = record(OLD / "出资-一生.xlsx", capsys)["rooms"]
    assert rooms and all(one["rules_fen"] == one["book_fen"] for one in rooms)


def test_a_template_has_no_amounts(tmp_path, capsys):
    (tmp_path / "空.xlsx").write_bytes(make_book(replace(project(), flats=(), costs=())))
    assert record(tmp_path / "空.xlsx", capsys)["rooms"] == []


def test_a_missing_book(capsys, tmp_path):
    assert main(["check", str(tmp_path / "没有.xlsx")]) == 2
    assert "找不到这个文件" in capsys.readouterr().err


def test_all_books_of_a_folder_by_a_star(books, capsys):
    (books / "~$好.xlsx").touch()
    assert main(["check", str(books / "好*.xlsx"), str(books / "无*.xlsx")]) == 2
    output = capsys.readouterr()
    assert output.out.startswith("好.xlsx：通过") and "找不到这个文件" in output.err


def test_the_account_of_the_book_that_was_sent_out(tmp_path, capsys):
    sent, back = tmp_path / "发出.xlsx", tmp_path / "收回.xlsx"
    account = {("参数", "B51"): "6222020200112233445"}
    sent.write_bytes(bases.typed("usual", account))
    back.write_bytes(bases.typed("usual", account | {("住户", "E5"): "张三"}))
    assert main(["check", str(back), "--against", str(sent)]) == 0
    said = capsys.readouterr().out
    assert "通过" in said and "「住户」E5：1 个输入与发出去的那本不同" in said
    assert "提示" in said and "「参数」B51" not in said
    sent.write_bytes(bases.typed("usual", {("参数", "B51"): None}))  # it was left to be filled in
    assert main(["check", str(back), "--against", str(sent)]) == 0
    assert "「参数」B51：1 个输入与发出去的那本不同" in capsys.readouterr().out
    sent.write_bytes(bases.typed("usual", account))
    back.write_bytes(bases.typed("usual", {("参数", "B51"): "6217000011112222333"}))
    assert main(["check", str(back), "--against", str(sent)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "不可信" in lines[0]
    assert lines[3].startswith("  「参数」B51：收款账号与发出去的那本不同：原来是 6222020200112233445，现在是 6217")  # fmt: skip


def test_another_day_of_an_instalment_than_that_of_the_book_that_was_sent_out(tmp_path, capsys):
    sent, back = tmp_path / "发出.xlsx", tmp_path / "收回.xlsx"
    sent.write_bytes(bases.typed("usual", {("专项", "B51"): 46387, ("专项", "B52"): None}))
    back.write_bytes(bases.typed("usual", {("专项", "B51"): 46296, ("专项", "B52"): 46387}))
    assert main(["check", str(back), "--against", str(sent)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[3] == (
        "  「专项」B51：第 1 期截止日期与发出去的那本不同：原来是 2026-12-31，现在是 2026-10-01"
    )
    assert sum("截止日期与" in one for one in lines) == 1  # the second was left to be filled in


def test_another_last_day_than_that_of_the_book_that_was_sent_out(tmp_path, capsys):
    sent, back = tmp_path / "发出.xlsx", tmp_path / "收回.xlsx"
    sent.write_bytes(bases.typed("usual", {("参数", "B52"): 46387}))
    back.write_bytes(bases.typed("usual", {("参数", "B52"): 46568}))
    assert main(["check", str(back), "--against", str(sent)]) == 1
    line = capsys.readouterr().out.splitlines()[3]
    assert (
        line
        == "  「参数」B52：缴款截止日期与发出去的那本不同：原来是 2026-12-31，现在是 2027-06-30"
    )


def test_no_name_is_no_book_that_was_sent_out(books, capsys):
    assert main(["check", str(books / "好.xlsx"), "--against", ""]) == 2
    assert "错误：.：是文件夹，不是文件" in capsys.readouterr().err


def test_what_was_sent_out_may_be_older_but_must_be_a_book(tmp_path, capsys):
    back = tmp_path / "收回.xlsx"
    back.write_bytes(bases.book("plain"))
    main(["check", str(back), "--against", str(OLD / "小-plain.xlsx")])
    assert "与发出去的那本不同" in capsys.readouterr().out
    (tmp_path / "别的.xlsx").write_text("1")
    assert main(["check", str(back), "--against", str(tmp_path / "别的.xlsx")]) == 2
    assert "别的.xlsx" in capsys.readouterr().err
