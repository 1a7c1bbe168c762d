"""One sheet held against the original cell by cell: every kind of difference, and none too many."""

import pytest
import small
from small import value

from elevshare.audit.axis import Axis, Step
from elevshare.audit.cells import differences, value_text
from elevshare.audit.moves import Moves

AT = (2, 2)


def found(original, cells, moves=None):
    return [
        (d.kind, (d.row, d.column), d.was, d.now)
        for d in differences(original, cells, moves or Moves())
    ]


@pytest.mark.parametrize(
    ("now", "kind", "text"),
    [
        (value(7, "A1+2"), "formula-edited", "=A1+2"),
        (value(7), "formula-overwritten", "7"),
        (value(0), "formula-overwritten", "0"),
        (value("七"), "formula-overwritten", "七"),
        (value(None), "formula-cleared", ""),
        (value(""), "formula-cleared", ""),
        (None, "formula-cleared", ""),
    ],
)
def test_a_formula_that_is_another_or_gone(now, kind, text):
    cells = {AT: now} if now else {}
    assert found(small.original({AT: "A1+1"}), cells) == [(kind, AT, "=A1+1", text)]


def test_a_formula_that_is_the_same_in_another_spelling_or_after_a_move():
    sheet = small.original({AT: "A1+A9"})
    assert found(sheet, {AT: value(7, "A1+A9")}) == found(sheet, {AT: value(7, "a1 + a9")}) == []
    moves = Moves(rows={"页": Axis([Step(5, 1, True)])})
    for now in ("A1+A10", "A1+A9"):
        assert found(sheet, {AT: value(7, now)}, moves) == []
    assert found(sheet, {AT: value(7, "A1+A10")})[0][0] == "formula-edited"
    assert found(sheet, {AT: value(7, "A1+A11")}, moves)[0][0] == "formula-edited"


@pytest.mark.parametrize(
    ("was", "now", "kind", "text"),
    [
        ("户", value("房"), "label-changed", "房"), ("户", None, "label-changed", ""),
        (3, value(4), "number-changed", "4"), (3, value("3"), "number-changed", "3"),
        (1, value(True, kind="b"), "number-changed", "1"), (3, value(3, "1+2"), "number-changed", "=1+2"),
        ("户", value("户", "A1"), "label-changed", "=A1"), (3, value(None), "number-changed", ""),
    ],
)  # fmt: skip
def test_a_constant_that_is_another(was, now, kind, text):
    cells = {AT: now} if now else {}
    assert found(small.original(constants={AT: was}), cells) == [(kind, AT, str(was), text)]


@pytest.mark.parametrize(
    ("was", "now"), [("户", "户 "), (3, 3.0), ("3", 3), ("3", "3"), (True, True)]
)
def test_a_constant_that_is_the_same(was, now):
    assert found(small.original(constants={AT: was}), {AT: value(now)}) == []


def test_what_stands_beside():
    sheet = small.original({(1, 1): "1"}, {(1, 2): "户"}, [(1, 3)])
    ours = {(1, 1): value(1, "1"), (1, 2): value("户"), (1, 3): value(5)}
    assert found(sheet, ours | {AT: value(None)}) == found(sheet, ours | {AT: value("")}) == []
    assert found(sheet, ours | {AT: value(0)}) == [("typed-beside", AT, "", "0")]
    assert found(sheet, ours | {AT: value(None, "A1")}) == [("typed-beside", AT, "", "=A1")]
    linked = value(None, "[1]页!A1")
    assert found(sheet, ours | {AT: linked}) == [("external-link", AT, "", "=[1]页!A1")]
    assert found(sheet, ours | {AT: value("[1]")}) == [("typed-beside", AT, "", "[1]")]


@pytest.mark.parametrize(
    ("formula", "kind"),
    [
        ("1.5*(2+3)/4-10 %", "input-formula"), ("A1+1", "input-reference"), ("[1]页!A1", "external-link"),
        ("now()", "input-volatile"), ("TODAY ()", "input-volatile"), ("[1]页!A1+RAND()", "input-volatile"),
        ("TODAYS(1)", "input-reference"),
    ],
)  # fmt: skip
def test_an_input_that_is_a_formula(formula, kind):
    found_ = found(small.original(inputs=[AT]), {AT: value(1, formula)})
    assert found_ == [(kind, AT, "", f"={formula}")]


def test_an_input_with_characters_that_nobody_sees():
    sheet = small.original(inputs=[AT])
    assert (
        found(sheet, {}) == found(sheet, {AT: value(5)}) == found(sheet, {AT: value("张三")}) == []
    )
    assert found(sheet, {AT: value("张\u200b三")}) == [("input-unseen", AT, "", "张<U+200B>三")]
    assert found(sheet, {AT: value("张\u202e三")}) == [("input-turned", AT, "", "张<U+202E>三")]


def test_a_value_as_a_text():
    assert [value_text(one) for one in (None, 0, 1.0, "", 0.1 + 0.2)] == ["", "0", "1", "", "0.3"]
    assert value_text("一" * 400) == "一" * 400 == value_text("一" * 401)
    assert value_text("x" * 39 + "\u200b" + "y" * 3) == "x" * 39 + "<U+200B>" + "yyy"
