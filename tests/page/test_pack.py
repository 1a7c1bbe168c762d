"""What is in the page: all that it may import, and no more megabytes than can be sent by WeChat and mail."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from node_bridge import NodeProcess

ROOT = Path(__file__).parents[2] / "generator"
MOST = 11_000_000
#: Needs processes of the machine, or the engine that the page has IronCalc for.
NEVER = ("elevshare.batch", "elevshare.workbook.engine.native", "elevshare.opened.calculator")
#: Imported only by those, by what they start, or for the types.
OUTSIDE = {"formualizer", "filelock", "distributed", "pickle", "multiprocessing",
           "multiprocessing.connection", "resource", "_typeshed"}  # fmt: skip


def sources() -> dict[str, Path]:
    """Module → file, of elevshare as far as the page runs it."""
    found = {}
    for path in (ROOT / "elevshare").rglob("*.py"):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if not name.startswith(NEVER):
            found[name] = path
    return found


def imported(path: Path) -> set[str]:
    """All that a module imports, also within its functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.fixture(scope="module")
def missing(page_file):
    """What of some modules the page's Python cannot import: name → error."""
    program = NodeProcess("import_server.mjs")
    yield program.ask
    program.close()


def test_the_page_is_small_enough(page_file):
    assert page_file.stat().st_size <= MOST


def test_every_module_can_be_imported(missing):
    names = sources()
    assert len(names) > 500
    assert missing(sorted(names)) == {}


def test_all_that_they_import_is_there(missing):
    names = set().union(*map(imported, sources().values()))
    names = {name for name in names - OUTSIDE if not name.startswith(NEVER)}
    assert {"openpyxl", "json", "tomllib"} <= names
    assert missing(sorted(names)) == {}
