"""图表: its numbers, held against the rules; what its charts refer to, store and print."""

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from html import unescape

import openpyxl
import pytest
from buildings import ODD_AREAS, project
from comparing import filled
from editing import Book, column
from engines import cached
from office import converted
from openpyxl.utils import get_column_letter

from elevshare.project import CostItem, Project, SubsidyChoice, SubsidyMode, Topic, assess
from elevshare.rules.settlement import Actual
from elevshare.workbook.book import make_book
from elevshare.workbook.compare.book import make_comparison
from elevshare.workbook.subjects.charts import numbers as charts
from elevshare.workbook.subjects.sharing.plan import SharingPlan

TOPICS = frozenset({Topic.CHARTS})
SUBSIDY = SubsidyChoice(SubsidyMode.MANUAL, 20_000_000)
SMALL = project(areas=ODD_AREAS[:2], out=("401",), unit="元", subsidy=SUBSIDY, topics=TOPICS)
#: 44 household rows: more than fit below the other charts.
MANY = project(storeys=10, areas=ODD_AREAS, subsidy=SUBSIDY, topics=TOPICS)
BLANK = Project(SMALL.scheme, SMALL.method, topics=TOPICS)


@pytest.fixture(scope="module")
def small():
    return Book(make_book(SMALL), SharingPlan(SMALL))


@pytest.fixture
def book(small):
    return small.as_made()


def chart_parts(data):
    """The XML of every chart, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        assert sorted(names) == [f"xl/charts/chart{n}.xml" for n in range(1, len(names) + 1)]
        return [archive.read(f"xl/charts/chart{n}.xml").decode() for n in range(1, len(names) + 1)]


def references(xml, around):
    """The addresses in the elements ``around`` (tx, cat, val) of a chart's series."""
    return re.findall(rf"<{around}><(?:num|str)Ref><f>([^<]+)</f>", xml)


# --- the numbers ------------------------------------------------------------------------------


def test_the_storeys_are_those_of_the_rules(book):
    reading, block = book.read(), charts.storey_table(book.plan)
    dues = assess(SMALL).dues
    expected = [
        sum(due for flat, due in zip(SMALL.flats, dues, strict=True) if flat.storey == storey)
        for storey in range(1, 8)
    ]
    labels = [f"{n} 层　{fen / 100:,.2f}" for n, fen in enumerate(expected, 1)]
    assert reading.block(block, "label") == labels
    assert [round(yuan * 100) for yuan in reading.block(block, "amount")] == expected


def test_storeys_above_the_highest_household_show_nothing():
    book = Book(make_book(BLANK), SharingPlan(BLANK))
    book.turn_into(SMALL)
    reading, block = book.read(), charts.storey_table(book.plan)
    labels = [text.partition("　")[0] for text in reading.block(block, "label")]
    assert labels == [*(f"{n} 层" for n in range(1, 8)), *[""] * 5]
    assert reading.block(block, "amount")[7:] == [""] * 5
    assert reading.block(charts.flats(book.plan), "label")[14:] == [""] * 26
    assert reading.errors == []


def test_the_sources_make_up_the_whole_cost(book):
    book.household(4, relief=1_000, fund=99_999_999)  # of a fund only what is due counts
    book.household(5, fund=2_000.01)
    reading = book.read()
    own, fund, subsidy, relief = (
        round(yuan * 100) for yuan in reading.block(charts.sources(book.plan), "amount")
    )
    due = assess(SMALL).dues[4]
    assert (relief, subsidy) == (100_000, 20_000_000)
    assert fund == due - 100_000 + 200_001
    assert own + fund + subsidy + relief == 60_000_000


def test_once_all_is_settled_the_charts_show_what_it_has_cost():
    actual = Actual("2027-06-30", (61_234_500,), subsidy=15_000_000)
    one = replace(SMALL, settlement=actual, topics=TOPICS | {Topic.SETTLEMENT})
    book = Book(make_book(one), SharingPlan(one))
    book.household(5, fund=2_000, relief=10)
    reading = book.read()
    spent = replace(
        SMALL,
        costs=(CostItem("", 61_234_500),),
        subsidy=SubsidyChoice(SubsidyMode.MANUAL, 15_000_000),
    )
    due = assess(spent).dues
    sums = [due[2 * storey] + due[2 * storey + 1] for storey in range(7)]
    found = reading.block(charts.storey_table(book.plan), "amount")
    assert [round(yuan * 100) for yuan in found] == sums
    sources = [round(yuan * 100) for yuan in reading.block(charts.sources(book.plan), "amount")]
    assert sources == [sum(due) - 201_000, 200_000, 15_000_000, 1_000]


def test_paid_unpaid_and_too_much_are_what_is_owed_and_paid(book):
    dues = assess(SMALL).dues
    book.household(4, paid=100.5, fund=50.25)
    book.household(5, paid=dues[5] / 100 + 3)
    book.household(8, relief=dues[8] / 100 - 10)
    reading, block = book.read(), charts.flats(book.plan)
    paid, left, over = (reading.block(block, key) for key in ("paid", "left", "over"))
    assert (paid[4], over[4]) == (150.75, 0)
    assert round((paid[4] + left[4]) * 100) == dues[4]
    assert (round(paid[5] * 100), left[5], over[5]) == (dues[5], 0, 3)
    assert (paid[8], left[8]) == (0, 10)
    assert (
        reading.block(block, "label")[5] == f"302　{dues[5] / 100 + 3:,.2f}／{dues[5] / 100:,.2f}"
    )


