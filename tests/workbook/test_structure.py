"""What every book is made of: formulas all programs know, nothing hidden, all inputs guarded."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
import structure
from buildings import EVERY, ODD_AREAS, project
from engines import cached, formula_cells

from elevshare.intake import project_from
from elevshare.project import Papers
from elevshare.rules.share import Flat
from elevshare.schemes import Family, find
from elevshare.templates import ready_books, template_name
from elevshare.workbook.book import kind_of, make_book
from elevshare.workbook.plan import Plan

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
    book_version""".split()
_MONEY = "cost_items total_cost subsidy compensation net_cost".split()
NAMES = {
    Family.CONTRIBUTION: {*_ALWAYS, *_MONEY},
    Family.PREPAID: {*_ALWAYS, *_MONEY, "fee_due"},
    Family.LEASE: {*_ALWAYS, "fee_due"},
}


@pytest.fixture(scope="module", params=BOOKS)
def book(request):
    data = make_book(BOOKS[request.param])
    return data, openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture
def project_of(request, book):
    return BOOKS[request.node.callspec.params["book"]]


@pytest.fixture
def sheets(project_of):
    """Title and role of every sheet that the book must have."""
    kind = kind_of(project_of)
    return [(module.TITLE, module.ROLE) for module in kind.sheets(kind.plan(project_of))]


@pytest.fixture
def inputs(sheets):
    return [title for title, role in sheets if role == "输入"]


def test_the_sheets_stand_in_the_order_of_the_work_and_none_is_hidden(book, sheets):
    _, loaded = book
    assert loaded.sheetnames == [title for title, _ in sheets]
    structure.assert_nothing_hidden(loaded)


def test_every_defined_name_of_the_contract_is_there(book, project_of):
    _, loaded = book
    assert set(loaded.defined_names) == NAMES[project_of.scheme.family]
    assert not any(sheet.defined_names for sheet in loaded)


def test_formulas_use_only_functions_that_every_program_has(book):
    structure.assert_safe_functions(book[1])


def test_text_patterns_are_plain_zeros_or_a_date(book):
    structure.assert_plain_patterns(book[1])


def test_formulas_fit_into_excel_2007(book):
    structure.assert_formulas_fit(book[1])


def test_a_scheme_with_quotation_marks_in_its_title_makes_a_sound_book():
    one = project(storeys=4, areas=ODD_AREAS[:1])
    title = '《"既有住宅"办法》' + "长" * 300
    scheme = replace(one.scheme, document=replace(one.scheme.document, title=title))
    values = cached(make_book(replace(one, scheme=scheme)))
    assert any(title in str(value) for (sheet, _), value in values.items() if sheet == "账单")


def test_no_function_over_a_range_stands_inside_sumproduct(book):
    structure.assert_plain_sumproducts(book[1])


def test_every_formula_cell_has_its_value_and_none_is_an_error(book):
    structure.assert_cached(book[0])


def test_an_input_is_unlocked_and_a_constant_and_all_else_is_locked(book, inputs):
    structure.assert_only_inputs_unlocked(book[1], inputs)


def test_every_input_that_is_not_free_text_is_validated_in_chinese(book, inputs):
    structure.assert_validated(book[1], inputs)


def test_sheets_print_on_a4_with_an_area(book):
    structure.assert_prints_on_a4(book[1])


def test_nothing_from_outside_is_in_the_file(book):
    structure.assert_self_contained(book[0])


def test_links_lead_to_the_sheets_they_name(book):
    structure.assert_links_lead(book[1], at_least=6)


def test_every_source_row_agrees_with_the_parameter_it_speaks_of(book):
    structure.assert_sources_agree(book[0])


def test_the_same_project_gives_the_same_bytes():
    assert make_book(BOOKS["filled"]) == make_book(BOOKS["filled"])


def test_a_users_text_is_never_a_formula():
    flats = (Flat("101", 3, 8000, "=1+1"), Flat("@x", 3, 9000, "+A1"))
    one = replace(project(papers=Papers(estate="=HYPERLINK(1)", contact="-1")), flats=flats)
    data, plan = make_book(one), Plan(one)
    values, formula_places = cached(data), set(formula_cells(data))
    estate = ("参数", f"B{plan.parameters['estate']}")
    assert values["住户", "E5"] == "=1+1" and values["住户", "B6"] == "@x"
    assert values[estate] == "=HYPERLINK(1)"
    assert not {estate, ("住户", "E5"), ("住户", "B6")} & formula_places
