"""The add-in's example workbook: current, complete, and its stored numbers what Excel would get."""

import zipfile
from functools import cache

import openpyxl
import pytest
import python_calamine
from addin_formulas import read
from calls import ALL
from make_addin_book import BOOK, make
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet.formula import ArrayFormula
from stand_in.excel import MISSING, cells

from elevshare_addin.descriptions import FUNCTIONS


@cache
def opened(stored):
    return openpyxl.load_workbook(BOOK, data_only=stored)


def formulas():
    """Page, range and text of every formula."""
    for sheet in opened(False):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    array = isinstance(cell.value, ArrayFormula)
                    text = cell.value.text if array else cell.value
                    yield sheet.title, cell.value.ref if array else cell.coordinate, text


EVERY = list(formulas())
OURS = [one for one in EVERY if not one[2].startswith("=SUM(")]


def stored(page, area):
    """The stored values of a range, rows of cells; numbers as Excel has them."""
    left, top, right, bottom = range_boundaries(area)
    rows = opened(True)[page].iter_rows(top, bottom, left, right, values_only=True)
    return [[float(one) if isinstance(one, int) else one for one in row] for row in rows]


def ids(one):
    return f"{one[0]}-{one[1]}"


def test_the_book_is_current():
    """If the change is meant: python docs/make_addin_book.py."""
    assert make() == BOOK.read_bytes()


def test_every_function_is_used():
    assert {text[1:].partition("(")[0] for _, _, text in OURS} == set(ALL)
    shown = [row[0] for row in opened(True)["说明"].iter_rows(values_only=True)]
    assert [one for one in shown if one in FUNCTIONS] == ALL


@pytest.mark.parametrize("one", OURS, ids=ids)
def test_what_is_stored_is_what_the_function_returns(one, excel):
    page, area, text = one
    name, given = read(text, lambda other: cells(stored(page, other)))
    given = [MISSING if value is None else value for value in given]
    given += [MISSING] * (len(FUNCTIONS[name].arguments) - len(given))
    found = excel.call(name, *given)
    rows = found if isinstance(found, list) else [[found]]
    assert rows == stored(page, area)


@pytest.mark.parametrize("one", [one for one in EVERY if one not in OURS], ids=ids)
def test_stored_sums_are_sums(one):
    page, cell, text = one
    values = [value for row in stored(page, text[5:-1]) for value in row]
    ((total,),) = stored(page, cell)
    assert round(sum(values), 2) == total


def test_the_amounts_add_up_to_the_net_amount():
    sheet = opened(True)["分摊"]
    assert sheet["G31"].value == sheet["B13"].value > 0
    assert sheet["G26"].value == 0 and sheet["D26"].value == "否"


@pytest.mark.parametrize("one", [one for one in OURS if ":" in one[1]], ids=ids)
def test_the_copy_beside_a_table_is_the_same(one):
    """Programs that work out tables anew whatever is stored show at least that."""
    page, area, _ = one
    sheet = opened(False)[page]
    _, top, _, bottom = range_boundaries(area)
    copies = [
        [sheet.cell(row, column).value for row in range(top, bottom + 1)]
        for column in range(1, sheet.max_column + 1)
    ]
    for column in zip(*stored(page, area), strict=True):
        assert list(column) in copies


def test_another_reader_sees_the_same_stored_values():
    book = python_calamine.CalamineWorkbook.from_path(str(BOOK))
    for page, area, _ in EVERY:
        left, top, right, bottom = range_boundaries(area)
        seen = book.get_sheet_by_name(page).to_python(skip_empty_area=False)
        rows = [row[left - 1 : right] for row in seen[top - 1 : bottom]]
        if not str(rows[0][0]).startswith("#") and rows[0][0] != "":
            assert rows == stored(page, area)


def test_nothing_makes_a_program_calculate_it_when_it_opens():
    with zipfile.ZipFile(BOOK) as file:
        workbook = file.read("xl/workbook.xml").decode()
        names = file.namelist()
    assert 'fullCalcOnLoad="1"' not in workbook and 'calcId="191029"' in workbook
    assert not [name for name in names if "externalLink" in name or "vba" in name]
