"""Addresses after lines were inserted or deleted and sheets renamed."""

import pytest

from elevshare.audit.axis import Axis, Step
from elevshare.audit.moves import Moves

MOVES = Moves(
    {"旧": "新"},
    {"旧": Axis([Step(5, 1, True), Step(8, 2, False)])},
    {"旧": Axis([Step(3, 1, True), Step(6, 1, False)])},
)


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("A1", "A1"), ("A5", "A6"), ("C1", "D1"), ("$C$5+C$5", "$D$6+D$6"), ("$A$1:$C$7", "$A$1:$D$8"),
        ("A8", "#REF!"), ("F1", "#REF!"), ("A7:A9", "A8:A8"), ("A8:A9", "#REF!"), ("E1:F1", "F1:F1"),
        ("旧!C5", "新!D6"), ("旧!A8", "新!#REF!"), ("别!C5", "别!C5"), ("'别 页'!C5", "别 页!C5"),
        ('"旧!C5"&C5', '"旧!C5"&D6'), ("LOG10(A5)", "LOG10(A6)"), ("xA5", "xA5"), ("A5(1)", "A5(1)"),
    ],
)  # fmt: skip
def test_formulas(formula, moved):
    assert MOVES.formula(formula, "旧") == moved


def test_where_a_cell_is_now():
    assert MOVES.place("旧", (5, 3)) == (6, 4)
    assert MOVES.place("旧", (8, 1)) is MOVES.place("旧", (1, 6)) is None
    assert MOVES.place("别", (8, 6)) == (8, 6)


def test_whether_anything_moved():
    axis = {"旧": Axis([])}
    assert not Moves()
    assert Moves({"旧": "新"}) and Moves(rows=axis) and Moves(columns=axis)
