"""Rosters that only a few people have, each of them written out: right, or refused for a reason."""

from __future__ import annotations

import openpyxl
import pytest
from small_roster import (
    FOUR,
    HEADING,
    LINES,
    changed,
    flats,
    read,
    refusal,
    remarks,
    right_or_refused,
    text,
    with_column,
)

from elevshare.errors import InputError


def test_the_plain_roster(write):
    assert read(write([HEADING, *LINES])) == FOUR


# ---------------------------------------------------------------- lines of several kinds


@pytest.mark.parametrize(
    "line",
    [
        ["合计", None, 283.06, None, None],
        [None, None, 283.06, None, None],
        ["合计", "合计", "合计", "合计", "合计"],
        ["合计：4户", None, "283.06㎡", None, "3户"],
        [None, None, "合计：283.06", None, None],
        ["一层、二层合计", None, 283.06, None, None],
        ["总面积", None, 283.06, None, None],
        ["共 4 户", None, 283.06, None, None],
        ["参与户数：3", None, None, None, None],
    ],
)
def test_a_line_of_sums_is_no_household(write, line):
    right_or_refused(write([HEADING, *LINES, line]), FOUR, "第 6 行")


def test_sums_above_the_households(write):
    assert read(write([HEADING, ["合计", None, 283.06, None, None], *LINES])) == FOUR


def test_a_storey_s_own_sum(write):
    first, second = ["一层小计", None, 141.53], ["二层小计", None, 141.53]
    assert read(write([HEADING, *LINES[:2], first, *LINES[2:], second])) == FOUR


def test_a_page_that_was_copied_twice_is_refused(write):
    assert "重复" in refusal(write([HEADING, *LINES, HEADING, *LINES[:1]]))


def test_an_owner_named_like_a_total(write):
    found = read(write(changed(3, ["合计", "小计", "注", "说明"])))
    assert [owner for *_, owner, _ in found] == ["合计", "小计", "注", "说明"]


def test_two_owners_on_two_lines_are_one_household(book):
    """The cells of the household are merged over both lines."""

    def change(sheet, _):
        sheet.insert_rows(3)
        sheet.cell(3, 4).value = "张小三"
        for column in "ABCE":
            sheet.merge_cells(f"{column}2:{column}3")

    path = book(change)
    try:
        found = read(path)
    except InputError as error:
        assert "第 3 行" in str(error)
    else:
        assert [row[:3] for row in found] == [row[:3] for row in FOUR]
        assert "张三" in found[0][3] and "张小三" in found[0][3]


# ---------------------------------------------------------------- who takes part


def test_a_tick_under_one_of_two_headings(book):
    """是否参与 above 是 and 否, and a tick in one of them."""

    def change(sheet, _):
        sheet.insert_rows(1)
        for column, heading in enumerate(["房号", "楼层", "建筑面积", "业主", "是否参与"], 1):
            sheet.cell(1, column).value = heading
            sheet.cell(2, column).value = None
        sheet.cell(2, 5).value, sheet.cell(2, 6).value = "是", "否"
        sheet.merge_cells("E1:F1")
        for row, (*_, taking_part) in enumerate(FOUR, 3):
            sheet.cell(row, 5).value = "√" if taking_part else None
            sheet.cell(row, 6).value = None if taking_part else "√"

    right_or_refused(book(change), FOUR, "参与")


def test_ticks_and_nothing(write):
    right_or_refused(write(changed(4, [None, "√", "√", "√"])), FOUR, "参与")


def test_crosses_and_nothing(write):
    right_or_refused(write(changed(4, ["×", None, None, None])), FOUR, "参与")


@pytest.mark.parametrize("heading", ["不参与", "是否不参与", "退出", "是否放弃"])
def test_a_heading_that_says_the_opposite(write, heading):
    rows = changed(4, ["是", "否", "否", "否"])
    right_or_refused(write([[*HEADING[:4], heading], *rows[1:]]), FOUR, "参与")


def test_consent_is_not_taking_part_where_both_are_there(write):
    rows = with_column("是否同意", ["是", "否", "是", "否"])
    path = write(rows)
    assert read(path) == FOUR
    found = flats(path)
    assert [flat.agrees for flat in found] == [True, False, True, False]


