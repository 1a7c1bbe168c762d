"""Differences in words: each area once, with what was and what is."""

import pytest
import small

from elevshare.audit.axis import Axis, Step
from elevshare.audit.edits import apart, edits, serious
from elevshare.audit.moves import Moves
from elevshare.audit.runs import Difference
from elevshare.opened.areas import Area


def told(*differences, moves=None, printed=()):
    layout = small.layout(small.original(), {}, moves=moves)
    found = edits(layout, {"页": list(differences)}, {"页": printed})
    return [(one.text, one.area, one.count) for one in found]


def test_one_cell_and_a_column_of_cells():
    assert told(Difference("formula-edited", 2, 2, "=A1", "=A2")) == [
        ("公式被改写；原来是 =A1，现在是 =A2", "B2", 1)
    ]
    assert told(Difference("formula-cleared", 2, 2, "=A1")) == [
        ("公式被删掉；原来是 =A1，现在是空的", "B2", 1)
    ]
    assert told(Difference("typed-beside", 2, 2, "", "x")) == [("表格以外多了内容：x", "B2", 1)]
    assert told(Difference("input-unseen", 2, 2)) == [
        ("输入里有看不见的字符，最好删掉重打", "B2", 1)
    ]
    column = [Difference("typed-beside", row, 2, "", f"{row}") for row in (2, 3)]
    assert told(*column) == [("表格以外多了 2 格内容：左上一格2", "B2:B3", 2)]
    block = [Difference("number-changed", row, 2, "1", "2") for row in (2, 3)]
    assert told(*block) == [("2 个固定的数字被改动；左上一格原来是 1，现在是 2", "B2:B3", 2)]


def test_where_the_cells_are_now_and_not_those_that_were_deleted():
    moves = Moves(rows={"页": Axis([Step(2, 1, False)])})
    gone, moved = Difference("typed-beside", 2, 1), Difference("typed-beside", 3, 1)
    assert told(gone, moved, moves=moves) == [("表格以外多了内容", "A2", 1)]


def test_what_is_printed_is_graver():
    """Whoever gets a paper cannot tell who wrote it; beside the paper nobody sees it."""
    both = [Difference(kind, 2, 2, "", "x") for kind in ("label-changed", "typed-beside")]
    printed = {"printed": [Area(1, 2, 1, 2)]}
    assert [told(one, **printed)[0][0] for one in both] == [
        "单据上固定的文字被改动：x",
        "单据上多了内容：x",
    ]
    assert told(Difference("typed-beside", 2, 3, "", "x"), **printed) == [
        ("表格以外多了内容：x", "C2", 1)
    ]
    assert told(Difference("number-changed", 2, 2, "1", "2"), **printed)[0][0].startswith("固定")


@pytest.mark.parametrize("length", [40, 41])
def test_texts_are_cut_where_they_are_too_long(length):
    text = "一" * length
    assert apart(text, "") == (text if length == 40 else "一" * 40 + "…", "")


def test_texts_are_cut_to_where_they_begin_to_differ():
    same = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert apart(same[:20] + "1" * 30, same[:20] + "2") == (
        same[:20] + "1" * 20 + "…",
        same[:20] + "2",
    )
    assert apart(same[:21] + "1" * 30, same[:21] + "2") == ("…OPQRSTU" + "1" * 30, "…OPQRSTU2")
    assert apart("x" * 45, "x" * 44) == ("…xxxxxxxx", "…xxxxxxx")


def test_what_can_change_computed_values():
    kinds = ("formula-edited", "number-changed", "label-changed", "input-formula", "typed-beside")
    found = serious([Difference(kind, 1, 1) for kind in kinds])
    assert [one.kind for one in found] == list(kinds[:4])
