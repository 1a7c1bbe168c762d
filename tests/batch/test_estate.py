import openpyxl
import pytest

from elevshare.batch.estate import RosterPart, parts_of, roster_sheets
from elevshare.batch.listing import read_list
from elevshare.intake import project_from
from elevshare.intake.stairwells import Stairwell
from elevshare.intake.tables.choices import ASKED_NOTHING, choices_of
from elevshare.schemes import find
from elevshare.workbook.book import make_book

HEADING = ["单元", "房号", "楼层", "面积", "参与"]
ROWS = [["1单元", "101", 1, 80, "是"], ["", "201", 2, 80, "是"], ["2单元", "101", 1, 80, "是"]]


@pytest.fixture
def estate(tmp_path):
    """A workbook of sheets with rosters; gives its path."""

    def write(**sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "册.xlsx")
        return tmp_path / "册.xlsx"

    return write


def parts(path, choices=ASKED_NOTHING):
    return parts_of(path, roster_sheets(path, choices), choices)


def test_a_book_for_every_stairwell_of_every_sheet(estate):
    path = estate(甲=[HEADING, *ROWS], 说明=[["请填写"]], 乙=[HEADING, ROWS[0]])
    assert [(part.sheet, part.stairwell.entrance) for part in parts(path)] == [
        ("甲", "1单元"), ("甲", "2单元"), ("乙", "1单元"),
    ]  # fmt: skip


def test_one_sheet_is_not_named(estate):
    assert {part.sheet for part in parts(estate(甲=[HEADING, *ROWS]))} == {""}


def test_a_roster_without_stairwells_is_one_part(estate):
    assert parts(estate(甲=[HEADING[1:], ROWS[0][1:]])) == [RosterPart()]


def test_a_sheet_that_lacks_a_column_is_no_roster_unless_all_take_part(estate):
    path = estate(甲=[HEADING[:-1], ROWS[0][:-1]])
    assert parts(path) == []
    assert len(parts(path, choices_of(everyone=True))) == 1


def test_a_part_as_the_row_of_a_list():
    part = RosterPart("甲", Stairwell("幸福里", "", "2单元"))
    assert part.named and part.texts == {"工作表": "甲", "小区": "幸福里", "单元": "2单元"}
    assert "甲" in part.place and "2" in part.place


def test_a_roster_is_a_list_of_its_stairwells(estate):
    entries = read_list(estate(甲=[HEADING, *ROWS])).entries
    assert [(one.texts["名册"], one.texts["单元"]) for one in entries] == [
        ("册.xlsx", "1单元"), ("册.xlsx", "2单元"),
    ]  # fmt: skip
    assert len({one.place for one in entries}) == 2


def test_of_a_book_of_our_own_the_households_are_the_roster(tmp_path):
    """分摊 has the same headings: it is worked out, not typed."""
    path = tmp_path / "簿.xlsx"
    path.write_bytes(make_book(project_from(find("南京"), storeys="6", areas="80,100")))
    assert [sheet.title for sheet in roster_sheets(path, ASKED_NOTHING)] == ["住户"]
    assert len(read_list(path).entries) == 1
