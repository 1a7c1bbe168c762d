"""Rosters as workbooks: what is hidden in them, and what is seen."""

from __future__ import annotations

import zipfile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.worksheet.table import Table
from small_roster import (
    FOUR,
    HEADING,
    LINES,
    flats,
    read,
    refusal,
    remarks,
    right_or_refused,
    with_column,
)

from elevshare.errors import InputError

# ---------------------------------------------------------------- workbooks


def test_a_table_of_excel_with_a_row_of_totals(book):
    def change(sheet, _):
        sheet.append(["汇总", None, 283.06, None, None])
        sheet.add_table(Table(displayName="住户表", ref="A1:E6", totalsRowCount=1))

    assert read(book(change)) == FOUR


@pytest.mark.parametrize("formula", ["=SUM(C2:C5)", '=INDIRECT("C2")'])
def test_a_formula_of_the_row_of_totals_is_no_area(book, formula):
    def change(sheet, _):
        sheet.append(["合计", None, formula, None, None])

    assert read(book(change)) == FOUR
    assert "公式" not in remarks(book(change))


def test_rooms_in_two_fonts(book):
    def change(sheet, _):
        bold = InlineFont(b=True)
        sheet["A2"].value = CellRichText(TextBlock(bold, "1"), "01")
        sheet["E1"].value = CellRichText(TextBlock(bold, "参"), "与")

    assert read(book(change)) == FOUR


def test_how_a_name_is_pronounced_is_no_part_of_it(book):
    """Phonetic texts stand beside the text of a cell."""
    path = book(lambda sheet, _: None)
    with zipfile.ZipFile(path) as old:
        parts = {part: old.read(part) for part in old.namelist()}
    sheet, name = "xl/worksheets/sheet1.xml", "<t>张三</t>".encode()
    assert name in parts[sheet]
    said = b'<rPh sb="0" eb="2"><t>zhangsan</t></rPh>'
    parts[sheet] = parts[sheet].replace(name, name + said)
    with zipfile.ZipFile(path, "w") as new:
        for part, data in parts.items():
            new.writestr(part, data)
    assert read(path) == FOUR


@pytest.mark.parametrize(("columns", "told"), [("ABCDE", True), ("ABC", True), ("D", False)])
def test_rows_that_are_struck_out_are_to_be_looked_at(book, columns, told):
    def change(sheet, _):
        for column in columns:
            sheet[f"{column}4"].font = Font(strike=True)
        sheet["A5"].font = Font(strike=False, bold=True)

    path = book(change)
    assert read(path) == FOUR
    said = "画了删除线的行也列入了：第 4 行；不要的，请删去这些行"
    assert remarks(path) == (said if told else "")


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_sheet_that_nobody_sees(book, state):
    def change(sheet, made):
        old = made.create_sheet("旧名册", 0)
        for row in [HEADING, ["101", 1, 50, "旧", "是"]]:
            old.append(row)
        old.sheet_state = state
        made.active = 1

    assert read(book(change)) == FOUR


def test_all_sheets_but_one_have_no_households(book):
    def change(sheet, made):
        made.create_sheet("Sheet2")
        made.create_sheet("汇总", 0).append(["户数", 4])
        made.create_sheet("空表", 1).append(HEADING)

    assert read(book(change)) == FOUR


@pytest.mark.parametrize("how", ["hidden", "collapsed"])
def test_lines_that_nobody_sees(book, how):
    def change(sheet, _):
        sheet.append(["609", 2, 40, "旧租户", "是"])
        row = sheet.row_dimensions[6]
        row.hidden, row.outlineLevel = True, int(how == "collapsed")

    right_or_refused(book(change), FOUR, "隐藏", "筛选")


def test_hidden_columns_in_one_group(book):
    """openpyxl and Excel write neighbours that are alike as one range of columns."""

    def change(sheet, _):
        sheet.insert_cols(1, 3)
        for column, heading in enumerate(["建筑面积", "产证面积", "备注"], 1):
            sheet.cell(1, column).value = heading
            for row in range(2, 6):
                sheet.cell(row, column).value = 1
        sheet.column_dimensions.group("A", "C", hidden=True)

    right_or_refused(book(change), FOUR, "隐藏", "建筑面积")


