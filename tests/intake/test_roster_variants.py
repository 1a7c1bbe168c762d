"""Rosters that only a few people have, each of them written out: right, or refused for a reason."""

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
    remarks,
    right_or_refused,
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


@pytest.mark.parametrize("half", ["1.5", "一层半", "1层半", "1.5层", "1½", "夹层", "1-2层之间"])
def test_half_storeys(write, half):
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


@pytest.mark.parametrize(("yes", "no"), [("●", "○")])
def test_full_and_empty_signs(write, yes, no):
    right_or_refused(write(changed(4, [no, yes, yes, yes])), FOUR, "参与")


@pytest.mark.parametrize("area", ["80 90", "80\n90"])
def test_two_areas_in_a_cell(write, area):
    assert "面积" in refusal(write(changed(2, [area, 80, 80, 80])))


def test_compensation_by_area(write):
    path = write(with_column("补偿（元/㎡）", [15000, None, None, None]))
    try:
        assert [flat.payout for flat in flats(path)] == [0, 0, 0, 0]
    except InputError as error:
        assert "补偿" in str(error)


@pytest.mark.parametrize("storey", ["1.5层", "1楼半", "一楼半"])
def test_half_storeys_in_other_words(write, storey):
    assert "半层" in refusal(write(changed(1, [storey, 1, 2, 2])))


@pytest.mark.parametrize("room", ["同上", "〃", "/", "无"])
def test_what_is_no_room(write, room):
    assert "房号" in refusal(write(changed(0, ["101", "102", "201", room])))


def test_the_number_of_a_page(write):
    assert read(write([HEADING, *LINES, ["第 1 页 共 2 页"]])) == FOUR


@pytest.mark.parametrize("chosen", ["面积=阳台面积", "业主=租户", "楼层=第几楼"])
def test_a_column_is_chosen_that_is_not_there(write, chosen):
    with pytest.raises(InputError):
        flats(write([HEADING, *LINES]), columns=chosen)
