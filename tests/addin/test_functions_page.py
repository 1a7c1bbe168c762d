"""The manual's page on the functions: current, complete, and true of what Excel would show."""

import re

import pytest
from addin_formulas import read, shown
from calls import ALL
from make_functions import PAGE, page
from stand_in.excel import ERRORS, MISSING

from elevshare.schemes import load_all
from elevshare_addin.descriptions import FUNCTIONS

TEXT = PAGE.read_text(encoding="utf-8")
#: Formula and result of every row of a table of examples, and what ELEVCHECK is said to say.
ROWS = [tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in TEXT.splitlines() if line.startswith("| `=")]  # fmt: skip


def constant(value):
    """An argument typed into the formula, as it arrives from VBA."""
    if isinstance(value, list):
        return ("value", tuple(tuple(ERRORS.get(cell, cell) for cell in row) for row in value))
    return MISSING if value is None else ("value", ERRORS.get(value, value))


def called(excel, name, given):
    """What a call gives through xlwings' real conversion."""
    missing = [MISSING] * (len(FUNCTIONS[name].arguments) - len(given))
    return excel.call(name, *map(constant, given), *missing)


def written(result):
    """A result as the page has it."""
    rows = result if isinstance(result, list) else [[result]]
    rows = rows if isinstance(rows[0], list) else [rows]
    return "<br>".join("　".join(shown(cell) for cell in row) for row in rows)


def test_the_page_is_current():
    """If the change is meant: python docs/make_functions.py."""
    assert page() == TEXT


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][1:60])
def test_every_example_is_what_the_function_returns(row, excel):
    name, given = read(row[0].strip("`"))
    assert written(called(excel, name, given)) == row[1].strip("`")


@pytest.mark.parametrize("row", [row for row in ROWS if len(row) == 3], ids=lambda row: row[0][1:60])  # fmt: skip
def test_every_failure_is_explained_as_elevcheck_explains_it(row, excel):
    name, given = read(row[0].strip("`"))
    if name != "ELEVCHECK":  # it does not explain itself
        assert called(excel, "ELEVCHECK", [name, *given]) == row[2]


@pytest.mark.parametrize("name", ALL)
def test_every_function_has_its_section(name):
    section = re.search(rf"^## {name}$(.*?)(?=^## )", TEXT, re.M | re.S)[1]
    assert f"`={name}(" in section and "出处：" in section
    for argument in FUNCTIONS[name].arguments:
        assert f"| `{argument}` | {FUNCTIONS[name].arguments[argument]} |" in section
    own = [row for row in ROWS if row[0].startswith(f"`={name}(")]
    assert {len(row) for row in own} == {2, 3}


def test_every_kind_of_error_is_shown():
    assert {row[1].strip("`") for row in ROWS if len(row) == 3} == {"#VALUE!", "#N/A", "#NUM!"}


def test_every_scheme_is_listed():
    listed = re.findall(r"^\| (\S+) \| `([a-z0-9-]+)` \|", TEXT, re.M)
    assert listed == [(one.name, one.id) for one in load_all()]
