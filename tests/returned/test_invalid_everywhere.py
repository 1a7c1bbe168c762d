"""What is wrong in a book whatever its version: told though the book's own checks let it pass."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from elevshare.opened import Cell, open_book
from elevshare.opened.areas import address
from elevshare.returned import read_back
from elevshare.workbook.reading.finding import Flaw

#: The first version, whose formulas clean nothing.
OLD = Path(__file__).parents[1] / "old_books" / "0.1.0" / "小-usual.xlsx"


@cache
def opened_once():
    return open_book(OLD)


def typed(sheet, at, value):
    """The old book with a value typed into a cell."""
    book = opened_once()
    style = book.sheet(sheet).cells[at].style
    kind = "b" if isinstance(value, bool) else "s" if isinstance(value, str) else "n"
    cells = {**book.sheet(sheet).cells, at: Cell(None, value, kind, style)}
    return replace(book, sheets=[
        replace(one, cells=cells) if one.title == sheet else one for one in book.sheets
    ])  # fmt: skip


def found(sheet, at, value):
    return [one for one in read_back(typed(sheet, at, value)).findings if one.sheet == sheet]


def labelled(label):
    """The input beside a label on 参数."""
    cells = opened_once().sheet("参数").cells
    return next(
        (row, 2) for (row, column), one in cells.items() if (column, one.value) == (1, label)
    )


def room(row):
    """The cell of a room."""
    sheet, area = address(opened_once().names["room_no"])
    return sheet, list(area.places)[row]


@pytest.mark.parametrize("label", ["收款账号", "收款户名", "小区"])
def test_a_number_that_has_lost_digits(label):
    (one,) = found("参数", labelled(label), 6217001234567890432)
    assert one.flaw is Flaw.CUT and "6217001234567890432" in one.what and "单引号" in one.todo


@pytest.mark.parametrize("value", ["101 ", "101　", "101\u00a0", "101\u2003", "\u200b101"])
def test_two_rooms_that_differ_in_blanks_alone(value):
    sheet, at = room(1)
    every = found(sheet, at, value)
    assert [one.flaw for one in every] == [Flaw.INVALID] * 2
    assert len(read_back(typed(sheet, at, value)).project.flats) == len(
        read_back(opened_once()).project.flats
    )


@pytest.mark.parametrize(
    ("value", "said"), [("   ", "只有空格"), (True, "对错值"), (1e18, "末尾几位")]
)
def test_a_room_that_is_none(value, said):
    sheet, at = room(1)
    (one,) = found(sheet, at, value)
    assert said in one.what and one.flaw in (Flaw.INVALID, Flaw.CUT)


def test_a_text_that_is_far_too_long():
    (one,) = found("参数", labelled("收款户名"), "长" * 32_767)
    assert one.flaw is Flaw.INVALID and "32,767 个字" in one.what and len(one.what) < 100


@pytest.mark.parametrize(("head", "said"), [("公积金（元）", "公积金"), ("减免（元）", "减免")])
def test_more_than_the_share_is_drawn(head, said):
    sheet, (row, _) = room(5)
    cells = opened_once().sheet(sheet).cells
    column = next(at[1] for at, one in cells.items() if one.value == head)
    (one,) = found(sheet, (row, column), 9_999_999)
    assert one.flaw is Flaw.INVALID and said in one.what and "超过本户应分摊的" in one.what
    assert found(sheet, (row, column), 1) == []
