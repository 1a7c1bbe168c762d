"""Run a module's tests against a mutant of it, in a forked process that no file tells of.

The parent has imported what takes long and never imports elevshare itself, so the child finds the
mutant wherever tests or other modules import it. What Python compiles goes to a folder of its own.
"""

from __future__ import annotations

import importlib.util
import os
import resource
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

import hypothesis
import hypothesis.strategies
import openpyxl  # noqa: F401 — warm: what tests and modules import too
import pytest

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"
_ARGUMENTS = (
    "-q", "-x", "-o", "addopts=", "-p", "no:cacheprovider", "-p", "no:xdist", "--doctest-modules",
    "--import-mode=importlib", "--hypothesis-profile=mutation", f"--rootdir={ROOT}",
    f"--config-file={ROOT / 'pyproject.toml'}",
)  # fmt: skip

#: The most memory of a mutant's process in bytes; the most seconds by the clock for each of computing.
_MEMORY, _WAITING = 4 << 30, 30


class Verdict(Enum):
    """What the tests say; ``ENDLESS``: they were stopped, which is noticed too."""

    SURVIVED = "survived"
    KILLED = "killed"
    ENDLESS = "endless"


@dataclass(frozen=True, slots=True)
class Trial:
    """A verdict, and the seconds of computing time that it took."""

    verdict: Verdict
    seconds: float


def prepare(compiled: Path) -> None:
    """Let this process be forked: compiled files go to a folder, random tests are always the same."""
    sys.pycache_prefix, sys.dont_write_bytecode = str(compiled), False
    sys.path.insert(0, str(GENERATOR))
    hypothesis.settings.register_profile(
        "mutation", derandomize=True, max_examples=10, database=None, deadline=None,
        phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip


def tried(path: Path, source: str, tests: Sequence[Path], seconds: int) -> Trial:
    """Run tests (and the module's own examples) with another text of a module.

    Args:
        path: the file of the module below ``GENERATOR``.
        source: its text, mutated or not.
        tests: the files of tests.
        seconds: the most computing time.
    """
    child = os.fork()
    if child == 0:
        _quietly(lambda: _run(path, source, tests, seconds))
    _, status, used = os.wait4(child, 0)
    if os.WIFSIGNALED(status):
        verdict = Verdict.ENDLESS
    else:
        verdict = Verdict.KILLED if os.WEXITSTATUS(status) else Verdict.SURVIVED
    return Trial(verdict, used.ru_utime + used.ru_stime)


def _quietly(run: Callable[[], int]) -> None:
    """End this process with the status of a run that prints nowhere."""
    status = 1
    try:
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(quiet, stream)
        status = run()
    finally:
        os._exit(status)


def _run(path: Path, source: str, tests: Sequence[Path], seconds: int) -> int:
    """Import the mutant and run its tests; 0 if they all pass."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    signal.alarm(_WAITING * seconds)
    name = ".".join(path.relative_to(GENERATOR).with_suffix("").parts)
    sys.meta_path.insert(0, _Finder(name, path, source))
    importlib.import_module(name)
    return int(pytest.main([*_ARGUMENTS, str(path), *map(str, tests)], plugins=[_ExactFirst()]))


class _ExactFirst:
    """Examples before random tests: most mutants die of them, sooner."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: hasattr(getattr(item, "obj", None), "hypothesis"))


class _Loader(SourceFileLoader):
    """Loads a module from a text instead of its file."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        super().__init__(name, str(path))
        self._source = source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._source, self.path, "exec")


class _Finder(MetaPathFinder):
    """Finds one module in a text, all others as ever."""

    def __init__(self, name: str, path: Path, source: str) -> None:
        self._name, self._path = name, path
        self._loader = _Loader(name, path, source)

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(fullname, self._path, loader=self._loader)
