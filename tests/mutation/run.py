"""Mutation testing: how many small wrong changes of the rules do the tests of a module notice?

``python tests/mutation/run.py [--sample N] [--only rules] [--seed S]`` tries a sample of the mutants
of the modules in ``targets.toml`` and prints the survivors, those that are equivalent to the
original (``equivalents.toml``) with the reason; the status is 1 where fewer than 90 % were killed.
Each mutant runs only the tests of its module, in a process forked from a warm one: half a second.

Why no library: mutmut 3 mutates functions only, so neither the defaults of a dataclass nor a limit,
and cosmic-ray brings 29 packages (among them a database and an HTTP server), writes each mutant into
the working tree, starts a new Python for it, and has no operator for guards, returns, max and min.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from mutants import Mutable, Mutant
from trial import GENERATOR, ROOT, Trial, Verdict, prepare, tried

HERE = Path(__file__).parent
PACKAGE, TESTS = GENERATOR / "elevshare", ROOT / "tests"
TARGETS = tomllib.loads((HERE / "targets.toml").read_text("utf-8"))
LEAST = 0.9
#: Most computing seconds of a mutant: so many, and so many times those of the original.
_SPARE, _TIMES, _LONGEST = 5, 3, 120


def modules(only: str) -> list[str]:
    """The modules to mutate that begin with a text, below the package."""
    found = (path for pattern in TARGETS["modules"] for path in sorted(PACKAGE.glob(pattern)))
    names = (path.relative_to(PACKAGE).as_posix() for path in found if path.stem != "__init__")
    return [name for name in names if name.startswith(only)]


def tests_of(module: str) -> list[Path]:
    """The files with the tests of a module: the one of its name, and those named for it."""
    path = Path(module)
    mirrored = TESTS / path.parent / f"test_{path.name}"
    return [mirrored] * mirrored.exists() + [
        TESTS / one for one in TARGETS["tests"].get(module, ())
    ]


@cache
def mutable(module: str) -> Mutable:
    """A module and its mutants."""
    return Mutable((PACKAGE / module).read_text("utf-8"))


@cache
def seconds_for(module: str) -> int:
    """The most computing time of a module's mutants, from that of the original, which must pass."""
    path = PACKAGE / module
    first = tried(path, path.read_text("utf-8"), tests_of(module), _LONGEST)
    if first.verdict is not Verdict.SURVIVED:
        sys.exit(
            f"the tests of {module} fail without any mutant: {', '.join(map(str, tests_of(module)))}"
        )
    return _SPARE + round(_TIMES * first.seconds)


def change(mutant: Mutant) -> str:
    """What a mutant changes: the line before and after, cut to what differs and a little around.

    >>> change(Mutant(1, "    return max(0, fen)", "    return max(1, fen)", ""))
    'return max(0, fen) → return max(1, fen)'
    """
    one, other = mutant.before.strip(), mutant.after.strip()
    same = _alike(one, other)
    from_end = _alike(one[same:][::-1], other[same:][::-1])
    start, end = max(0, same - 60), max(0, from_end - 40)
    return f"{one[start : len(one) - end]} → {other[start : len(other) - end]}"


def _alike(one: str, other: str) -> int:
    """With how many equal characters two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def sample(only: str, count: int, seed: int) -> list[tuple[str, int]]:
    """Modules and numbers of mutants, drawn by chance but always the same; in order."""
    every = [(module, number) for module in modules(only) for number in range(len(mutable(module)))]
    chosen = random.Random(seed).sample(range(len(every)), min(count, len(every)))
    return [every[at] for at in sorted(chosen)]


def trials(chosen: list[tuple[str, int]]) -> Iterator[tuple[str, Mutant, Trial]]:
    """Try mutants one after the other."""
    for module, number in chosen:
        mutant = mutable(module).mutant(number)
        limit = seconds_for(module)
        yield module, mutant, tried(PACKAGE / module, mutant.source, tests_of(module), limit)


def equivalents() -> dict[tuple[str, str], str]:
    """Module and change → why nothing that matters can tell the mutant from the original."""
    known = tomllib.loads((HERE / "equivalents.toml").read_text("utf-8"))["equivalent"]
    return {(one["module"], one["change"]): one["why"] for one in known}


def report(chosen: list[tuple[str, int]], say: Callable[[str], None]) -> bool:
    """Try the mutants, tell of each survivor and of all; whether enough were killed."""
    why, killed, spent = equivalents(), 0, 0.0
    for module, mutant, trial in trials(chosen):
        spent += trial.seconds
        killed += trial.verdict is not Verdict.SURVIVED
        if trial.verdict is Verdict.SURVIVED:
            reason = why.get((module, change(mutant)), "NOT NOTICED")
            say(f"{module}:{mutant.row}: {change(mutant)}  [{reason}]")
    say(
        f"{killed} of {len(chosen)} mutants killed ({100 * killed / len(chosen):.1f} %), {spent:.0f} s"
    )
    return killed >= LEAST * len(chosen)


def main() -> int:
    """Run what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sample", type=int, default=300, help="how many mutants (300)")
    parser.add_argument("--only", default="", help="modules that begin with this, such as rules")
    parser.add_argument("--seed", type=int, default=1, help="which sample (1)")
    asked = parser.parse_args()
    os.nice(10)
    with tempfile.TemporaryDirectory() as compiled:
        prepare(Path(compiled))
        chosen = sample(asked.only, asked.sample, asked.seed)
        return 0 if report(chosen, lambda line: print(line, flush=True)) else 1


if __name__ == "__main__":
    sys.exit(main())
