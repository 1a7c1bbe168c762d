"""The functions in JavaScript, as built for WPS, against the vectors and against the rules."""

import json
from random import Random

import build
import pytest
from calls import ALL, GOOD, vectors
from wps_calls import Wps, as_range, in_cells, shown, with_empty_texts

from elevshare_addin.catalogue import answer, why
from elevshare_addin.descriptions import FUNCTIONS

ERRORS = {"#N/A": -2146826246, "#NUM!": -2146826252, "#VALUE!": -2146826273, "#REF!": -2146826265, "#DIV/0!": -2146826281}  # fmt: skip


@pytest.fixture(scope="module")
def wps(tmp_path_factory):
    return Wps(tmp_path_factory.mktemp("wps"))


@pytest.mark.parametrize("as_given", [lambda value: value, in_cells, as_range, with_empty_texts])
def test_every_vector_cell_by_cell(wps, as_given):
    cases = [(name, case) for name in ALL for case in vectors(name)]
    found = wps.answers((name, [as_given(one) for one in case["args"]]) for name, case in cases)
    for (name, case), seen in zip(cases, found, strict=True):
        assert seen == case.get("error", shown(case["result"])), (name, json.dumps(case))


def test_the_modules_by_themselves_import_all_that_they_use(wps):
    calls = [(name, case["args"]) for name in ALL for case in vectors(name)]
    assert wps.answers(calls, build.SOURCES / "catalogue.js") == wps.answers(calls)


def test_every_vector_that_fails_says_why_in_the_same_words(wps):
    cases = [(name, case) for name in ALL if name != "ELEVCHECK" for case in vectors(name)]
    found = wps.reasons((name, case["args"]) for name, case in cases)
    for (name, case), seen in zip(cases, found, strict=True):
        assert seen == case.get("why", "正确"), (name, json.dumps(case))


#: What may stand in a cell, besides numbers.
ODD = [
    None, "", " ", True, False, 0, 1, 2, 3.5, -1, 0.1 + 0.2, 100.005, 1 / 3, 1e-7, 1e15, 1e300, 61.03, 1234567.891,
    "是", "否", "Ｎ", "√", "也许", "60万", "１２３．４５", "80㎡", "80 平方米", "3层", "第４楼", "5f", "3%", "0.03", "１００,０００元",
    "1,00", "-5", "--5", "1e5", ".5", "5.", "南京", "NANJING", "南 京", "上海-七层", "厦门", "咸阳", "燕园图新", "民法典278-改建",
    "百元", "同层", "指定楼层", "5,6", 5.5, 0.5, -9, "上限", "下限", "补贴", "倍数", "折旧", "加利息", "ELEVNET", "rmbupper", "#N/A", "#REF!", "#DIV/0!",
    "很长很长的一段文字" * 5, "看\u200b不\u202e见", "a\tb", "😀" * 40, "ß", "甲",
]  # fmt: skip


def random_call(dice):
    """A good call with some of its arguments replaced by anything."""
    name = dice.choice([one for one in ALL if one != "ELEVCHECK"])
    given = list(GOOD[name])
    for at in dice.sample(range(len(given)), dice.randint(1, min(2, len(given)))):
        given[at] = dice.choice([_odd, _column, _spoilt])(dice, given[at])
    if dice.random() < 0.1:
        given = given[: dice.randrange(len(given) + 1)]
    return name, given


def _odd(dice, _):
    return dice.choice([*ODD, round(dice.uniform(0, 200), dice.randint(0, 4))])


def _column(dice, _):
    wide, high = dice.randint(1, 3), dice.randint(1, 18)
    return [[_odd(dice, None) for _ in range(wide)] for _ in range(high)]


def _spoilt(dice, good):
    """The good column with one cell changed."""
    if not isinstance(good, list):
        return _odd(dice, good)
    found = [list(row) for row in good]
    found[dice.randrange(len(found))][0] = _odd(dice, None)
    return found


def as_excel(value):
    """Numbers are floats in Excel."""
    if isinstance(value, list):
        return [[as_excel(cell) for cell in row] for row in value]
    return float(value) if type(value) is int else value


def test_whatever_stands_in_the_cells_both_add_ins_say_the_same(wps):
    dice = Random(2026)
    calls = [random_call(dice) for _ in range(4000)]
    answers, reasons = wps.answers(calls), wps.reasons(calls)
    refused = set()
    for (name, given), found, reason in zip(calls, answers, reasons, strict=True):
        cells = [as_excel(one) for one in given]
        assert found == shown(answer(name, cells)), (name, given)
        assert reason == (why(name, cells) or "正确"), (name, given)
        refused |= {found} if isinstance(found, str) else set()
    assert {"#VALUE!", "#N/A", "#NUM!"} <= refused


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_in_a_cell_is_passed_on_as_text_or_as_number(wps, error):
    calls = [("ELEVNET", [600000, [[cell]]]) for cell in (error, ERRORS[error])]
    assert wps.answers(calls) == [answer("ELEVNET", [600000.0, error])] * 2


def test_a_date_is_refused_where_wps_hands_over_one(wps):
    call = ("ELEVNET", [{"date": "2026-03-01T12:00:00"}])
    assert wps.answers([call]) == ["#VALUE!"]
    assert wps.reasons([call])[0].startswith("总费用（cost）：是日期「2026-03-01」。")


def test_every_function_is_registered_in_the_namespace_of_the_manifest(wps):
    assert wps.answers([("names", [])])[0] == [f"ELEV.{name}" for name in FUNCTIONS]
    manifest = (wps.folder / "manifest.xml").read_text(encoding="utf-8")
    assert "<Namespace>ELEV</Namespace>" in manifest


def test_the_button_says_how_the_functions_are_called(wps):
    done, said, loaded, picture = wps.answers([("help", [])])[0]
    assert done and loaded and "=ELEV.ELEVSHARE(" in said
    assert (wps.folder / picture).exists()
