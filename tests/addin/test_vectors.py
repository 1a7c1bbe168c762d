"""The vectors are current, say something of every function, and hold through xlwings itself."""

import json
from math import isclose

import make
import pytest
from calls import ALL, VECTORS, as_cells, excel_number, seen, vectors
from stand_in.excel import ERRORS, MISSING

from elevshare_addin.descriptions import FUNCTIONS


@pytest.mark.parametrize("name", ALL)
def test_the_committed_file_is_what_the_rules_give(name):
    assert (VECTORS / f"{name}.json").read_text(encoding="utf-8") == make.text(name)


def test_every_function_has_its_vectors():
    assert {path.stem for path in VECTORS.glob("*.json")} == set(FUNCTIONS)


@pytest.mark.parametrize("name", ALL)
def test_some_cases_work_and_some_are_refused_with_a_reason(name):
    refused = [case for case in vectors(name) if "error" in case]
    assert 0 < len(refused) < len(vectors(name))
    for case in refused:
        assert case["result"] is None and case["error"] in ("#VALUE!", "#N/A", "#NUM!")
        assert len(case["why"]) >= 10 and case["why"].endswith("。")


@pytest.mark.parametrize("name", sorted(set(ALL) - {"ELEVCOEF", "ELEVVOTE", "ELEVSOURCE"}))
def test_amounts_have_at_most_two_decimals(name):
    for case in vectors(name):
        for number in _numbers(case["result"]):
            assert isclose(number * 100, round(number * 100), rel_tol=1e-12)


def _numbers(result):
    rows = result if isinstance(result, list) else [[result]]
    return [cell for row in rows for cell in row if isinstance(cell, float)]


@pytest.mark.parametrize("name", ALL)
def test_with_every_argument_in_cells(name, excel):
    for case in vectors(name):
        found = excel.call(name, *_all(name, map(as_cells, case["args"])))
        assert found == seen(case.get("error", case["result"])), json.dumps(case)


@pytest.mark.parametrize("name", ALL)
def test_with_arguments_typed_into_the_formula(name, excel):
    """Constants: a scalar, or a tuple of rows as an array constant in braces is."""
    for case in vectors(name):
        found = excel.call(name, *_all(name, map(_constant, case["args"])))
        assert found == seen(case.get("error", case["result"])), json.dumps(case)


def _all(name, given):
    """Arguments, the ones at the end missing as VBA hands them over."""
    found = list(given)
    return found + [MISSING] * (len(FUNCTIONS[name].arguments) - len(found))


def _constant(value):
    if isinstance(value, list):
        return ("value", tuple(tuple(map(_scalar, row)) for row in value))
    return MISSING if value is None else ("value", _scalar(value))


def _scalar(value):
    return ERRORS.get(value, value) if isinstance(value, str) else excel_number(value)
