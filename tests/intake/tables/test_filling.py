import pytest
from hypothesis import given
from hypothesis import strategies as st

from elevshare.intake.tables.filling import covered, is_ditto, storey_in
from elevshare.intake.tables.seen import BLANK, SeenCell, SeenSheet
from elevshare.opened.areas import area

FIRST = SeenCell("1", 1)
SHEET = SeenSheet("册.xlsx", "住户", rows={1: {2: FIRST}}, merges=(area("B1:C3"),))


@pytest.mark.parametrize(
    ("row", "column", "found"),
    [
        (1, 2, (FIRST, False)),
        (3, 2, (FIRST, True)),
        (1, 3, (BLANK, False)),  # merged sideways: the text is the left column's
        (4, 2, (BLANK, False)),
    ],
)
def test_merged_cells_are_filled_in_downwards_only(row, column, found):
    assert covered(SHEET, row, column) == found


@pytest.mark.parametrize(
    ("text", "same"), [("同 上", True), ("″", True), ("上", False), ("", False)]
)
def test_ditto(text, same):
    assert is_ditto(SeenCell(text)) is same


@given(st.integers(1, 40), st.integers(1, 99), st.sampled_from(["", "3-", "12幢2单元", "A"]))
def test_the_storey_of_a_room(storey, door, before):
    assert storey_in(f"{before}{storey}{door:02d}") == storey


@pytest.mark.parametrize("room", ["1-2", "东户", "12", "123456"])
def test_rooms_that_name_no_storey(room):
    assert storey_in(room) is None
