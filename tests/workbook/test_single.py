"""单户: the bill of the room that is chosen beside it, and of no other."""

import io
from dataclasses import replace

import openpyxl
import pytest
from following import BASE

from elevshare.project import Topic
from elevshare.workbook.book import make_book
from elevshare.workbook.papers.bill import FULL
from elevshare.workbook.papers.single import CHOSEN

TOPICS = frozenset({Topic.SINGLE})
ROWS = len(FULL.rows)


def chosen(book, room):
    """What the book says once a room is chosen."""
    book.type(f"单户!{CHOSEN}", room)
    return book.read()


def shown(said):
    return said.form("单户", 1, ROWS)


@pytest.mark.parametrize("row", [0, 4, 5, 9])
def test_it_says_what_the_bill_of_the_household_says(book, row):
    book.household(4, relief=1.23)
    said = chosen(book, BASE.flats[row].room)
    assert said.errors == said.failed == []
    assert shown(said) == said.bills[row] and shown(said)["房号"] == BASE.flats[row].room
    assert said.at("单户!A2") == said.at(f"账单!A{row * ROWS + 2}")
    assert [said.at(f"单户!E{n}") for n in (2, 3)] == [row + 1, row + 1]
    assert said.at("单户!H1") == ""


def test_a_household_that_gets_no_bill_can_be_shown_all_the_same(book):
    book.parameter("bill_scope", "不发账单")
    said = chosen(book, "101")
    assert "101" not in [bill["房号"] for bill in said.bills]
    assert shown(said)["房号"] == "101" and shown(said)["本次应缴"] == "不用缴款"
    assert said.at("单户!A1") == "加装电梯费用确认单"
    assert said.at("单户!E2") == "" and said.at("单户!E3") == 1


def test_nothing_is_chosen_yet(book):
    said = book.read()
    assert said.errors == said.failed == []
    assert said.at("单户!A2") == "请在右边选房号" and said.at("单户!H1") == ""
    assert said.at("单户!B6") == said.at("单户!B24") == ""


@pytest.mark.parametrize("room", ["999", "3*", "?01", "一", -1, 0, "=1"])
def test_a_room_that_is_not_there(book, room):
    said = chosen(book, room)
    assert said.errors == said.failed == []  # no figure depends on it
    assert said.at("单户!A2").startswith("没有这一户")
    assert said.at("单户!H1").startswith("← 没有这一户")
    assert said.at("单户!B6") == ""


def test_a_room_typed_as_a_number_is_found(book):
    assert shown(chosen(book, 501))["房号"] == "501"


def test_a_room_that_stands_twice_is_not_shown(book):
    book.household(8, room="502")
    said = chosen(book, "502")
    assert said.errors == [] and said.failed != []
    assert said.at("单户!A2").startswith("没有这一户，或")


def test_a_draft_says_so(book):
    book.household(0, storey=99)
    assert "草案" in chosen(book, "502").at("单户!A2")


def test_no_more_than_the_page_is_printed_and_the_choice_stands_beside_it():
    sheet = openpyxl.load_workbook(io.BytesIO(make_book(replace(BASE, topics=TOPICS))))["单户"]
    assert sheet.print_area == f"'单户'!$A$1:$D${ROWS}"
    (rule,) = sheet.data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1, rule.type) == ("G1", "room_no", "list")
    assert not rule.allow_blank and not sheet["G1"].protection.locked
