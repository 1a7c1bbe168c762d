"""What every book is made of: its sheets in order, its names, the 22 points of a good workbook."""

from __future__ import annotations

from dataclasses import replace

import pytest
from buildings import EVERY, ODD_AREAS, project, project_from
from engines import cached, formula_cells
from standard import broken
from standard.model import Book

from elevshare.project import Papers
from elevshare.rules.share import Flat
from elevshare.schemes import Family, find
from elevshare.templates import ready_books, template_name
from elevshare.workbook.book import family_of, make_book
from elevshare.workbook.subjects.sharing.plan import SharingPlan

#: One blank template, and a small book of every kind: books of a kind differ in their inputs only.
BOOKS = {
    "blank": ready_books()[template_name(find("nanjing"))],
    "percent": project("shanghai-7-level", 7, ODD_AREAS[:1]),
    "prepaid": project_from(find("beijing-rongsheng"), storeys="6", areas="61.03"),
    "filled": project("xianyang", 6, ODD_AREAS[:2], 61_234_567, ("302",)),
    "everything": project(storeys=4, areas=ODD_AREAS[:1], topics=EVERY, two_a_page=True),
    "filled-lease": project_from(find("beijing-hualing"), storeys="5", areas="61.03,80.17,99.99"),
}
_ALWAYS = """room_no storey floor_area taking_part amount_due failed_checks scheme_id
    book_version book_recipe seal_code seal_facts seal_now""".split()
_MONEY = "cost_items total_cost subsidy compensation net_cost".split()
NAMES = {
    Family.CONTRIBUTION: {*_ALWAYS, *_MONEY},
    Family.PREPAID: {*_ALWAYS, *_MONEY, "fee_due"},
    Family.LEASE: {*_ALWAYS, "fee_due"},
}


@pytest.fixture(scope="module", params=BOOKS)
def book(request):
    return Book(request.param, make_book(BOOKS[request.param]))


@pytest.fixture
def project_of(request, book):
    return BOOKS[request.node.callspec.params["book"]]


@pytest.fixture
def sheets(project_of):
    """Title and role of every sheet that the book must have."""
    kind = family_of(project_of)
    return [(module.TITLE, module.ROLE) for module in kind.sheets(kind.plan(project_of))]


def test_the_sheets_stand_in_the_order_of_the_work_and_none_is_hidden(book, sheets):
    assert [(one.title, one.role) for one in book.sheets.values()] == sheets


def test_every_defined_name_of_the_contract_is_there(book, project_of):
    assert set(book.names) == NAMES[project_of.scheme.family]


@pytest.mark.sampled(3)
def test_it_is_a_good_workbook(book):
    assert broken(book) == {}


def test_a_scheme_with_quotation_marks_in_its_title_makes_a_sound_book():
    one = project(storeys=4, areas=ODD_AREAS[:1])
    title = '《"既有住宅"办法》' + "长" * 300
    scheme = replace(one.scheme, document=replace(one.scheme.document, title=title))
    values = cached(make_book(replace(one, scheme=scheme)))
    assert any(title in str(value) for (sheet, _), value in values.items() if sheet == "账单")


def test_the_same_project_gives_the_same_bytes():
    assert make_book(BOOKS["filled"]) == make_book(BOOKS["filled"])


def test_a_users_text_is_never_a_formula():
    flats = (Flat("101", 3, 8000, "=1+1"), Flat("@x", 3, 9000, "+A1"))
    one = replace(project(papers=Papers(estate="=HYPERLINK(1)", contact="-1")), flats=flats)
    data, plan = make_book(one), SharingPlan(one)
    values, formula_places = cached(data), set(formula_cells(data))
    estate = ("参数", f"B{plan.parameters['estate']}")
    assert values["住户", "E5"] == "=1+1" and values["住户", "B6"] == "@x"
    assert values[estate] == "=HYPERLINK(1)"
    assert not {estate, ("住户", "E5"), ("住户", "B6")} & formula_places