@pytest.mark.parametrize("wrong", ["abc", -5, "１２"])
def test_a_slip_of_the_hand_gives_no_error_value_and_marks_the_paper(book, wrong):
    book.household(4, paid=wrong, fund=wrong, relief=wrong)
    book.household(5, storey=wrong)
    reading = book.read()
    assert reading.errors == [] and "【草案】" in reading.at("图表!A2")
    rooms = [text.partition("　")[0] for text in reading.block(charts.flats(book.plan), "label")]
    # What cannot be counted leaves no gap: empty rows come last.
    counted = [flat.room for index, flat in enumerate(SMALL.flats) if index != 5]
    assert rooms == [*counted, *[""] * (len(rooms) - 13)]


# --- the charts -------------------------------------------------------------------------------


@pytest.mark.parametrize(("one", "pages"), [(SMALL, 1), (MANY, 2), (BLANK, 2)])
def test_every_row_that_can_be_filled_is_in_one_chart(one, pages):
    data, plan = make_book(one), SharingPlan(one)
    parts = chart_parts(data)
    storeys, sources, *flats = parts
    assert references(storeys, "val") == [charts.storey_table(plan).all("amount")]
    assert references(sources, "val") == [charts.sources(plan).all("amount")]
    for number, key in enumerate(("paid", "left", "over")):
        shown = [cell for xml in flats for cell in column(references(xml, "val")[number])]
        assert shown == column(charts.flats(plan).all(key))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["图表"]
    assert len(sheet.row_breaks.brk) == pages - 1
    assert all(len(column(references(xml, "cat")[0])) <= 20 for xml in flats)
    for xml in parts:
        # Bars without an axis of amounts, which the labels tell, and with a label for every one.
        assert re.findall(r'<delete val="(\d)"', xml) == ["0", "1"]
        assert 'tickLblSkip val="1"' in xml and "<legend>" not in xml
    titled = [re.findall(r"<a:t>([^<]+)</a:t>", xml) for xml in parts]
    assert titled == [["各层应分摊（元）"], ["资金来源（元）"], *[[]] * len(flats)]


def test_a_chart_without_households_says_nothing_but_that_its_page_is_empty():
    book = Book(make_book(BLANK), SharingPlan(BLANK))
    book.turn_into(SMALL)
    reading = book.read()
    assert reading.at("图表!A16").startswith("各户缴款") and reading.at("图表!A40") == ""
    assert reading.at("图表!A39") == "这一页没有住户，不用打印"
    book.turn_into(MANY)
    assert book.read().at("图表!A40").startswith("各户缴款")


@pytest.mark.parametrize("one", [SMALL, MANY, BLANK], ids=["small", "many", "blank"])
def test_a_book_stores_in_its_charts_what_its_cells_hold(one):
    assert_stored(make_book(one), at_least=11)


def test_a_comparison_stores_in_its_chart_what_its_cells_hold():
    assert_stored(make_comparison(filled()), at_least=9)


def assert_stored(data, at_least):
    """The caches of all references agree with the cells; every reference has one."""
    values, found = cached(data), 0
    for xml in chart_parts(data):
        stored = re.findall(
            r'<f>([^<]+)</f><(num|str)Cache>(?:<formatCode>General</formatCode>)?<ptCount val="(\d+)"/>'
            r'((?:<pt idx="\d+"><v>[^<]*</v></pt>)*)</(?:num|str)Cache>', xml)  # fmt: skip
        assert len(stored) == len(re.findall(r"<f>", xml))
        found += len(stored)
        for address, kind, count, inside in stored:
            points = re.findall(r'<pt idx="(\d+)"><v>([^<]*)</v>', inside)
            points = {int(index): unescape(value) for index, value in points}
            cells = [values.get(place) for place in places(address)]
            assert len(cells) == int(count)
            expected = {index: cell for index, cell in enumerate(cells) if cell is not None}
            if kind == "num":
                points = {index: float(value) for index, value in points.items()}
            assert points == expected
    assert found >= at_least


def places(address):
    """Sheet and cell of everything in a column or a cell."""
    sheet, area = address.replace("$", "").split("!")
    boundaries = openpyxl.utils.range_boundaries(area)
    left, top, _, bottom = boundaries
    return [(sheet, f"{get_column_letter(left)}{row}") for row in range(top, bottom + 1)]


def test_what_the_charts_are_called_is_chinese():
    with zipfile.ZipFile(io.BytesIO(make_book(SMALL))) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    assert re.findall(r'<cNvPr id="\d" name="([^"]+)"', drawing) == ["图表 1", "图表 2", "图表 3"]


# --- printed ----------------------------------------------------------------------------------


@pytest.mark.sampled(0)
def test_the_charts_print_on_two_whole_pages_with_every_room(tmp_path):
    (tmp_path / "many.xlsx").write_bytes(make_book(MANY))
    converted([tmp_path / "many.xlsx"], "pdf", tmp_path)
    read = ["pdftotext", "-layout", tmp_path / "many.pdf", "-"]
    text = subprocess.run(read, check=True, capture_output=True).stdout.decode()
    pages = text.split("\f")[:-1]
    (first,) = (n for n, page in enumerate(pages) if "加装电梯分摊与缴款图" in page)
    assert "资金来源（元）" in pages[first] and "校验：全部通过" in pages[first + 1]
    rooms = [room for page in pages[first : first + 2]
             for room in re.findall(r"(\d{3,4}) +[\d.,]+ ?／ ?[\d.,]+", page)]  # fmt: skip
    assert rooms == [flat.room for flat in MANY.flats]
    assert (
        "各户缴款" in pages[first]
        and "各户缴款" not in pages[first + 2]
        and all(p.strip() for p in pages)
    )
    assert not any("##" in page for page in pages[first : first + 2])
