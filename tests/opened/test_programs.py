"""The reader and openpyxl read the same of a book that other programs have saved."""

from __future__ import annotations

import subprocess
import time
import warnings
from datetime import datetime

import openpyxl
import pytest
import xlsxwriter
from buildings import ODD_AREAS, project
from engines import need
from office import converted
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.formula import ArrayFormula

from elevshare.opened import open_book
from elevshare.workbook.book import make_book


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    path = tmp_path_factory.mktemp("opened") / "簿.xlsx"
    path.write_bytes(make_book(project(storeys=4, areas=ODD_AREAS[:1])))
    return path


def by_gnumeric(path):
    need("ssconvert")
    made = path.with_name("gnumeric.xlsx")
    subprocess.run(["ssconvert", path, made], check=True, capture_output=True)
    return made


def by_libreoffice(path):
    out = path.parent / "libreoffice"
    converted([path], "xlsx", out)
    return out / path.name


def by_openpyxl(path):
    made = path.with_name("openpyxl.xlsx")
    openpyxl.load_workbook(path).save(made)
    return made


def by_xlsxwriter(path):
    made = path.with_name("xlsxwriter.xlsx")
    with xlsxwriter.Workbook(made) as book:
        sheet = book.add_worksheet("甲")
        sheet.write_row(0, 0, ["房号", 1, 2.5, True, "  两端  ", "=不是公式"[1:]])
        sheet.write_rich_string("A2", "前", book.add_format({"bold": True}), "中", "后")
        sheet.write_formula("A3", "=SUM(B1:C1)", None, 3.5)
        sheet.write_array_formula("A4:A5", "{=B1:B2*2}", None, 2)
        sheet.write("A6", None, book.add_format({"locked": False, "num_format": "yyyy-mm-dd"}))
        sheet.write_blank("B6", None, book.add_format({"num_format": "0.00"}))
        sheet.merge_range("C7:D8", "合并")
    return made


def loaded(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(path)


def said(cell):
    """A cell of openpyxl's as formula and value."""
    if cell.data_type == "f":
        formula = cell.value.text if isinstance(cell.value, ArrayFormula) else cell.value
        return formula.removeprefix("="), None
    return None, cell.value


def differences(path):
    """Where the reader and openpyxl do not agree; the number of cells compared."""
    mine, theirs = open_book(path), loaded(path)
    assert [(s.title, s.state) for s in mine.sheets] == [
        (s.title, s.sheet_state) for s in theirs.worksheets
    ]
    wrong, count = [], 0
    for sheet in mine.sheets:
        other = theirs[sheet.title]
        for place, cell in sheet.cells.items():
            count += 1
            known = other.cell(*place)
            if isinstance(known, openpyxl.cell.MergedCell):
                continue
            date = is_date_format(known.number_format)
            looks = (cell.style in mine.unlocked, cell.style in mine.dates)
            value = None if cell.formula is not None else cell.value
            pairs = [(looks, (not known.protection.locked, date))]
            if not (date and known.value is not None):
                pairs.append(((cell.formula, value), said(known)))
            wrong += [(sheet.title, place, *pair) for pair in pairs if pair[0] != pair[1]]
        assert {str(area) for area in other.merged_cells.ranges} == set(sheet.merges)
        assert other.protection.sheet == sheet.protected
        rules = [area for rule in sheet.validations for area in rule.cells.split()]
        known = [str(rule.sqref) for rule in other.data_validations.dataValidation]
        assert sorted(rules) == sorted(" ".join(known).split())
    return wrong, count


@pytest.mark.sampled(5)
@pytest.mark.parametrize(
    "program", [by_gnumeric, by_libreoffice, by_openpyxl, by_xlsxwriter, lambda path: path]
)
def test_the_reader_agrees_with_openpyxl(ours, program):
    path = program(ours)
    wrong, count = differences(path)
    assert not wrong
    assert count > (1_000 if path.name != "xlsxwriter.xlsx" else 10)


def test_values_stored_are_the_values(ours):
    mine = open_book(ours)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = openpyxl.load_workbook(ours, data_only=True)
    for sheet in mine.sheets:
        for place, cell in sheet.cells.items():
            value = theirs[sheet.title].cell(*place).value
            if isinstance(value, datetime):
                value = to_excel(value)
            assert cell.value == value or (cell.value == "" and value is None), (sheet.title, place)


def test_it_takes_a_third_of_the_time_of_openpyxl(ours):
    def seconds(read):
        start = time.process_time()
        read(ours)
        return time.process_time() - start

    quickest = min(seconds(open_book) for _ in range(2))
    assert quickest < seconds(loaded) / 3
    assert open_book(ours).application.endswith("Openpyxl 3.1.5")
