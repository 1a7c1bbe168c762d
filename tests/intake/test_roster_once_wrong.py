"""Rosters that were once read wrong, each in its smallest form."""

from __future__ import annotations

import pytest
from small_roster import FOUR, HEADING, LINES, flats, read, with_column


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
