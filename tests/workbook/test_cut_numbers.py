"""Numbers that have lost digits where texts belong, and rooms that are none: every engine says so."""

from itertools import pairwise

import openpyxl
import pytest
import samples
from engines import cached, formulas_model, formulas_values, gnumeric, libreoffice

from elevshare.opened import open_book, recalculated
from elevshare.workbook import cut_numbers, seal
from elevshare.workbook.book import family_of
from elevshare.workbook.check import CUT, NUMBERS_END
from elevshare.workbook.checks import check_block
from elevshare.workbook.papers import masking
from elevshare.workbook.reading.meanings import PRESENT
from elevshare.workbook.spelling.meaning import room_flaw
from elevshare.workbook.subjects.sharing import instalments
from elevshare.workbook.subjects.sharing.row_flaws import cut

LONG = 6217001234567890432
ROWS, TEXTS = "住户各行填写无误", "长号码按文本填写，没有丢位"
#: Rooms, and whether each is one.
ROOMS = {LONG: False, 1e15: False, 999_999_999_999_999: True, True: False, False: False, "true": False,
         "True ": False, "6217001234567890445": True, "TRUE1": True}  # fmt: skip


@pytest.mark.parametrize("value", ROOMS)
def test_a_room(book, value):
    book.household(3, room=value)
    said = book.read()
    assert said.errors == [] and said.failed == [ROWS] * (not ROOMS[value])
    assert (room_flaw(value) == "") == ROOMS[value]
    flaw = said.block(book.plan.shares, "room_flaw")[3]
    assert (flaw == "") == ROOMS[value] and ("文本" in flaw) == (not ROOMS[value])


@pytest.mark.parametrize("value", ["502 ", "502　", "502\u00a0", "５０２", "   ", "　\u00a0"])
def test_blanks_make_no_other_room(book, value):
    book.household(6, room=value)
    said = book.read()
    assert said.failed == [ROWS]
    assert PRESENT.room(value) == ("502" if value.strip() else "")


@pytest.mark.parametrize("key", ["estate", "payee", "bank", "contact"])
def test_a_text_on_the_parameters(book, key):
    book.parameter(key, LONG)
    said = book.read()
    assert said.failed == [TEXTS] and said.errors == []
    checks = check_block(book.plan)
    (state,) = [text for text in said.block(checks, "state") if "个，如" in str(text)]
    (advice,) = [text for text in said.block(checks, "advice") if "单引号 '，再照原件" in str(text)]
    assert "“参数”" in state and advice


def test_a_text_in_a_table_and_on_the_households(book):
    book.type(book.plan.costs.at("item", 0), LONG)
    book.household(2, owner=LONG)
    said = book.read()
    assert said.failed == [ROWS, TEXTS] and said.errors == []
    hint = said.block(book.plan.shares, "hint")[2]
    assert hint.startswith("业主 是超过 15 位的数字") and "设为文本" in hint


#: Texts, truth values and blanks are no numbers, whatever digits they have.
CELLS = (
    LONG,
    1e15,
    999_999_999_999_999,
    302,
    "302",
    "6217001234567890445",
    "3-1",
    True,
    None,
    "张三",
)
CUT_ONES = (LONG, 1e15)


def compared(path):
    """A sheet that compares each cell, and all, as the checks do; the cells with the answers."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "表"
    for row, value in enumerate(CELLS, 1):
        sheet.cell(row, 1, value)
        sheet.cell(row, 2, f"={cut('房号', f'A{row}')}")
        sheet.cell(row, 3, f"=IF(A{row}<{NUMBERS_END},1,0)")
    sheet["D1"] = f"=SUMPRODUCT((A1:A{row}>={CUT})*(A1:A{row}<{NUMBERS_END}))"
    book.save(path)
    return [("表", f"{letter}{one}") for one in range(1, row + 1) for letter in "BC"]


def program(name, path, folder):
    """What a program makes of the sheet."""
    if name == "formualizer":
        return cached(recalculated(open_book(path)))
    if name == "formulas":
        return formulas_values(formulas_model(path))
    return libreoffice([path], folder)[0] if name == "libreoffice" else gnumeric(path, folder)


def pytest_generate_tests(metafunc):
    """LibreOffice, which takes seconds to begin, only where everything is asked for."""
    if "engine" in metafunc.fixturenames:
        more = ["libreoffice"] if metafunc.config.getoption("--all") else []
        metafunc.parametrize("engine", ["formualizer", "formulas", "gnumeric", *more])


def test_every_engine_tells_cut_numbers_from_texts(engine, tmp_path):
    cells = compared(tmp_path / "book.xlsx")
    found = program(engine, tmp_path / "book.xlsx", tmp_path)
    assert float(found["表", "D1"]) == len(CUT_ONES)
    for (_, cell), value in zip(cells[::2], CELLS, strict=True):
        assert bool(found.get(("表", cell))) == (value in CUT_ONES and value is not True), cell
    for (_, cell), value in zip(cells[1::2], CELLS, strict=True):
        if not isinstance(value, bool):  # to LibreOffice it is 1
            is_number = value is None or isinstance(value, int | float)
            assert float(found["表", cell]) == is_number, cell


@pytest.mark.parametrize("name", ["contribution", "halves"])
def test_the_tables_below_the_households_do_not_overlap(name):
    project = samples.PROJECTS[name][0]()
    plan = family_of(project).plan(project)
    tables = (
        masking.names(plan),
        seal.facts(plan),
        cut_numbers.table(plan),
        instalments.table(plan),
    )
    assert len({one.sheet for one in tables}) == 1
    ends = [(one.first - 2, one.last) for one in tables]
    assert all(last < first for (_, last), (first, _) in pairwise(ends))
