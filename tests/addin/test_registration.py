"""What xlwings and Excel's function wizard are told of the functions."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from calls import ALL

import elevshare_addin
from elevshare_addin.catalogue import WORKS, answer, parameters
from elevshare_addin.descriptions import CATEGORY, FUNCTIONS, MAX_LENGTH

PACKAGE = Path(elevshare_addin.__file__).parent
#: Of xlwings: what marks a function, its version, its module of functions and their VBA.
FREE = {"arg", "func", "ret", "udfs", "__version__"}
#: Words of VBA, or of Excel's own, that no argument may be called.
RESERVED = set("and as byref byval call case date dim do each else end error exit false for function get if in input is len let like loop mod new next not nothing null on optional or print private public put resume return select set single static step stop string sub then to true type until wend while with xor".split())  # fmt: skip


def test_every_function_is_described_and_works():
    assert list(FUNCTIONS) == list(WORKS) == ALL


@pytest.mark.parametrize("name", ALL)
def test_the_described_arguments_are_those_it_takes(name):
    assert tuple(FUNCTIONS[name].arguments) == parameters(name)


@pytest.mark.parametrize("name", ALL)
def test_texts_are_chinese_and_as_long_as_excel_shows(name):
    for text in (FUNCTIONS[name].description, *FUNCTIONS[name].arguments.values()):
        assert 0 < len(text) <= MAX_LENGTH and re.search("[一-鿿]", text)
    assert f"例：={name}(" in FUNCTIONS[name].description


#: Arguments with a unit, and the unit that the wizard must name.
UNITS = {
    **dict.fromkeys(("net_cost", "cost", "eligible_cost", "subsidy", "compensation", "first", "share",
                     "subsidy_share", "amount", "yearly_cost"), "元"),
    "areas": "㎡", "months": "月", "annual_rate": "%", "number": "%",
}  # fmt: skip


@pytest.mark.parametrize("name", ALL)
def test_the_wizard_names_the_units(name):
    for argument, text in FUNCTIONS[name].arguments.items():
        assert UNITS.get(argument, "") in text


@pytest.mark.parametrize("name", ALL)
def test_names_are_no_cells_and_arguments_no_words_of_vba(name):
    assert re.fullmatch("[A-Z]+", name) and not re.fullmatch("[A-Z]{1,3}[0-9]+", name)
    for argument in parameters(name):
        assert re.fullmatch("[a-z][a-z0-9_]*", argument) and argument not in RESERVED


@pytest.mark.parametrize("name", [name for name in ALL if " 得 " in FUNCTIONS[name].description])
def test_the_example_is_right(name):
    """Examples of scalars are worked out as they stand."""
    says = FUNCTIONS[name].description.partition("例：=")[2]
    call, _, result = says.partition(" 得 ")
    found = answer(name, eval(f"[{call.removeprefix(name)[1:-1]}]"))
    assert str(found).removesuffix(".0") == result


def test_xlwings_writes_a_wrapper_for_each_function(excel):
    vba = excel.wrapper()
    assert vba.isascii()
    assert "volatile" not in vba.lower()  # nothing is worked out anew but what changed
    heads = dict(re.findall(r"^Function (\w+)\((.*)\)$", vba, re.MULTILINE))
    assert set(heads) == set(ALL)
    for name, head in heads.items():
        names = [one.removeprefix("Optional ") for one in head.split(", ")]
        assert tuple(names) == parameters(name)
        assert f'CallUDF("elevshare_addin.functions", "{name}", Array({", ".join(names)})' in vba


def test_importing_the_package_loads_neither_xlwings_nor_the_rules():
    code = "import elevshare_addin, elevshare_addin.descriptions, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not {"xlwings", "elevshare.schemes", "elevshare.rules"} & set(loaded.stdout.split())


def test_the_functions_can_be_called_where_xlwings_does_nothing():
    functions = pytest.importorskip("elevshare_addin.functions")
    assert functions.ELEVNET(600000, "20万") == 400000.0
    assert functions.RMBUPPER(-1) == "#NUM!"
    assert CATEGORY == "加梯分摊"


def test_nothing_is_used_that_is_not_free():
    """xlwings.server and what is under xlwings.pro may not be used in commerce without a licence."""
    sources = [path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts]
    assert len(sources) > 20
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names]
                told = [getattr(node, "module", "") or "", *names]
                if any(name.split(".")[0] == "xlwings" for name in told):
                    assert told in (["", "xlwings"], ["xlwings"]), path


def test_no_attribute_of_xlwings_is_used_but_the_free_ones():
    used = set()
    for path in PACKAGE.rglob("*.py"):
        used |= set(re.findall(r"\b(?:xw|xlwings)\.(\w+)", path.read_text(encoding="utf-8")))
    assert used <= FREE, used - FREE


def test_calls_load_nothing_that_is_not_free(excel):
    """In the process that answers as the one that Excel starts does."""
    assert excel.call("RMBUPPER", 1.0) == "壹元整"
    loaded = excel.loaded()
    assert "xlwings.udfs" in loaded and "elevshare_addin.functions" in loaded
    unfree = [name for name in loaded if name.startswith(("xlwings.server", "xlwings.pro"))]
    assert set(unfree) <= {"xlwings.pro.utils"}  # xlwings itself looks there for a licence key
