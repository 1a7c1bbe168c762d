import pytest

from elevshare.intake.tables.choices import choices_of
from elevshare.intake.tables.heading_rows import heading_of
from elevshare.intake.tables.seen import SeenCell, SeenSheet
from elevshare.opened.areas import area
from elevshare.vocabulary import ROSTER


def sheet(*rows, merges=(), title="住户"):
    """A sheet of rows of texts, of which an empty one is a blank cell."""
    cells = {
        number: {column: SeenCell(text, text) for column, text in enumerate(row, 1) if text}
        for number, row in enumerate(rows, 1)
    }
    return SeenSheet("册.xlsx", title, rows=cells, merges=tuple(map(area, merges)))


ONE = ("房号", "楼层", "面积", "参与")


def test_the_row_with_most_known_words():
    found = heading_of(
        sheet(("3 幢名册",), ("房号", "备注"), ONE, ("101", "1", "80", "是")), ROSTER
    )
    assert found.rows == range(3, 4)
    assert found.of("建筑面积") == [3] and found.found == {"房号", "楼层", "建筑面积", "参与"}


def test_a_heading_of_two_rows_with_merged_cells():
    rows = (("房号", "楼层", "面积", "", "参与"), ("", "", "套内", "建筑", ""), ("101", "1"))
    found = heading_of(sheet(*rows, merges=["A1:A2", "B1:B2", "C1:D1", "E1:E2"]), ROSTER)
    assert found.rows == range(1, 3)
    assert found.of("建筑面积") == [4] and found.texts[4] == "面积 建筑"


def test_a_household_below_is_no_second_row():
    assert heading_of(sheet(ONE, ("101", "1", "80", "是")), ROSTER).rows == range(1, 2)


def test_without_the_key_there_is_none():
    assert heading_of(sheet(("楼层", "面积")), ROSTER, "房号") is None
    assert heading_of(sheet(("甲", "乙")), ROSTER) is None


@pytest.mark.parametrize("named", ["套内面积", "C", "c"])
def test_a_column_chosen_by_hand_by_its_heading_or_letters(named):
    rows = sheet(("房号", "面积", "套内面积"))
    found = heading_of(rows, ROSTER, choices=choices_of(f"面积={named}"))
    assert found.of("建筑面积") == [3]


def test_consent_stands_for_taking_part_only_where_nothing_else_says_that():
    assert heading_of(sheet(("房号", "是否同意")), ROSTER).of("参与") == [2]
    both = heading_of(sheet(("房号", "是否同意", "参与")), ROSTER)
    assert (both.of("参与"), both.of("同意")) == ([3], [2])
