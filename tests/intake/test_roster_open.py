"""Rosters that are not read right yet, each in its smallest form; the mark goes when it is mended."""

from __future__ import annotations

import pytest
from small_roster import (
    FOUR,
    HEADING,
    LINES,
    changed,
    flats,
    read,
    refusal,
    right_or_refused,
    with_column,
)

from elevshare.errors import InputError
from elevshare.intake import project_from
from elevshare.intake.tables.choices import choices_of
from elevshare.schemes import find


def wrong(reason):
    return pytest.mark.xfail(strict=True, reason=reason)


@wrong("a line of labels right above the heading is joined to it")
def test_labels_above_the_heading(write):
    assert read(write([["小区：", "幸福里", None, "单位：㎡"], HEADING, *LINES])) == FOUR


@wrong("a heading below another one is not looked at where the upper one is known")
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


@wrong("the first of two answers is taken in silence")
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


@wrong("第 is taken for the number of a page, and a colon is not known")
@pytest.mark.parametrize("form", ["第{}单元", "{}单元：", "{} 单元:"])
def test_titles_of_stairwells(write, form):
    others = changed(2, [40, 41, 42, 43])[1:]
    path = write([HEADING, [form.format(1)], *others, [form.format(2)], *LINES])
    choices = choices_of(entrance="2")
    found = project_from(find("通用-按面积"), roster=str(path), cost="60万", choices=choices).flats
    assert [flat.area for flat in found] == [area for _, _, area, _, _ in FOUR]


@wrong("both signs are 是, whichever stand together")
@pytest.mark.parametrize(("yes", "no"), [("●", "○")])
def test_full_and_empty_signs(write, yes, no):
    right_or_refused(write(changed(4, [no, yes, yes, yes])), FOUR, "参与")


@wrong("a room is whatever stands there")
@pytest.mark.parametrize("room", ["同上", "〃", "/", "无"])
def test_what_is_no_room(write, room):
    assert "房号" in refusal(write(changed(0, ["101", "102", "201", room])))


@wrong("blanks are left out of numbers")
@pytest.mark.parametrize("area", ["80 90", "80\n90"])
def test_two_areas_in_a_cell(write, area):
    assert "面积" in refusal(write(changed(2, [area, 80, 80, 80])))


@wrong("元/㎡ is taken for 元")
def test_compensation_by_area(write):
    path = write(with_column("补偿（元/㎡）", [15000, None, None, None]))
    try:
        assert [flat.payout for flat in flats(path)] == [0, 0, 0, 0]
    except InputError as error:
        assert "补偿" in str(error)


@wrong("not called half storeys")
@pytest.mark.parametrize("storey", ["1.5层", "1楼半", "一楼半"])
def test_half_storeys_in_other_words(write, storey):
    assert "半层" in refusal(write(changed(1, [storey, 1, 2, 2])))


@wrong("a sheet with an example is read where the roster itself has a heading nobody knows")
def test_an_example_beside_a_roster_that_cannot_be_read(book):
    def change(sheet, made):
        sheet["E1"] = "参与（初步意向）"
        example = made.create_sheet("示例")
        for row in [HEADING, ["101", 1, 80, "某某", "是"]]:
            example.append(row)

    refusal(book(change))


@wrong("a column that is needed and hidden is said to be missing, and listed as there")
@pytest.mark.parametrize("column", "ABCE")
def test_a_column_that_nobody_sees(book, column):
    """It is needed and hidden: read with the others, or refused with a word about it."""

    def change(sheet, _):
        sheet.column_dimensions[column].hidden = True

    right_or_refused(book(change), FOUR, "隐藏")
