"""Every published worked result comes out of the functions, and so of both add-ins."""

import json
from dataclasses import replace

import pytest
from calls import as_cells, vectors
from make import trimmed
from published import KINDS, calls, cases, found
from stand_in.excel import MISSING

from elevshare_addin.descriptions import FUNCTIONS

#: What is published but no function answers: parts for upkeep and of the levels of government,
#: refunds, a payer's part of an instalment, and amounts that the owners agree on.
UNSAID = {"upkeep", "refunded", "back", "each", "intervals", "split"}
AGREED = {"compensation-fengle-1", "compensation-zhuhai-1"}


@pytest.fixture
def call(excel):
    """Through xlwings' real conversion, every argument in cells."""

    def called(name, *args):
        missing = [MISSING] * (len(FUNCTIONS[name].arguments) - len(args))
        return excel.call(name, *(as_cells(one) for one in args), *missing)

    return called


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_the_functions_give_what_was_printed(case, call):
    said = found(case, call)
    known = {
        "printed": {name: one for name, one in case.printed.items() if name in said},
        "deviations": {name: one for name, one in case.deviations.items() if name in said},
        "wrong": tuple(one for one in case.wrong if one[0] in said),
    }
    left = {name.partition(".")[0] for name in case.printed.keys() - said.keys()}
    whole = {"total"} if "upkeep" in case.printed else set()
    assert case.id in AGREED or left <= UNSAID | whole
    assert bool(said) is (case.id not in AGREED)
    assert replace(case, **known).complaints(said) == []


def test_every_kind_of_published_result_is_among_them():
    assert {case.kind for case in cases()} == KINDS.keys()


@pytest.mark.parametrize("name", calls())
def test_the_vectors_hold_them_for_javascript_too(name):
    held = [case["args"] for case in vectors(name)]
    for args in calls()[name]:
        assert json.loads(json.dumps(trimmed(args))) in held
