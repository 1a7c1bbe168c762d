"""A bill on a whole page and on half of one: the same words and numbers, room for each."""

import io
from dataclasses import replace
from functools import cache

import openpyxl
import pytest
from buildings import PAYEE
from editing import Book
from following import BASE

from elevshare.workbook.book import make_book
from elevshare.workbook.papers.bill import FULL, HALF, entries
from elevshare.workbook.papers.layout import PaperRow
from elevshare.workbook.subjects.sharing.plan import SharingPlan

ONE = replace(
    BASE,
    papers=replace(
        PAYEE, estate="幸福里小区", building="12 幢", entrance="3 单元", contact="李会计"
    ),
)
TWO = replace(ONE, two_a_page=True)
ALONE = ("title", "status", "number", "cut")
#: What a page of A4 leaves, in points, with the margin of a layout above and below.
A4 = 841.9


@cache
def opened(two_a_page):
    one = TWO if two_a_page else ONE
    return Book(make_book(one), SharingPlan(one))


def typed(book):
    """Something in every input that a bill shows."""
    for key, value in {"made_on": 46_100, "due_date": 46_200, "instalments": 3}.items():
        book.parameter(key, value)
    book.household(4, relief=12.34, fund=1000, paid=200)
    return book


@pytest.fixture
def one():
    return typed(opened(False).as_made())


@pytest.fixture
def two():
    return typed(opened(True).as_made())


def alone(said, layout, number):
    """The texts of a bill that have no label: title, master check, number, where to cut."""
    first = number * len(layout.rows) + 1
    keys = [row.keys for row in layout.rows]
    return [said.at(f"账单!A{first + keys.index(key)}") for key in ALONE]


def without(bill):
    """A bill without its instalments, which take several lines on a whole page."""
    return {label: value for label, value in bill.items() if label not in ("期次", "各期")}


def test_half_a_page_says_all_that_a_whole_one_does(one, two):
    whole, half = one.read(), two.read()
    assert whole.errors == half.errors == [] == whole.failed == half.failed
    assert len(whole.bills) == len(half.bills) == 10
    assert [without(bill) for bill in whole.bills] == [without(bill) for bill in half.bills]
    for one_bill, other in zip(whole.bills, half.bills, strict=True):
        assert one_bill.get("各期", "").replace("\n", "；") in other.get("各期", "")
    assert whole.to_pay == half.to_pay
    for number in range(10):
        found = alone(whole, FULL, number)
        assert found == alone(half, HALF, number)
        assert "编制日期 2026-03-19" in found[-1] and all(found[:1] + found[2:])


def test_every_entry_is_on_both_and_only_headings_and_spaces_are_not():
    every = {key: entry for key, entry in entries(SharingPlan(ONE)).items() if entry.style != "节"}
    on = [{key for row in layout.rows for key in row.keys.split()} for layout in (FULL, HALF)]
    assert set(every) - on[0] == {"space", "gap", "in_line"}
    assert set(every) - on[1] == {"period", "periods"}


def test_the_number_of_pages_to_print_is_told(one, two):
    assert "账单共 10 页，打印时页码选 1 到 10" in one.read().at("说明!A5")
    assert "账单共 5 页，打印时页码选 1 到 5" in two.read().at("说明!A5")
    two.household(9, room=None, storey=None, area=None, owner=None, taking=None)
    assert "账单共 5 页" in two.read().at("说明!A5")
    two.parameter("bill_scope", "不发账单")
    assert "账单共 2 页" in two.read().at("说明!A5")


def test_a_page_without_a_bill_says_so_once(two):
    two.parameter("bill_scope", "不发账单")
    two.household(8, taking="否")
    said, rows = two.read(), len(HALF.rows)
    assert len(said.bills) == 4
    heads = [
        [said.at(f"账单!A{n * rows + down}") for down in (1, 2)] for n in range(two.plan.flats)
    ]
    title = "加装电梯费用缴款通知单"
    assert heads[:4] == [[title, ""]] * 4
    assert heads[4:] == [[title, "本页没有账单"], [title, ""]] * 5  # the title is shown in white


@pytest.mark.parametrize(("project", "layout"), [(ONE, FULL), (TWO, HALF)], ids=["one", "two"])
def test_the_forms_of_a_page_fit_it_and_no_line_is_too_low_to_read(project, layout):
    sheet = openpyxl.load_workbook(io.BytesIO(make_book(project)))["账单"]
    rows, flats = len(layout.rows), SharingPlan(project).flats
    ends = [one.id for one in sheet.row_breaks.brk]
    assert ends == list(range(layout.a_page * rows, flats * rows, layout.a_page * rows))
    heights = [sheet.row_dimensions[row].height for row in range(1, layout.a_page * rows + 1)]
    margins = sheet.page_margins
    assert sum(heights) <= A4 - 72 * (margins.top + margins.bottom)
    small = {"status", "number", "cut", "space", "gap"}
    for height, row in zip(heights, layout.rows * layout.a_page, strict=True):
        assert height >= 15 or row.keys in small
    right = "D" if layout is FULL else "H"
    assert sheet.print_area == f"'账单'!$A$1:${right}${10 * rows}"


def test_a_row_gives_every_cell_away():
    for layout in (FULL, HALF):
        for row in layout.rows:
            keys, columns = row.keys.split(), len(layout.widths)
            if len(keys) > 1:
                assert sum(row.values(columns)) + len(keys) == columns, row


def test_labels_stay_in_line():
    assert [PaperRow("a b c d").values(8), PaperRow("a b c").values(8)] == [(1, 1, 1, 1), (1, 1, 3)]
    assert all(cells % 2 for keys in ("a", "a b", "a b c") for cells in PaperRow(keys).values(8))