@pytest.mark.parametrize(
    ("form", "seen"),
    [("000000", "000101"), ('"A"0', "A101"), ("@", "101"), ("0_ ", "101"), ('0"号"', "101号"), ("00-00", "01-01"), ('"3#"0', "3#101"), ("General", "101"), ('[$-804]0', "101"), ('"3栋"000', "3栋101"), ("0;-0;;@", "101"), (r"\A\-0", "A-101"), ("[Red]000", "101")],
)  # fmt: skip
def test_rooms_are_what_their_format_shows(book, form, seen):
    def change(sheet, _):
        sheet["A2"].value = 101
        sheet["A2"].number_format = form

    right_or_refused(book(change), [(seen, *FOUR[0][1:]), *FOUR[1:]], "房号")


def test_dates_and_errors_where_nobody_reads(write):
    rows = with_column("签字日期", ["2026年3月1日", "#REF!", "#N/A", "3月1日"])
    assert read(write(rows)) == FOUR


def test_days_from_1904(tmp_path):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for row in [HEADING, *LINES]:
        book.active.append(row)
    book.active["A2"].value = 44621
    book.active["A2"].number_format = 'm"月"d"日"'
    book.save(tmp_path / "名册.xlsx")
    assert "日期" in refusal(tmp_path / "名册.xlsx")


def test_an_example_beside_a_roster_that_cannot_be_read(book):
    def change(sheet, made):
        sheet["E1"] = "参与（初步意向）"
        example = made.create_sheet("示例")
        for row in [HEADING, ["101", 1, 80, "某某", "是"]]:
            example.append(row)

    refusal(book(change))


@pytest.mark.parametrize("column", "ABCE")
def test_a_column_that_nobody_sees(book, column):
    """It is needed and hidden: read with the others, or refused with a word about it."""

    def change(sheet, _):
        sheet.column_dimensions[column].hidden = True

    right_or_refused(book(change), FOUR, "隐藏")


@pytest.mark.parametrize(
    ("above", "here", "beside"),
    [
        ("面积（㎡）", "面积（变更前）", "使用面积"),
        ("房屋面积", "使用面积", "套内"),
        ("建筑面积", "套内", "公摊"),
    ],
)
def test_no_area_of_the_building_below_an_area(book, above, here, beside):
    def change(sheet, _):
        sheet.insert_rows(2)
        sheet.insert_cols(4)
        sheet["C1"], sheet["C2"], sheet["D2"] = above, here, beside
        for row in range(3, 7):
            sheet.cell(row, 4).value = 50
        for area in ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"):
            sheet.merge_cells(area)

    assert "面积" in refusal(book(change))


def test_two_answers_below_one_heading(book):
    def change(sheet, _):
        sheet.insert_rows(2)
        sheet["E2"], sheet["F2"] = "第一次", "第二次"
        for row, (*_, taking_part) in enumerate(FOUR, 3):
            sheet.cell(row, 5).value = "是"
            sheet.cell(row, 6).value = "是" if taking_part else "否"
        for area in ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"):
            sheet.merge_cells(area)

    assert "参与" in refusal(book(change))


def test_a_choice_shows_no_hidden_column(book):
    def change(sheet, _):
        sheet.insert_cols(1)
        sheet["A1"], sheet["D1"] = "产权面积", "面积（变更后）（㎡）"
        for row in range(2, 6):
            sheet.cell(row, 1).value = 1
        sheet.column_dimensions["A"].hidden = True

    path = book(change)
    try:
        found = flats(path, columns="面积=面积（变更后）")
    except InputError:
        return
    assert [flat.area for flat in found] == [row[2] for row in FOUR]


@pytest.mark.parametrize("heading", ["个别系数", "本户百分比", "定额"])
def test_terms_merged_over_households_are_refused(tmp_path, heading):
    """Whose is it?"""
    book = openpyxl.Workbook()
    for row in with_column(heading, [10, None, None, None]):
        book.active.append(row)
    book.active.merge_cells("F2:F3")
    book.save(tmp_path / "册.xlsx")
    assert f"{heading}和上一行合并在一起" in refusal(tmp_path / "册.xlsx")