# ---------------------------------------------------------------- areas and storeys


@pytest.mark.parametrize("nothing", [None, "-", "—", "/", "无", 0, "0", "0.00"])
def test_no_area_where_nothing_is_to_be_paid(write, nothing):
    right = [("101", 1, 0, "张三", False), *FOUR[1:]]
    right_or_refused(write(changed(2, [nothing, 80.5, 61.03, 80.5])), right, "面积")


@pytest.mark.parametrize("nothing", [None, "-", "/", "无", 0, "待测"])
def test_who_takes_part_has_an_area(write, nothing):
    assert "面积" in refusal(write(changed(2, [61.03, nothing, 61.03, 80.5])))


@pytest.mark.parametrize("storeys", [["1/6", "1/6", "2/6", "2/6"], ["1-6", "1-6", "2-6", "2-6"]])
def test_the_storey_and_the_number_of_storeys_in_one_cell(write, storeys):
    right_or_refused(write(changed(1, storeys)), FOUR, "楼层")


def test_every_storey_is_the_number_of_storeys(write):
    """层数 is 6 in every line, the rooms stand on the first and the second floor."""
    rows = changed(1, [6, 6, 6, 6])
    path = write([["房号", "层数", *HEADING[2:]], *rows[1:]])
    try:
        assert "楼层" in remarks(path)
    except InputError as error:
        assert "层数" in str(error) or "楼层" in str(error)


@pytest.mark.parametrize(
    "heading", ["面积（建筑）", "面积（建筑面积）", "面积(产权证)", "建筑面积（房产证）"]
)
def test_brackets_that_say_which_area_it_is(write, heading):
    right_or_refused(write([[*HEADING[:2], heading, *HEADING[3:]], *LINES]), FOUR, "面积")


@pytest.mark.parametrize("half", ["1½", "夹层", "1夹层", "1-2层之间", "1.25"])
def test_no_half_storeys(write, half):
    assert "第 2 行" in refusal(write(changed(1, [half, 1, 2, 2])))


# ---------------------------------------------------------------- compensation


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("补偿", "1.5万"), ("补偿", "1.5万元"), ("补偿", "15000元"), ("补偿", "15,000"), ("补偿（元）", 15000),
        ("补偿金额（万元）", 1.5), ("补偿（单位：万元）", "1.5"), ("补偿款/万元", "1.5"), ("补偿（千元）", 15), ("补偿（万）", 1.5),
        ("补偿（万元）", "1.5万元"), ("补偿（万元）", "1.5万"),
    ],
)  # fmt: skip
def test_compensation_in_any_unit(write, heading, cell):
    path = write(with_column(heading, [cell, None, None, None]))
    found = flats(path)
    assert [flat.payout for flat in found] == [1_500_000, 0, 0, 0]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("补偿（美元）", 1.5), ("补偿（元）", "1.5万"), ("补偿（比例）", 0.3), ("补偿（万元）", "15000元")],
)  # fmt: skip
def test_compensation_in_no_unit_or_two(write, heading, cell):
    """Refused, or left out, or what the cell says; never another amount."""
    path = write(with_column(heading, [cell, None, None, None]))
    try:
        found = flats(path)
    except InputError as error:
        assert "补偿" in str(error)
        return
    said = 1_500_000 if isinstance(cell, str) else 0
    assert [flat.payout for flat in found] in ([said, 0, 0, 0], [0, 0, 0, 0])


def test_labels_above_the_heading(write):
    assert read(write([["小区：", "幸福里", None, "单位：㎡"], HEADING, *LINES])) == FOUR


@pytest.mark.parametrize("form", ["第{}单元", "{}单元：", "{} 单元:"])
def test_titles_of_stairwells(write, form):
    others = changed(2, [40, 41, 42, 43])[1:]
    path = write([HEADING, [form.format(1)], *others, [form.format(2)], *LINES])
    assert [flat.area for flat in flats(path, entrance="2")] == [area for _, _, area, _, _ in FOUR]


