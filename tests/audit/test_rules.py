"""Validations: which rule a cell has, and which values it refuses."""

import pytest
from small import between

from elevshare.audit.axis import Axis, Step
from elevshare.audit.moves import Moves
from elevshare.audit.rules import Rule, Rules
from elevshare.opened import Validation


def refuses(kind, one, two, *values, free=False):
    return [Rule(kind, "", one, two, free).refuses(each) for each in values]


def test_bounds():
    assert refuses("decimal", "1", "7", 1, 7, 0.99, 7.01, 2.5) == [False, False, True, True, False]
    assert refuses("whole", "1", "7", 1, 7.0, 0, 8, 2.5) == [False, False, True, True, True]
    assert refuses("date", "10", "20", 10, 20, 9, 21) == [False, False, True, True]


def test_texts_truth_values_and_blanks_in_place_of_numbers():
    for kind in ("decimal", "whole", "date"):
        assert refuses(kind, "1", "7", "3", True, None, "") == [True, True, False, False]
    assert refuses("custom", "1", "7", "3", True) == [False, False]


def test_lists_and_lengths():
    assert refuses("list", '"是,否"', "", "是", "否", "不", 1) == [False, False, True, True]
    assert refuses("list", "参数!$A$1:$A$3", "", "不") == [False]
    assert refuses("list", '"是,否"', "", "不", free=True) == [False]
    assert refuses("textLength", "0", "3", "一二三", "一二三四", 1234) == [False, True, True]


def test_bounds_that_depend_on_other_cells_refuse_nothing():
    assert refuses("decimal", "A1", "7", 9) == refuses("decimal", "1", "A1", 5) == [False]
    assert refuses("decimal", "1", "A1", 0) == [True]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Rule("list", "", '"是,否"', ""), "是、否"), (Rule("textLength", "", "0", "9"), "不超过 9 个字"),
        (Rule("date", "", "46023", "46024"), "2026-01-01 到 2026-01-02 的日期"),
        (Rule("date", "", "A1", "1234567"), "A1 到 1234567 的日期"),
        (Rule("whole", "", "1", "7"), "1 到 7 的整数"), (Rule("decimal", "", "0", "1"), "0 到 1 的数字"),
    ],
)  # fmt: skip
def test_what_is_allowed_in_words(rule, words):
    assert rule.allowed == words


def test_the_rule_of_a_cell():
    rules = Rules([between("A1:B2 C3 nonsense", 1, 7), between("A1:A9", 0, 1)])
    assert [rules.at(place) and rules.at(place).two for place in ((1, 1), (3, 3), (9, 1), (4, 4))] == [
        "7", "7", "1", None,
    ]  # fmt: skip
    assert [place for place, _ in rules.cells([(4, 4), (2, 2), (3, 1)])] == [(2, 2), (3, 1)]


def test_equal_however_they_were_written():
    one = Rules([between("A1", 1, 7), between("B1 C1", 1, 2)])
    assert one == Rules([between("C1 B1", "1.0", " 2"), between("A1", 1, 7)])
    assert one != Rules([between("A1", 1, 7)]) and one != "rules"
    listed = {"operator": "between", "errorStyle": "stop"}
    assert Rules([Validation("A1", "list", '"是"', "", {})]) == Rules(
        [Validation("A1", "list", '"是"', "0", listed)]
    )
    other = Validation("A1", "decimal", "1", "7", {"operator": "lessThan"})
    assert Rules([other]) != Rules([between("A1", 1, 7)])


def test_a_list_that_only_informs_is_free():
    informs = {"errorStyle": "information"}
    assert Rules([Validation("A1", "list", '"是"', "", informs)]).at((1, 1)).free
    assert not Rules([Validation("A1", "list", '"是"', "", {})]).at((1, 1)).free
    assert not Rules([Validation("A1", "decimal", "1", "2", informs)]).at((1, 1)).free
    assert Rule("list", "", "", "").free is False


def test_a_rule_after_a_move():
    moves = Moves(rows={"页": Axis([Step(2, 1, True)])})
    rule = Rule("decimal", "between", "$A$2", "$A$3", True)
    assert rule.moved(moves, "页") == Rule("decimal", "between", "$A$3", "$A$4")
    assert rule.moved(moves, "页").free and rule.moved(Moves(), "页") is rule
    listed = Rule("list", "", '"A2,A3"', "")
    assert listed.moved(moves, "页") is listed
