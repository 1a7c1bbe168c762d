"""Which forms are printed, and what stands beside them, when households come and go."""

import io
import re
from dataclasses import replace

import openpyxl
import pytest
from buildings import project
from editing import Book, with_inputs
from printing import printouts
from test_usage import type_month

from elevshare.intake import project_from
from elevshare.printing.current_book import CurrentBook
from elevshare.printing.forms import forms_of, pages_of
from elevshare.printing.job import planned
from elevshare.printing.sheet import Writer
from elevshare.project import Topic
from elevshare.rules.compensation import Compensation, CompensationWay
from elevshare.rules.rides import Usage
from elevshare.rules.upkeep import Upkeep, UpkeepItem
from elevshare.schemes import find
from elevshare.workbook.book import draft, family_of, make_book
from elevshare.workbook.engine.filling import filled

TOPICS = frozenset({Topic.COMPENSATION, Topic.FUND, Topic.UPKEEP, Topic.SINGLE})
UPKEEP = Upkeep((UpkeepItem("电费", 480_000),))
#: Sheet → the column right of its forms and their numbers, and forms a page.
SHEETS = {
    "账单": ("F", 1), "运维账单": ("H", 3), "补偿凭证": ("F", 2), "公积金证明": ("F", 1),
    "使用费单": ("H", 3), "收费单": ("F", 2),
}  # fmt: skip
NEW = ("701", "702")


def _contribution():
    one = project(
        storeys=6, areas=(7983, 10126), topics=TOPICS, upkeep=UPKEEP,
        payouts=Compensation(CompensationWay.TABLE),
    )  # fmt: skip
    flats = (replace(flat, payout=100_000 * (flat.storey < 3)) for flat in one.flats)
    return replace(one, flats=tuple(flats))


def _prepaid():
    return project_from(find("beijing-rongsheng"), storeys="6", areas="60,60", cost="60万")


def _lease():
    return project_from(find("beijing-hualing"), storeys="6", areas="61,80")


MADE = {"contribution": _contribution, "prepaid": _prepaid, "lease": _lease}


def _two_more(book):
    """Two households typed below the others, as an accountant does."""
    first = len(book.plan.project.flats)
    keys = [column.key for column in book.plan.household_columns]
    for row, room in enumerate(NEW, first):
        inputs = {"room": room, "storey": 6, "area": 80, "taking": "是", "payout": 500}
        book.household(row, **{key: value for key, value in inputs.items() if key in keys})


def _two_less(book):
    """The last two households emptied."""
    count = len(book.plan.project.flats)
    for row in (count - 2, count - 1):
        inputs = ("room", "storey", "area", "owner", "payout")
        keys = [one.key for one in book.plan.household_columns if one.key in inputs]
        book.household(row, **dict.fromkeys(keys))


EDITS = {"made": lambda book: None, "more": _two_more, "less": _two_less}


def _use(book, edit):
    """What is typed after the book was made: which households, the use of the cards."""
    EDITS[edit](book)
    plan = book.plan
    rooms = [f.room for f in plan.project.flats][: -2 if edit == "less" else None]
    rooms += NEW if edit == "more" else ()
    if plan.has(Topic.FARES) or plan.project.scheme.rides:
        type_month(book, {n: Usage(rides=9) for n, _ in enumerate(rooms)}, 2026, 12)


@pytest.fixture(scope="module")
def books():
    """Name and edit → the book as saved."""
    found = {}
    for name, make in MADE.items():
        one = make()
        plan = family_of(one).plan(one)
        for edit in EDITS:
            book = Book(make_book(one), plan)
            _use(book, edit)
            found[f"{name}-{edit}"] = filled(with_inputs(draft(plan), book.typed))
    return found


def _said(sheet, column):
    """The number of forms, which pages to print, and the red lines."""
    after = chr(ord(column) + 1)
    return [sheet[place].value for place in (f"{column}1", f"{after}1", f"{column}2", f"{column}4")]