def test_titles_of_buildings(write):
    others = changed(2, [40, 41, 42, 43])[1:]
    path = write([HEADING, ["1号楼"], *others, ["2号楼"], ["1单元"], *LINES, ["2单元"], *others])
    assert [flat.area for flat in flats(path, entrance="2-1")] == [row[2] for row in FOUR]


def test_a_title_above_the_heading_is_of_the_first_stairwell(write):
    others = changed(2, [40, 41, 42, 43])[1:]
    path = write([["1单元"], HEADING, *LINES, ["2单元"], HEADING, *others])
    assert [flat.area for flat in flats(path, entrance="1")] == [row[2] for row in FOUR]


def test_no_entrance_goes_on_from_another_building(write):
    heading = ["楼号", "单元", *HEADING]
    above = [["1幢", "2单元", *row] for row in LINES]
    path = write([heading, *above, ["2幢", None, *LINES[0]], [None, None, *LINES[1]]])
    with pytest.raises(InputError, match="现有 1-2、2。"):
        flats(path, entrance="2-2")


@pytest.mark.parametrize("form", ["{}号{}室", "{}.{}", "12栋{}单元{}", "{}-{}"])
def test_stairwells_that_only_the_rooms_name_are_not_put_together(write, form):
    rows = [[form.format(door, row[0]), *row[1:]] for door in (1, 2) for row in LINES]
    assert "有 2 个单元的住户" in refusal(write([HEADING, *rows]))


@pytest.mark.parametrize("form", ["{}{}", "东{1}-{0}"])
def test_doors_that_occur_twice_are_to_be_looked_at(write, form):
    rows = [[form.format(door, row[0]), *row[1:]] for door in (1, 2) for row in LINES]
    assert "门号一样" in remarks(write([HEADING, *rows]))
    assert "门号" not in remarks(write([HEADING, *LINES]))


@pytest.mark.parametrize(("yes", "no"), [("●", "○")])
def test_full_and_empty_signs(write, yes, no):
    right_or_refused(write(changed(4, [no, yes, yes, yes])), FOUR, "参与")


@pytest.mark.parametrize("yes", ["√", "是", "■"])
def test_a_hollow_circle_beside_another_yes_is_asked_about(write, yes):
    assert "看不出前一个是不是参与" in refusal(write(changed(4, ["○", yes, yes, yes])))
    assert read(write(changed(4, ["×", "○", "○", "○"]))) == FOUR


@pytest.mark.parametrize("area", ["80 90", "80\n90"])
def test_two_areas_in_a_cell(write, area):
    assert "面积" in refusal(write(changed(2, [area, 80, 80, 80])))


def test_compensation_by_area(write):
    path = write(with_column("补偿（元/㎡）", [15000, None, None, None]))
    try:
        assert [flat.payout for flat in flats(path)] == [0, 0, 0, 0]
    except InputError as error:
        assert "补偿" in str(error)


@pytest.mark.parametrize("storey", ["1.5", 1.5, "1.5层", "1层半", "一层半", "1楼半", "一楼半"])
def test_half_storeys(write, storey):
    found = [flat.storey for flat in flats(write(changed(1, [storey, 1, 2, 2])))]
    assert found == [1.5, 1, 2, 2] and [type(one) for one in found] == [float, int, int, int]


@pytest.mark.parametrize("room", ["同上", "〃", "/", "无"])
def test_what_is_no_room(write, room):
    assert "房号" in refusal(write(changed(0, ["101", "102", "201", room])))


def test_the_number_of_a_page(write):
    assert read(write([HEADING, *LINES, ["第 1 页 共 2 页"]])) == FOUR


@pytest.mark.parametrize("chosen", ["面积=阳台面积", "业主=租户", "楼层=第几楼"])
def test_a_column_is_chosen_that_is_not_there(write, chosen):
    with pytest.raises(InputError):
        flats(write([HEADING, *LINES]), columns=chosen)


