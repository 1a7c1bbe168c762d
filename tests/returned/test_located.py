"""Which book it is: only one of ours whose sheets, rows and columns are in place is read."""

from __future__ import annotations

from dataclasses import replace

import pytest
import samples
from buildings import NONE
from following import base_book
from returning import as_made, returned

from elevshare.errors import InputError
from elevshare.opened import opened
from elevshare.returned import read_back


def changed(names=None, titles=None):
    """The book of BASE with other defined names (``None`` takes one away) and titles of sheets."""
    book = returned(base_book(NONE).as_made())
    known = {name: (names or {}).get(name, address) for name, address in book.names.items()}
    sheets = [replace(one, title=(titles or {}).get(one.title, one.title)) for one in book.sheets]
    return replace(
        book, sheets=sheets, names={name: at for name, at in known.items() if at is not None}
    )


def test_quotes_around_titles_are_no_change():
    book = returned(base_book(NONE).as_made())
    quoted = {name: f"'{at.replace('!', chr(39) + '!', 1)}" for name, at in book.names.items()}
    assert read_back(replace(book, names=quoted)).findings == ()


def inserted(title, before):
    """The book of BASE with a row inserted that no defined name tells of."""
    book = changed()
    sheet = book.sheet(title)
    sheet.cells = {
        (row + (row >= before), column): cell for (row, column), cell in sheet.cells.items()
    }
    return book


@pytest.mark.parametrize(
    ("book", "message"),
    [
        (lambda: changed({"book_recipe": None}), "没有本工具的制作记录"),
        (lambda: changed({"book_recipe": "来源!#REF!"}), "没有本工具的制作记录"),
        (lambda: changed({"book_recipe": "来源!$A$999"}), "没有本工具的制作记录"),
        (lambda: changed({"book_recipe": "来源!$A$1"}), "制作记录看不懂"),
        (lambda: changed(titles={"住户": "住户表"}), "工作表「住户」改了名或被删掉了"),
        (lambda: changed({"amount_due": None}), "“分摊”的行列被移动过"),
        (lambda: changed({"room_no": "住户!$B$6:$B$19"}), "“住户”的行列被移动过"),
        (lambda: inserted("参数", 40), "“参数”第 40 行应是“计算单位”，现在是「」"),
        (lambda: opened(samples.sample("compare").data, "比较.xlsx"), "没有本工具的制作记录"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_book_that_is_not_ours_or_was_taken_apart_is_refused(book, message):
    with pytest.raises(InputError, match=message) as error:
        read_back(book())
    assert error.value.where in ("退回.xlsx", "比较.xlsx")


def test_reading_changes_nothing():
    book = as_made(base_book(NONE).as_made().data)
    assert read_back(book) == read_back(book)
