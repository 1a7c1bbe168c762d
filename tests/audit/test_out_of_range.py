"""Inputs that their validations would have refused."""

import small
from small import between, value

from elevshare.audit.axis import Axis, Step
from elevshare.audit.moves import Moves
from elevshare.audit.out_of_range import out_of_range
from elevshare.opened import Validation

PLACES = [(row, 1) for row in range(1, 6)]
SHEET = small.original(
    inputs=PLACES,
    validations=[
        between("A1:A3", 1, 7), Validation("A4", "list", '"是,否"', "", {}),
        Validation("A5", "textLength", "0", "2", {}),
    ],
)  # fmt: skip


def found(cells, **more):
    return [
        (one.text, one.sheet, one.area, one.now)
        for one in out_of_range(small.layout(SHEET, cells, **more))
    ]


def test_what_was_typed_and_what_may_be():
    cells = {(1, 1): value(8), (2, 1): value("3"), (4, 1): value("不"), (5, 1): value("一二三")}
    assert found(cells) == [
        ("填的是“8”，限填 1 到 7 的数字", "页", "A1", "8"),
        ("填的是文字“3”，限填 1 到 7 的数字", "页", "A2", "3"),
        ("填的是“不”，限填 是、否", "页", "A4", "不"),
        ("填的是“一二三”，限填 不超过 2 个字", "页", "A5", "一二三"),
    ]


def test_nothing_is_told_of_what_is_right_or_was_not_filled_in():
    assert found({}) == found({(1, 1): value(7), (2, 1): value(None), (4, 1): value("是")}) == []


def test_where_the_input_is_now():
    moves = Moves(rows={"页": Axis([Step(1, 1, False)])})
    (only,) = found({(1, 1): value(8), (2, 1): value(9)}, moves=moves, now="新")
    assert only[1:] == ("新", "A1", "9")
