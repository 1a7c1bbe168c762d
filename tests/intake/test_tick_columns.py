"""Two columns for one answer, as on lists that neighbours sign."""

from __future__ import annotations

import pytest
from known_words import WORDS
from small_roster import flats, refusal

HEADING = ["房号", "楼层", "建筑面积", "业主"]
LINES = [["101", 1, 80, "甲"], ["201", 2, 80, "乙"]]


def ticked(headings, *ticks):
    return [[*HEADING, *headings], *([*line, *two] for line, two in zip(LINES, ticks, strict=True))]


@pytest.mark.parametrize(
    ("one", "other"), [("同意", "不同意"), ("参与", "不参与"), ("是否出资", "不出资")]
)
def test_a_tick_in_one_of_two(write, one, other):
    path = write(ticked([one, other], ["√", None], [None, "√"]))
    assert [flat.taking_part for flat in flats(path)] == [True, False]


@pytest.mark.parametrize("word", [*WORDS["名册", "不参与"], *WORDS["名册", "不同意"]])
def test_every_word_of_the_opposite(write, word):
    own = "同意" if word in WORDS["名册", "不同意"] else "参与"
    path = write(ticked([own, word], ["√", None], [None, "√"]))
    assert [flat.taking_part for flat in flats(path)] == [True, False]


def test_who_agrees_may_stay_out(write):
    """With a column of its own for 参与, 不同意 is about the vote."""
    rows = [[*HEADING, "参与", "同意", "不同意"]]
    rows += [[*LINES[0], "否", "√", None], [*LINES[1], "是", None, "√"]]
    found = flats(write(rows))
    assert [(flat.taking_part, flat.agrees) for flat in found] == [(False, True), (True, False)]


def test_both_or_none(write):
    assert "「同意」和「不同意」两栏都填了" in refusal(
        write(ticked(["同意", "不同意"], ["√", "√"], ["√", None]))
    )
    assert "参与是空的" in refusal(write(ticked(["同意", "不同意"], ["√", None], [None, None])))


def test_the_opposite_alone_is_no_answer(write):
    assert "缺少「参与」" in refusal(write(ticked(["不参与"], ["√"], [None])))
