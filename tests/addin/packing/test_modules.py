"""The VBA modules: xlwings' own text, what we change of it, and its grammar."""

import re
from pathlib import Path

import pytest
from calls import ALL
from vba import compiled, mistakes

from elevshare_addin.descriptions import CATEGORY, FUNCTIONS, Function
from elevshare_addin.packing.modules import (
    CELLS,
    OPENING,
    TELLING,
    functions_module,
    xlwings_module,
)
from elevshare_addin.packing.package import opened, windows_lines
from elevshare_addin.packing.texts import texts_module
from elevshare_addin.packing.wrapper import wrapper

GOLDEN = Path(__file__).parent.parent / "golden" / "xlwings_udfs.bas"
HEAD = 'Attribute VB_Name = "tried"\n'


@pytest.fixture(scope="module")
def written():
    return wrapper()


@pytest.fixture(scope="module")
def shipped(template):
    """xlwings' module as it ships it."""
    with opened(template) as book:
        return book.get_module("xlwings")


def test_the_wrapper_is_what_xlwings_writes_on_windows(written, excel):
    """The same as with a pywin32 that all of xlwings runs on."""
    assert written == excel.wrapper()


def test_the_functions_are_as_agreed(written):
    """If the change is meant, write it anew: python tests/addin/golden/make.py."""
    assert functions_module(written) == GOLDEN.read_text(encoding="ascii")


def test_every_answer_goes_through_the_error_values_and_asks_for_the_add_in(written):
    module = functions_module(written)
    assert "ActiveWorkbook" not in module
    assert module.count(", ThisWorkbook, Application.Caller))") == len(ALL)
    assert (
        module.count(" = ElevAnswer(XLPy.CallUDF(") == module.count("XLPy.CallUDF(") == 2 * len(ALL)
    )


def test_a_failure_outside_of_python_is_an_error_too_not_a_text(written):
    module = functions_module(written)
    failing = dict(re.findall(r"^failed:\n    (\w+) = (.+)$", module, re.MULTILINE))
    assert set(failing) == set(ALL)
    texts = {name for name, answer in failing.items() if "Err.Description" in answer}
    assert texts == set(TELLING)
    assert {failing[name] for name in set(ALL) - texts} == {"CVErr(xlErrValue)"}


@pytest.mark.parametrize("text, error", [("#VALUE!", "xlErrValue"), ("#N/A", "xlErrNA"), ("#NUM!", "xlErrNum")])  # fmt: skip
def test_the_texts_of_errors_become_errors(text, error):
    assert f'Case "{text}"\n            ElevCell = CVErr({error})\n' in CELLS


@pytest.mark.parametrize(
    "broken", ["", "Function F(a)\nEnd Function\n", "Function F(a)\n    F = Err.Description\n"]
)
def test_a_wrapper_of_another_form_is_refused(broken):
    with pytest.raises(ValueError):
        functions_module(broken)


def test_xlwings_module_is_ours_and_asks_nothing_of_the_active_book(shipped):
    changed = xlwings_module(shipped)
    assert 'PROJECT_NAME As String = "elevshare"' in changed
    for name in ("XLPyCommand", "GetConfig", "GetDirectoryConfigFilePath"):
        function = re.search(rf"^Function {name}\(.*?^End Function", changed, re.M | re.S)
        assert "ThisWorkbook" in function[0] and "ActiveWorkbook" not in function[0]


def test_nothing_else_of_xlwings_module_is_changed(shipped):
    """Its licence stays in it."""
    before = shipped.replace("\r\n", "\n").splitlines()
    after = xlwings_module(shipped).splitlines()
    assert after.pop(1) == "Option Private Module"
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    named = [pair for pair in changed if "PROJECT_NAME As String" in pair[0]]
    assert len(named) == 1
    assert all(
        one.replace("ActiveWorkbook", "ThisWorkbook") == other
        for one, other in changed
        if (one, other) not in named
    )


@pytest.mark.parametrize("missing", ["PROJECT_NAME", "Function XLPyCommand", "ActiveWorkbook"])
def test_an_xlwings_module_of_another_form_is_refused(shipped, missing):
    with pytest.raises(ValueError):
        xlwings_module(shipped.replace(missing, "x"))


def decoded(module):
    """Function → its texts, as the procedures in VBA tell them to Excel."""
    told = {}
    for body in re.findall(r"^    ElevTell (.*?)^End Sub", module.replace(" & _\n        ", " & "), re.M | re.S):  # fmt: skip
        joined = body.replace('" & "', "")
        coded = [text.replace('""', '"') for text in re.findall(r'"((?:[^"]|"")*)"', joined)]
        name, *texts = [re.sub(r"\\([0-9A-F]{4})", lambda m: chr(int(m[1], 16)), text) for text in coded]  # fmt: skip
        told[name] = texts
    return told


def test_the_texts_for_the_wizard_are_those_described():
    expected = {name: [one.description, *one.arguments.values()] for name, one in FUNCTIONS.items()}
    assert decoded(texts_module()) == expected


def test_long_and_odd_texts_survive():
    odd = 'a\\"b" - ' + "梯" * 240
    module = texts_module({"F": Function(odd, {"x": odd, "y": " 空 "})})
    assert decoded(module) == {"F": [odd, odd, " 空 "]}
    assert max(map(len, module.splitlines())) < 1023  # what VBA takes


def test_the_category_is_told():
    coded = "".join(f"\\{ord(c):04X}" for c in CATEGORY)
    assert f'Category:=ElevText("{coded}")' in texts_module()


def test_a_text_that_is_not_ascii_never_gets_into_vba():
    with pytest.raises(UnicodeEncodeError):
        windows_lines("' 梯\n")


@pytest.mark.sampled(4)
@pytest.mark.parametrize("module", ["functions", "cells", "texts", "opening"])
def test_the_grammar_of_vba_takes_every_module(written, module):
    some = {name: FUNCTIONS[name] for name in ("ELEVSHARE", "ELEVCHECK")}  # the others are alike
    source = {
        "functions": functions_module(written),
        "cells": CELLS,
        "texts": texts_module(some),
        "opening": OPENING,
    }
    assert mistakes(compiled(HEAD + source[module])) == []


@pytest.mark.parametrize("win64", [True, False])
@pytest.mark.parametrize("name", ["GetDirectoryConfigFilePath", "GetConfig"])
def test_the_grammar_of_vba_takes_what_is_changed_of_xlwings(shipped, name, win64):
    changed = re.search(
        rf"^Function {name}\(.*?^End Function", xlwings_module(shipped), re.M | re.S
    )
    assert mistakes(compiled(HEAD + changed[0], Win64=win64)) == []


@pytest.mark.parametrize(
    "broken", ["Function F(type)\nEnd Function\n", "Sub S()\n    x = (1\nEnd Sub\n", "Sub S()\n"]
)
def test_the_grammar_would_find_a_mistake(broken):
    assert mistakes(compiled(HEAD + broken))
