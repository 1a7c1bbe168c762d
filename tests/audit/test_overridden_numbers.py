"""Numbers of a scheme that were replaced are told at their input."""

import pytest
import small

from elevshare.audit.axis import Axis, Step
from elevshare.audit.moves import Moves
from elevshare.audit.overridden_numbers import own_numbers
from elevshare.workbook.sheets.sources import TITLE

SHEET = small.original(
    {(2, 3): 'IF(参数!$B$7="","",参数!$B$7)', (2, 4): "1", (3, 3): 'IF(参数!B9="","",1)', (4, 3): "7",
     (5, 2): 'IF(参数!B9="","",1)'},
    {(2, 1): "比例", (2, 2): 0.5, (3, 1): "上限"},
    title=TITLE,
)  # fmt: skip
BLANK = ["", "", "", ""]


def found(*rows, sheet=SHEET, moves=None):
    layout = small.layout(sheet, {}, moves=moves)
    computed = {TITLE: [BLANK, *rows, BLANK, BLANK, BLANK]}
    return [
        (one.text, one.sheet, one.area, one.was, one.now) for one in own_numbers(layout, computed)
    ]


def test_a_number_that_was_replaced():
    rows = (["比例", 0.5, 0.25, "已改动"], ["上限", "", "", "已改动"])
    assert found(*rows) == [
        ("比例用的是 0.25，方案的来源写的是 0.5", "参数", "B7", "0.5", "0.25"),
        ("上限用的是 空，方案的来源写的是 空", "参数", "B9", "", ""),
    ]


@pytest.mark.parametrize("verdict", ["一致", "", None])
def test_a_number_that_was_not(verdict):
    assert found(["比例", 0.5, 0.5, verdict], ["上限", "", "", verdict]) == []


def test_only_the_column_of_what_is_used_now_tells_of_an_input():
    changed = ["", "", "", "已改动"]
    told = found(["比例", 0.5, None, "已改动"], BLANK, changed, changed)
    assert told == [("比例用的是 空，方案的来源写的是 0.5", "参数", "B7", "0.5", "")]


def test_an_input_that_moved_or_is_gone():
    changed = (["比例", 0.5, 1, "已改动"], BLANK)
    moved = Moves({"参数": "新"}, {"参数": Axis([Step(3, 1, True)])})
    assert [one[1:3] for one in found(*changed, moves=moved)] == [("新", "B8")]
    gone = Moves(rows={"参数": Axis([Step(7, 1, False)])})
    assert [one[1:3] for one in found(*changed, moves=gone)] == [("参数", "")]


def test_a_book_without_the_sheet_tells_nothing():
    assert found(["比例", 0.5, 1, "已改动"], BLANK, sheet=small.original()) == []
