"""The mutator itself: it changes what it should, kills a mutant that is known, and writes no file."""

import subprocess
import sys
from pathlib import Path

import pytest
from mutants import Mutable

ROOT = Path(__file__).parents[2]
RULES = ROOT / "generator/elevshare/rules"


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a < b", ["a <= b"]), ("a >= b", ["a > b"]), ("a == b", ["a != b"]), ("a is b", ["a is not b"]),
        ("a and b", ["a or b"]), ("not a", ["a"]), ("-a", ["a"]), ("a + b", ["a - b"]), ("a * b", ["a // b"]),
        ("f = 7", ["f = 8"]), ("f = True", ["f = False"]), ("f = 'text'", []), ("f = None", []),
        ("f = min", ["f = max"]), ("f = a if b else c", ["f = a if not b else c"]),
        ("f = [a for a in b if c]", ["f = [a for a in b if True]"]), ("f(a)", ["pass"]),
        ("if a:\n    raise b", ["if False:", "pass"]), ("def f():\n    return a", ["return None"]),
        ("def f(a, b='x', c=None):\n    'text'", ["def f(a, b='', c=None):"]),
        ("class A:\n    b: int = 3\n    c: B = D", ["b: int = 4", "c: B = None"]),
        ("if TYPE_CHECKING:\n    import a", []), ("if __name__ == '__main__':\n    f(1)", []),
        ("@a(1)\nclass B:\n    c: D[1]", []), ("f = zip(a, strict=True)", []),
    ],
)  # fmt: skip
def test_what_is_changed(source, changed):
    module = Mutable(source)
    assert [module.mutant(number).after.strip() for number in range(len(module))] == changed


def test_the_tree_is_whole_again_after_every_mutant():
    module = Mutable((RULES / "reserve.py").read_text("utf-8"))
    before = [module.mutant(number).source for number in range(len(module))]
    assert [module.mutant(number).source for number in range(len(module))] == before
    assert len(set(before)) == len(before) > 5


def test_a_known_mutant_is_killed_and_no_file_is_touched():
    """The whole script, in a process of its own, on one of the nine mutants of a small module."""
    was = {path: path.stat().st_mtime_ns for path in RULES.rglob("*")}
    script = [
        sys.executable,
        ROOT / "tests/mutation/run.py",
        "--only",
        "rules/reserve.py",
        "--sample",
        "1",
    ]
    done = subprocess.run(script, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert done.stdout.startswith("1 of 1 mutants killed (100.0 %)") and done.returncode == 0, done
    assert {path: path.stat().st_mtime_ns for path in RULES.rglob("*")} == was
