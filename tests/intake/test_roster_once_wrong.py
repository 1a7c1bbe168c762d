"""Rosters that were once read wrong, each in its smallest form."""

from __future__ import annotations

import pytest
from small_roster import FOUR, HEADING, LINES, flats, read, remarks, with_column

from elevshare.errors import InputError


def test_titles_below_rooms_without_storeys(write):
    one = [["东", 1, 80, "甲", "是"], ["西", 1, 80, "乙", "是"]]
    path = write([HEADING, ["1单元"], *one, ["2单元"], *LINES])
    assert len(flats(path, entrance="2")) == 4


@pytest.mark.parametrize("heading", ["使用面积（㎡）", "使用面积*", "*使用面积"])
def test_a_column_is_chosen_by_its_words(write, heading):
    path = write([[*HEADING[:2], heading, *HEADING[3:]], *LINES])
    assert [flat.area for flat in flats(path, columns="面积=使用面积")] == [row[2] for row in FOUR]


@pytest.mark.parametrize(("at", "remark"), [(5, "两户合计"), (0, "说明：出租"), (0, "注：已过户")])
def test_no_remark_makes_a_household_a_total_or_a_note(write, at, remark):
    rows = with_column("备注", [None, remark, None, None], at)
    rows[2][rows[0].index("楼层")] = None
    assert read(write(rows)) == FOUR


def test_an_example_beside_a_roster_without_rooms(book):
    def change(sheet, made):
        sheet.delete_cols(1)
        example = made.create_sheet("示例")
        for row in [HEADING, ["101", 1, 80, "某某", "是"]]:
            example.append(row)

    try:
        said = remarks(book(change))
    except InputError:
        return
    assert "工作表" in said


@pytest.mark.parametrize("remark", ["说明：出租", "合计", "注：已过户"])
def test_a_remark_where_everybody_takes_part(write, remark):
    rows = [["备注", *HEADING[:4]], *([None, *row[:4]] for row in LINES)]
    rows[2][0], rows[2][2] = remark, None
    assert len(flats(write(rows), everyone=True)) == 4


def test_stairwells_in_rooms_beside_an_estate(write):
    rows = [["小区", *HEADING]]
    rows += [["幸福里", f"{n}-{room}", *rest] for n in (1, 2) for room, *rest in LINES]
    assert len(flats(write(rows), entrance="2")) == 4


def test_a_subtotal_in_merged_cells_is_no_household(book):
    """Storey and answer are merged over the flats of a storey and their subtotal."""

    def change(sheet, _):
        for column in (1, 2, 3, 4, 5):
            for row in range(2, 6):
                sheet.cell(row, column).value = None
        lines = [
            ["101", 1, 80, "甲", "是"],
            ["102", None, 80, "乙", None],
            ["小计", None, 160, None, None],
        ]
        for row, line in enumerate(lines, 2):
            for column, value in enumerate(line, 1):
                sheet.cell(row, column).value = value
        sheet.merge_cells("B2:B4")
        sheet.merge_cells("E2:E4")

    assert [flat.room for flat in flats(book(change))] == ["101", "102"]
