"""What every book is made of: formulas all programs know, nothing hidden, all inputs guarded."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from buildings import ODD_AREAS, project
from engines import cached, formula_cells

from elevshare.intake import project_from
from elevshare.project import Papers
from elevshare.rules.share import Flat
from elevshare.schemes import find
from elevshare.templates import ready_books, template_name
from elevshare.workbook.book import make_book
from elevshare.workbook.plan import Plan
from elevshare.workbook.sheets import modules

#: One scheme of each kind: the books of a kind differ in their inputs only.
KINDS = ("nanjing", "shanghai-7-level", "beijing-rongsheng")
BOOKS = {
    **{f"blank-{name}": ready_books()[template_name(find(name))] for name in KINDS},
    "filled": project("xianyang", 6, ODD_AREAS[:2], 61_234_567, ("302",)),
    "filled-lease": project_from(find("beijing-hualing"), storeys="5", areas="61.03,80.17,99.99"),
}
#: What was measured right in every program.
SAFE = set(
    """IF IFERROR AND OR NOT SUM MIN MAX ABS INT LARGE SMALL RANK INDEX MATCH VLOOKUP COUNTIF SUMIF
    CHOOSE DATE EDATE YEAR MONTH DAY SUMIFS COUNTIFS LEFT RIGHT MID LEN SUBSTITUTE VALUE PMT REPT ROUND TEXT SUMPRODUCT FALSE""".split()
)
NAMES = """room_no storey floor_area taking_part amount_due cost_items total_cost subsidy
    compensation net_cost failed_checks scheme_id book_version""".split()


@pytest.fixture(scope="module", params=BOOKS)
def book(request):
    data = make_book(BOOKS[request.param])
    return data, openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture
def plan(request, book):
    return Plan(BOOKS[request.node.callspec.params["book"]])


def cells(loaded, sheets=None):
    for title in sheets or loaded.sheetnames:
        for row in loaded[title].iter_rows():
            yield from (cell for cell in row if cell.has_style)


def formulas(loaded):
    return [cell for cell in cells(loaded) if cell.data_type == "f"]


def is_input(cell):
    return cell.style.startswith("输入-")


def test_the_sheets_stand_in_the_order_of_the_work_and_none_is_hidden(book, plan):
    _, loaded = book
    assert loaded.sheetnames == [module.TITLE for module in modules(plan)]
    assert all(sheet.sheet_state == "visible" for sheet in loaded)
    assert not any(
        dimension.hidden
        for sheet in loaded
        for dimensions in (sheet.column_dimensions, sheet.row_dimensions)
        for dimension in dimensions.values()
    )


def test_every_defined_name_of_the_contract_is_there(book, plan):
    _, loaded = book
    names = [*NAMES, "fee_due"] if plan.prepaid else NAMES
    assert sorted(loaded.defined_names) == sorted(names)
    assert not any(sheet.defined_names for sheet in loaded)


def test_formulas_use_only_functions_that_every_program_has(book):
    _, loaded = book
    used = {
        name
        for cell in formulas(loaded)
        for name in re.findall(r"([A-Z][A-Z.]+)\(", re.sub(r'"[^"]*"', '""', cell.value))
    }
    assert used <= SAFE


def test_text_patterns_are_plain_zeros_or_a_date(book):
    _, loaded = book
    patterns = {
        pattern
        for cell in formulas(loaded)
        for pattern in re.findall(r'TEXT\([^"]*,"([^"]+)"\)', cell.value)
    }
    assert patterns <= {"0.00", "00000000", "yyyy-mm-dd"}


def test_formulas_fit_into_excel_2007(book):
    _, loaded = book
    assert max(len(cell.value) for cell in formulas(loaded)) < 1_000
    assert not any("--" in cell.value for cell in formulas(loaded))


def test_no_text_in_a_formula_is_longer_than_excel_takes(book):
    _, loaded = book
    texts = (text for cell in formulas(loaded) for text in re.findall(r'"([^"]*)"', cell.value))
    assert max(map(len, texts)) <= 255


def test_a_scheme_with_quotation_marks_in_its_title_makes_a_sound_book():
    one = project(storeys=4, areas=ODD_AREAS[:1])
    title = '《"既有住宅"办法》' + "长" * 300
    scheme = replace(one.scheme, document=replace(one.scheme.document, title=title))
    values = cached(make_book(replace(one, scheme=scheme)))
    assert any(title in str(value) for (sheet, _), value in values.items() if sheet == "账单")


def test_no_function_over_a_range_stands_inside_sumproduct(book):
    _, loaded = book
    for cell in formulas(loaded):
        for inside in re.findall(r"SUMPRODUCT\(([^\"]*)", cell.value):
            depth, body = 1, ""
            for mark in inside:
                depth += (mark == "(") - (mark == ")")
                if not depth:
                    break
                body += mark
            assert not re.search(r"[A-Z]{2,}\(", body), (cell.coordinate, cell.value)


def test_every_formula_cell_has_its_value_and_none_is_an_error(book):
    data, loaded = book
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for number in range(1, len(loaded.sheetnames) + 1):
            xml = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert xml.count("<f>") == len(re.findall(r"</f><v>|</f><v/>", xml))
            numbers = re.findall(r'<c r="([A-Z]+\d+)" s="\d+"><f>[^<]*</f><v/>', xml)
            assert numbers == []  # only a text may be empty
            assert 't="e"' not in xml
    assert formula_cells(data)
    assert not any(str(value).startswith("#") for value in cached(data).values())


def test_an_input_is_unlocked_and_a_constant_and_all_else_is_locked(book):
    _, loaded = book
    for cell in cells(loaded):
        assert cell.protection.locked != is_input(cell), cell.coordinate
        if is_input(cell):
            assert cell.data_type != "f"
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in loaded)


def test_every_input_that_is_not_free_text_is_validated_in_chinese(book, plan):
    _, loaded = book
    for title in [module.TITLE for module in modules(plan) if module.ROLE == "输入"]:
        sheet = loaded[title]
        rules = sheet.data_validations.dataValidation
        assert all(re.search("[\u4e00-\u9fff]", rule.error) for rule in rules)
        for cell in cells(loaded, [title]):
            if is_input(cell) and cell.style != "输入-text":
                assert any(cell.coordinate in rule.sqref for rule in rules), cell.coordinate


def test_sheets_print_on_a4_with_an_area(book):
    _, loaded = book
    for sheet in loaded:
        assert sheet.page_setup.paperSize == 9 and sheet.print_area, sheet.title
        assert len(sheet.conditional_formatting) < 100


def test_nothing_from_outside_is_in_the_file(book):
    data, _ = book
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [n for n in archive.namelist() if re.search("external|vba|embed|macro", n)]
        rels = [archive.read(n).decode() for n in archive.namelist() if n.endswith(".rels")]
        assert not any("External" in rel for rel in rels)


def test_links_lead_to_the_sheets_they_name(book):
    _, loaded = book
    links = [cell for cell in cells(loaded, ["说明"]) if cell.hyperlink]
    assert {cell.value for cell in links} == set(loaded.sheetnames) - {"说明"}
    assert all(cell.hyperlink.location == f"{cell.value}!A1" for cell in links)


def test_every_source_row_agrees_with_the_parameter_it_speaks_of(book):
    data, loaded = book
    values = cached(data)
    states = [
        values["来源", f"D{row}"]
        for row in range(1, loaded["来源"].max_row + 1)
        if values.get(("来源", f"D{row}")) in ("与来源一致", "已改动")
    ]
    assert states and set(states) == {"与来源一致"}


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
