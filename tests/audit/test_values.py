"""Stored values held against what the formulas give."""

import pytest
import small
from small import value

from elevshare.audit.axis import Axis, Step
from elevshare.audit.moves import Moves
from elevshare.audit.runs import Difference
from elevshare.audit.values import computed, stale

AT = (1, 1)
ONE = small.original({AT: "1+1"})


def found(right, cell, application="", sheet=ONE, **more):
    layout = small.layout(sheet, {AT: cell, (9, 9): value(1)}, **more)
    return [
        (one.kind, one.text, one.area, one.count)
        for one in stale(layout, {"页": [[right]]}, application)
    ]


@pytest.mark.parametrize(
    ("right", "stored", "texts"),
    [
        (2, 3, ("3", "2")), ("a", "b", ("b", "a")), (None, 5, ("5", "空")), (2, "x", ("x", "2")),
        (object(), 5, ("5", "错误")), ("", 7, ("7", "空")), (0, "x", ("x", "0")),
    ],
)  # fmt: skip
def test_a_value_that_is_another(right, stored, texts):
    now, was = texts
    text = f"结果与重新计算的不符：存的是 {now}，应是 {was}"
    assert found(right, value(stored, "1+1")) == [("value-stale", text, "A1", 1)]


@pytest.mark.parametrize(
    ("right", "cell"),
    [
        (2, value(2, "1+1")), (2, value(2.0000000001, "1+1")), (True, value(1, "1+1")), (2, value(3)),
        (object(), value("#REF!", "1+1", "e")),
    ],
)  # fmt: skip
def test_a_value_that_is_right_or_no_result(right, cell):
    sheet = small.original({AT: "1+1", (1, 2): "1"})
    layout = small.layout(sheet, {AT: cell, (1, 2): value(1, "1")})
    assert not list(stale(layout, {"页": [[right, 1]]}))


def test_an_error_where_a_value_belongs_is_told():
    assert len(found(2, value("#REF!", "1+1", "e"))) == 1


@pytest.mark.parametrize("application", ["", "LibreOffice/7.4", "Excel"])
def test_a_nought_for_an_empty_result_counts_only_where_libreoffice_saved(application):
    for empty in ("", None):
        told = found(empty, value(0, "1+1"), application)
        assert bool(told) is not application.startswith("LibreOffice")
        assert found(empty, value(1, "1+1"), application)
    assert found(5, value(0, "1+1"), application)


@pytest.mark.parametrize("blank", [None, ""])
def test_a_book_without_any_results(blank):
    assert [one[0] for one in found(2, value(blank, "1+1"))] == ["values-missing"]


def test_rows_in_another_order_and_lines_that_are_gone_are_told_otherwise():
    assert found(2, value(3, "1+1"), sorted=range(1, 2)) == []
    assert found(2, value(3, "1+1"), moves=Moves(rows={"页": Axis([Step(1, 1, False)])})) == []


@pytest.mark.parametrize("count", [8, 9])
def test_many_wrong_values_are_told_by_the_first(count):
    places = [(1, 1 + 2 * n) for n in range(count)]
    sheet = small.original(dict.fromkeys(places, "1"))
    layout = small.layout(sheet, {place: value(0, "1") for place in places})
    told = list(stale(layout, {"页": [[1] * 20]}))
    assert [one.count for one in told] == ([1] * 8 if count == 8 else [9])
    assert told[0].text.startswith(
        "结果" if count == 8 else "9 个结果与重新计算的不符：第一个存的是 0"
    )
    assert told[0].area == "A1"


class Typed:
    """An engine that notes what it is given; it stands for the original too."""

    def __init__(self):
        self.engine, self.given = self, []

    def type(self, inputs):
        self.given.append(inputs)

    def put(self, *what):
        self.given.append(what)

    def values(self):
        return "values"

    def restore(self):
        self.given.append("restored")


@pytest.mark.parametrize("moves", [None, Moves({"别": "新"})])
def test_a_changed_formula_is_computed_as_it_is_unless_lines_have_moved(moves):
    sheet = small.original({AT: "1+1", (2, 1): "2"}, inputs=[(3, 1), (4, 1)])
    cells = {AT: value(3, "1+2"), (3, 1): value(5)}
    changes = {"页": [Difference("formula-edited", *AT), Difference("formula-cleared", 2, 1)]}
    engine = Typed()
    assert computed(engine, small.layout(sheet, cells, moves=moves), changes) == "values"
    formula = None if moves else "1+2"
    put = [("页", AT, formula, 3), ("页", (2, 1), None, None)]
    assert engine.given == [{"页": {(3, 1): 5}}, *put, "restored"]
