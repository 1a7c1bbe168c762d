"""Rosters as text files, and what spreadsheets do to them."""

from __future__ import annotations

import pytest
from small_roster import (
    FOUR,
    HEADING,
    LINES,
    changed,
    read,
    refusal,
    right_or_refused,
    text,
)

# ---------------------------------------------------------------- texts


def test_a_text_that_names_its_delimiter(tmp_path):
    path = text(tmp_path / "名册.csv", [HEADING, *LINES])
    path.write_bytes(b"sep=,\r\n" + path.read_bytes())
    assert read(path) == FOUR


def test_texts_that_look_like_formulas(tmp_path):
    """="101" keeps its zeros in a spreadsheet: what is seen is 101."""
    rows = changed(0, [f'="{row[0]}"' for row in LINES])
    right_or_refused(text(tmp_path / "名册.csv", rows), FOUR, "房号")


def test_names_with_delimiters_in_quotation_marks(tmp_path):
    path = text(tmp_path / "名册.csv", changed(3, ["张三,张小三", "李;四", '"王"五', "赵\t六"]))
    right = [(*row[:3], name, row[4]) for row, name in zip(FOUR, ["张三,张小三", "李;四", '"王"五', "赵 六"], strict=True)]  # fmt: skip
    right_or_refused(path, right, "制表符")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8-sig", "big5"])
def test_other_encodings(tmp_path, encoding):
    """Read as it was written, or refused: no name is ever in other characters."""
    path = text(tmp_path / "名册.csv", [HEADING, *LINES], "utf-8")
    rows = path.read_text("utf-8")
    path.write_bytes(rows.encode(encoding, "replace"))
    right_or_refused(path, FOUR, "编码", "栏", "标题", "参与", "文本")


@pytest.mark.parametrize("room", ["3月1日", "1-Mar", "Mar-01", "2026/3/1", "2026-03-01", "2026年3月1日", "Jan-03"])  # fmt: skip
def test_rooms_that_became_dates_in_a_text(tmp_path, room):
    assert "日期" in refusal(text(tmp_path / "名册.csv", changed(0, [room, "102", "201", "202"])))


@pytest.mark.parametrize("room", ["3-1", "3-101", "12-3-101", "1-1-1", "A-3", "3#101", "3/101"])
def test_rooms_with_strokes_are_no_dates(write, room):
    found = read(write(changed(0, [room, "102", "201", "202"])))
    assert [row[0] for row in found] == [room, "102", "201", "202"]


@pytest.mark.parametrize("room", ["1.01E+02", "1.01E+05", "#####", "101.5"])
def test_rooms_that_a_spreadsheet_spoilt(tmp_path, room):
    """Nobody lives in such a room; it is refused, or kept as it is seen."""
    path = text(tmp_path / "名册.csv", changed(0, [room, "102", "201", "202"]))
    right_or_refused(path, [(room, *FOUR[0][1:]), *FOUR[1:]], "房号")