def _pages(sheet, a_page):
    """How many pages the print area has."""
    last = int(re.search(r"\$(\d+)$", sheet.print_area)[1])
    return -(-last * a_page // (sheet.row_breaks.brk[0].id * a_page)) if sheet.row_breaks.brk else 1


@pytest.mark.sampled(0)
@pytest.mark.parametrize("name", MADE)
def test_beside_the_forms_stands_what_is_printed(books, tmp_path, name):
    for edit in EDITS:
        path = tmp_path / f"{edit}.xlsx"
        path.write_bytes(books[f"{name}-{edit}"])
        source = CurrentBook(path)
        titles = {sheet.title for sheet in source.book.worksheets}
        for title in set(SHEETS) & titles:
            column, a_page = SHEETS[title]
            sheet = source.sheet(title)
            forms = forms_of(sheet, source.column("room_no"))
            count, pages, red, advice = _said(sheet, column)
            area, used = _pages(sheet, a_page), -(-len(forms) // a_page)
            assert count == len(forms), (title, edit)
            whole = f"打印第 1 至 {used} 页" if 0 < count <= area * a_page else ""
            assert (pages or "").startswith(whole) and bool(pages) == bool(whole), title
            if edit == "made" and forms:
                assert (area, red) == (used, None), title
            if count > area * a_page:
                left = forms[area * a_page :]
                assert edit == "more"
                assert red == f"打印范围只有 {area} 页，还有 {len(left)} 张不在里面："
                assert advice.startswith(left[0].room)
                assert ("单户" in advice) == (title in ("账单", "收费单"))
            else:
                assert not red and not advice, (title, edit)


@pytest.mark.sampled(0)
def test_what_is_printed_as_made_are_the_pages_that_it_says(books, tmp_path):
    paper = printouts({"made": books["contribution-made"]}, tmp_path)["made"]
    for title, pages in {
        "账单": 12,
        "运维账单": 3,
        "补偿凭证": 2,
        "公积金证明": 8,
    }.items():
        assert len(paper.of(title)) == pages, title
        assert not any("本页没有" in page for page in paper.of(title))


@pytest.mark.sampled(0)
def test_what_to_select_holds_every_form(books, tmp_path):
    path = tmp_path / "more.xlsx"
    path.write_bytes(books["contribution-more"])
    source = CurrentBook(path)
    for title in ("补偿凭证", "公积金证明"):
        sheet = source.sheet(title)
        *_, advice = _said(sheet, SHEETS[title][0])
        last = int(re.search(r"打 A1:D(\d+) 按回车", advice)[1])
        assert last >= forms_of(sheet, source.column("room_no"))[-1].last
        page = sheet.row_breaks.brk[0].id
        assert last % page == 0 and last - page < forms_of(sheet, source.column("room_no"))[-1].last


def test_in_a_template_all_forms_are_printed_and_it_says_which_pages(tmp_path):
    one = project_from(find("nanjing"))
    book = Book(make_book(one), family_of(one).plan(one))
    said = book.read()
    assert said.at("账单!F1") == 0 and said.at("账单!G1") == ""
    book.turn_into(project(storeys=3))
    said = book.read()
    assert said.at("账单!F1") == 6
    assert said.at("账单!G1") == "打印第 1 至 6 页，打印时选这些页码；后面的页是空的"
    assert said.at("账单!F2") == said.at("账单!F4") == ""


@pytest.mark.sampled(2)
@pytest.mark.parametrize(("edit", "count"), [("more", 14), ("less", 10)])
def test_the_command_prints_the_forms_in_use_whatever_the_print_area(books, tmp_path, edit, count):
    path = tmp_path / "book.xlsx"
    path.write_bytes(books[f"contribution-{edit}"])
    job = planned(CurrentBook(path), "账单")
    assert job.households == len(job.files["全部账单.pdf"]) == count
    assert ("701.pdf" in job.files, "602.pdf" in job.files) == (edit == "more", edit == "more")
    data = Writer(job.sheet).workbook(pages_of(job.files["全部账单.pdf"], 1), "")
    (only,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert len(only.row_breaks.brk) == count - 1
    assert only.max_row == count * job.files["全部账单.pdf"][0].last
