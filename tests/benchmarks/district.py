"""A thousand buildings of a district: books a second, beside XlsxWriter and openpyxl.

Run:  python tests/benchmarks/district.py        (some minutes; needs the extra ``test``)

Twenty shapes (schemes, storeys, flats a storey), fifty buildings of each, which differ in areas,
owners, who takes part, costs, subsidy and papers; one shape after the other, as a batch sorts them.
All in memory, zip included, in seconds of the processor: of one core, whatever else the machine does.

* ours: ``book_of`` for every building: validated, calculated, every cached value. The first of a
  shape is prepared; that counts.
* make_book, XlsxWriter, openpyxl: one building of each shape. See ``bench.py`` for what they
  write; XlsxWriter is handed the cached values ready-made, openpyxl writes none. Half of XlsxWriter's
  time goes into searching the formulas for newer functions, which ours do not have; it has no option
  for that, so a second line shows it with that method replaced.

The stages are those of one more run over a part of the buildings, with a clock around each.
"""

from __future__ import annotations

import gc
import resource
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial, wraps
from random import Random
from time import process_time
from typing import Any
from unittest.mock import patch

from content import read
from writers import XlsxWriterBook, openpyxl_book

from elevshare.intake import project_from
from elevshare.project import CostItem, Papers, Project, SubsidyChoice, SubsidyMode
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.engine import package
from elevshare.workbook.engine.native import NativeEngine
from elevshare.workbook.engine.sheet import DraftSheet
from elevshare.workbook.template_cache.books import Books
from elevshare.workbook.template_cache.shape import Shape

SCHEMES = ("nanjing", "xianyang", "general-area", "guangzhou")
SIZES = ((6, 2), (7, 2), (6, 3), (7, 4), (5, 1))
EACH = int(sys.argv[1]) if len(sys.argv) > 1 else 50
OURS, PREPARED = "ours, book_of", "  of which the first of every shape"
STAGES: dict[str, tuple[Any, str]] = {
    "first of a shape": (Shape, "__init__"),
    "inputs, as the sheets write them": (Shape, "_record"),
    "inputs into the engine": (NativeEngine, "type"),
    "calculate": (NativeEngine, "calculate"),
    "values out of the engine": (NativeEngine, "read"),
    "values into the sheets": (DraftSheet, "calculated"),
    "deflate": (package, "part"),
    "zip": (package, "written"),
}


def buildings(scheme: str, storeys: int, flats: int) -> list[Project]:
    """Buildings of one shape."""
    dice = Random(f"{scheme}{storeys}{flats}")
    areas = ",".join(["80"] * flats)
    weights = ",".join(f"{storey}={storey * 0.5}" for storey in range(1, storeys + 1))
    found = find(scheme)
    given = None if found.sharing.weight(storeys) else weights
    one = project_from(found, storeys=str(storeys), areas=areas, cost="1", coefficients=given)
    return [_building(one, number, dice) for number in range(EACH)]


def _building(one: Project, number: int, dice: Random) -> Project:
    """One building."""
    flats = tuple(
        replace(flat, area=dice.randint(4_000, 14_000), owner=f"业主{number}{flat.room}",
                taking_part=n == len(one.flats) - 1 or dice.random() < 0.9)
        for n, flat in enumerate(one.flats)
    )  # fmt: skip
    return replace(
        one, flats=flats,
        costs=tuple(CostItem(name, dice.randint(1, 40_000_000)) for name in ("设备", "土建", "设计")),
        subsidy=SubsidyChoice(SubsidyMode.MANUAL, dice.randint(0, 1_000)),
        papers=Papers("幸福里", f"{number} 幢", "1 单元", "业主委员会", due_date="2026-12-31"),
    )  # fmt: skip


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def main() -> None:
    """Measure and print."""
    shapes = [buildings(scheme, *size) for size in SIZES for scheme in SCHEMES]
    times: dict[str, list[float]] = defaultdict(list)
    sizes, books = [], Books()
    for shape in shapes:
        first, *others = shape
        times[PREPARED].append(timed(partial(books.book_of, first)))
        gc.collect()
        for one in others:
            start = process_time()
            sizes.append(len(books.book_of(one)))
            times[OURS].append(process_time() - start)
        plain = make_book(others[-1])
        assert books.book_of(others[-1]) == plain
        content = read(plain)
        theirs = XlsxWriterBook(content)
        for name, work in {
            "ours, make_book": partial(make_book, others[-1]),
            "XlsxWriter": theirs.write,
            "XlsxWriter, spared its formula search": theirs.write_unsearched,
            "openpyxl, no cached values": partial(openpyxl_book, content),
        }.items():
            times[name].append(timed(work))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    times[OURS] += times[PREPARED]
    _show(times)
    print(
        f"  {sum(sizes) / len(sizes) / 1e3:.0f} kB a book; at most {memory} MB of memory, all included"
    )
    _stages([shape[:20] for shape in shapes[:8]])


def _show(times: dict[str, list[float]]) -> None:
    """Books a second and ratios."""
    ours = sum(times[OURS]) / len(times[OURS])
    print(f"\n{len(times[OURS])} buildings of {len(times[PREPARED])} shapes")
    print(f"{'':<44}{'ms a book':>10}{'books/s':>9}{'ratio':>8}")
    for name, found in sorted(times.items(), key=lambda pair: pair[0] != OURS):
        mean = sum(found) / len(found)
        print(f"  {name:<42}{mean * 1e3:>10.1f}{1 / mean:>9.1f}{mean / ours:>8.2f}")


def _stages(shapes: list[list[Project]]) -> None:
    """What share of the time every stage takes."""
    spent: dict[str, float] = defaultdict(float)
    books, projects = Books(), [one for shape in shapes for one in shape]
    with ExitStack() as stack:
        for name, (owner, method) in STAGES.items():
            stack.enter_context(_clock(spent, name, owner, method))
        whole = timed(lambda: [books.book_of(one) for one in projects])
    print(f"\nStages, {len(projects)} books of {len(shapes)} shapes")
    for name in STAGES:
        print(f"  {name:<42}{spent[name] / len(projects) * 1e3:>10.1f}{spent[name] / whole:>9.0%}")
    rest = whole - sum(spent.values())
    print(f"  {'rest':<42}{rest / len(projects) * 1e3:>10.1f}{rest / whole:>9.0%}")


_RUNNING: list[float] = []


@contextmanager
def _clock(spent: dict[str, float], name: str, owner: Any, method: str) -> Iterator[None]:
    """A clock around a function; what a clocked function calls counts for that one only."""
    plain = getattr(owner, method)

    @wraps(plain)
    def clocked(*values: Any, **more: Any) -> Any:
        _RUNNING.append(0.0)
        start = process_time()
        try:
            return plain(*values, **more)
        finally:
            took, inner = process_time() - start, _RUNNING.pop()
            spent[name] += took - inner
            if _RUNNING:
                _RUNNING[-1] += took

    with patch.object(owner, method, clocked):
        yield


if __name__ == "__main__":
    main()