def test_a_choice_that_two_columns_are_called_by_is_refused(write):
    path = write([[*HEADING, "建筑面积"], *([*row, 99] for row in LINES)])
    for ask in (lambda: flats(path), lambda: flats(path, columns="面积=建筑面积")):
        with pytest.raises(InputError, match=r"建筑面积=[BCF36]") as caught:
            ask()
        assert "建筑面积=建筑面积" not in str(caught.value)
    letter = "C" if path.suffix == ".xlsx" else "3"
    assert [flat.area for flat in flats(path, columns=f"面积={letter}")] == [r[2] for r in FOUR]


@pytest.mark.parametrize("heading", ["不参与", "是否退出", "放弃加装"])
def test_a_column_that_says_the_opposite_cannot_be_chosen(write, heading):
    path = write([[*HEADING[:4], heading], *LINES])
    with pytest.raises(InputError, match="正好相反"):
        flats(path, columns=f"参与={heading}")


@pytest.mark.parametrize("heading", ["面积（以套内为准）", "参与（填√为不参与）"])
def test_a_qualifier_that_turns_the_meaning_is_not_harmless(write, heading):
    rows = [HEADING, *LINES]
    at = 2 if "面积" in heading else 4
    rows[0] = [*HEADING[:at], heading, *HEADING[at + 1 :]]
    assert "看不懂" in refusal(write(rows))


def test_a_blank_answer_is_none_although_everyone_takes_part(write):
    path = write(changed(4, ["否", None, "是", "是"]))
    with pytest.raises(InputError, match="参与是空的"):
        flats(path, everyone=True)


def test_a_total_is_no_household_however_full_its_row_is(write):
    assert read(write([HEADING, *LINES, ["合计", 2, 283.06, "4户", "是"]])) == FOUR


@pytest.mark.parametrize("text", ["社区盖章", "以上情况属实", "2026年1月1日", "二层"])
def test_a_text_alone_in_a_row_is_told_in_one_sentence(write, text):
    said = refusal(write([HEADING, *LINES, [text]]))
    assert f"只有「{text}」" in said and "请删去这一行" in said and "楼层是空的" not in said


def test_a_total_without_a_word_is_told_in_one_sentence(write):
    said = refusal(write([HEADING, *LINES, [None, None, 283.06]]))
    assert "只有「283.06」" in said and "参与" not in said


def test_a_room_is_not_nothing(write):
    assert "房号写的是「0」" in refusal(write(changed(0, [0, "102", "201", "202"])))


def test_days_that_have_become_numbers_are_to_be_looked_at(write):
    assert "46023 是 2026-01-01" in remarks(write(changed(0, [46023, 46024, 46054, 46055])))
    assert not remarks(write(changed(0, [46101, 46102, 46201, 46202])))  # building, entrance, room


@pytest.mark.parametrize("area", ["80.5²", "80 ²"])
def test_a_raised_digit_is_no_digit_of_the_area(write, area):
    assert "不是数字" in refusal(write(changed(2, [area, 80, 80, 80])))


def test_a_unit_alone_is_no_amount(write):
    assert "补偿「万」不是数字" in refusal(write(with_column("补偿", ["万", None, None, None])))


@pytest.mark.parametrize(("payout", "doubted"), [("1.5", True), ("1.5万", False), ("300", False)])
def test_small_compensations_are_to_be_looked_at(write, payout, doubted):
    assert ("不到 100 元" in remarks(write(with_column("补偿", [payout, *[None] * 3])))) is doubted


def test_the_co_owner_of_a_flat_on_two_rows_belongs_into_one_cell(tmp_path):
    book = openpyxl.Workbook()
    for row in [HEADING, *LINES[:2], [None, None, None, "李四之妻", None], *LINES[2:]]:
        book.active.append(row)
    for column in "ABCE":
        book.active.merge_cells(f"{column}3:{column}4")
    book.save(path := tmp_path / "名册.xlsx")
    assert "是一户的几个业主，请写在同一格里" in refusal(path)


def test_a_text_has_no_sheets(tmp_path):
    with pytest.raises(InputError, match="没有工作表「2」，文本文件只有一张表"):
        flats(text(tmp_path / "名册.csv", [HEADING, *LINES]), sheet="2")


def test_two_lines_are_shown_in_one(write):
    assert "「80.5 70.2」" in refusal(write(changed(2, ["80.5\n70.2", 80, 80, 80])))
