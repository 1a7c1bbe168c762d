"""What a roster's user reads: every message says what is wrong in the roster, and the right cure."""

from __future__ import annotations

import openpyxl
import pytest

from elevshare.errors import InputError
from elevshare.intake import roster_flats
from elevshare.intake.tables.choices import choices_of

HEADING = ["房号", "楼层", "建筑面积", "参与"]
ROWS = [[101, 1, 61.03, "是"], [102, 1, 80.5, "是"]]


@pytest.fixture
def book(tmp_path):
    """Write a sheet of rows, changed by a function, and give the path."""

    def write(rows, change=lambda sheet: None):
        made = openpyxl.Workbook()
        for row in rows:
            made.worksheets[0].append(row)
        change(made.worksheets[0])
        made.save(tmp_path / "名册.xlsx")
        return tmp_path / "名册.xlsx"

    return write


def message(path, **chosen):
    with pytest.raises(InputError) as caught:
        roster_flats(path, choices_of(**chosen))
    return str(caught.value)


def hide(column):
    def change(sheet):
        sheet.column_dimensions[column].hidden = True

    return change


def test_a_hidden_column_is_not_said_to_be_missing(book):
    path = book([HEADING, *ROWS], hide("C"))
    text = message(path)
    assert "「建筑面积」一栏（C 栏）是隐藏的" in text and "取消隐藏" in text and "缺少" not in text
    assert roster_flats(path, choices_of(columns="面积=C"))[0].households == 2


@pytest.mark.parametrize(("named", "told"), [("套内", "「套内」"), ("F", "「F」")])
def test_a_heading_that_is_not_there_is_not_ignored(book, named, told):
    text = message(book([HEADING, *ROWS]), columns=f"面积={named}")
    assert f"没有{told}一栏" in text and "现有「房号」「楼层」" in text


def test_whoever_lacks_only_taking_part_learns_of_the_option(book):
    path = book([HEADING[:3], *[row[:3] for row in ROWS]])
    assert "--everyone-takes-part" in message(path)
    assert roster_flats(path, choices_of(everyone=True))[0].taking == 2
    assert "--everyone-takes-part" not in message(book([["房号", "参与"], [101, "是"]]))


def test_hidden_households_are_not_said_to_be_none(book):
    def change(sheet):
        for row in (2, 3):
            sheet.row_dimensions[row].hidden = True

    assert "住户都在隐藏的行里。请先取消隐藏" in message(book([HEADING, *ROWS], change))


def test_rows_that_were_chosen_in_vain(book):
    text = message(book([HEADING, *ROWS]), rows="30-40")
    assert "只取了第 30–40 行" in text and "--rows" in text


def test_a_unit_of_money_above_areas_is_named(book):
    text = message(book([["房号", "楼层", "面积（万元）", "参与"], *ROWS]))
    assert "「面积（万元）」里的「万元」看不懂" in text


def test_the_same_advice_is_given_once(book):
    rows = [[*row[:3], "再想想"] for row in ROWS]
    text = message(book([HEADING, *rows]))
    assert text.count("参与「再想想」看不懂") == 2 and text.count("请填 是 或 否") == 1


@pytest.mark.parametrize(
    ("column", "told"),
    [(0, "设为文本格式"), (1, "可能是「3/6」"), (2, "格式改成常规")],
)
def test_the_cure_of_a_date_is_that_of_its_column(book, column, told):
    import datetime

    row = [101, 1, 61.03, "是"]
    row[column] = datetime.date(2026, 3, 6)
    assert told in message(book([HEADING, row]))


def test_what_a_cell_shows_and_stores_is_told_with_an_example(book):
    def change(sheet):
        for row in (2, 3):
            sheet.cell(row, 3, 241 / 3).number_format = "0.00"

    report, _ = roster_flats(book([HEADING, *ROWS], change))
    (remark,) = report.remarks
    assert "如第 2 行显示 80.33、存的是 80.3333333333333，用了 80.33" in remark


def test_a_name_that_fits_two_columns_is_not_guessed(book):
    rows = [["房号", "楼层", "面积（套内）", "面积（公摊）", "参与"], [101, 1, 50, 60, "是"]]
    assert "没有「面积」一栏" in message(book(rows), columns="面积=面积")
    assert roster_flats(book(rows), choices_of(columns="面积=面积（公摊）"))[0].area == 6_000
