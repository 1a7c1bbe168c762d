"""How fast books are collected, beside opening the same files with openpyxl.

Run:  python tests/benchmarks/collect.py [5000]     (about two minutes; needs the extra ``test``)

* collect: what ``elevshare collect`` does with a file: open it safely, audit it, read its inputs
  back and work out the amounts by the rules. The books are of one shape, as those of an office are.
* openpyxl: ``load_workbook`` of the same file, once for formulas. It neither checks nor computes.

The summary is timed apart, from made-up records; with a number, of so many buildings.
"""

from __future__ import annotations

import io
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import openpyxl
from clock import interleaved, show

from elevshare.collecting.book import draft
from elevshare.collecting.gather import Found
from elevshare.collecting.plan import SummaryPlan
from elevshare.collecting.read_book import read_book
from elevshare.intake import project_from
from elevshare.schemes import find
from elevshare.workbook.book import make_book
from elevshare.workbook.engine.filling import filled

sys.path.insert(0, str(Path(__file__).parent.parent / "collecting"))
from records import many

BOOKS, ROUNDS = 6, 2


def _files(folder: Path) -> list[Found]:
    """Books of one shape and different areas."""
    found = []
    for number in range(BOOKS):
        areas = f"{80 + number},{100 + number}.37"
        project = project_from(find("nanjing"), storeys="7", areas=areas, cost="600000")
        path = folder / f"{number}.xlsx"
        path.write_bytes(make_book(project))
        found.append(Found(path, path.name))
    return found


def reading() -> None:
    """Books a second."""
    with TemporaryDirectory() as name:
        files = _files(Path(name))
        first = perf_counter()
        read_book(files[0])
        first = perf_counter() - first
        datas = [found.path.read_bytes() for found in files]
        works = {
            "collect": lambda: [read_book(found) for found in files],
            "openpyxl": lambda: [openpyxl.load_workbook(io.BytesIO(data)) for data in datas],
        }
        times = interleaved(works, ROUNDS)
    rates = (f"{what}: {BOOKS / seconds:.1f} books a second" for what, seconds in times.items())
    notes = [*rates, f"the first book of a shape takes {first * 1e3:.0f} ms"]
    show(f"{BOOKS} books of 14 households", times, "openpyxl", notes)


def writing(count: int) -> None:
    """A summary of so many buildings."""
    plan = SummaryPlan(many(count))
    start = perf_counter()
    plain = draft(plan)
    drafted = perf_counter()
    data = filled(plain)
    done = perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nA summary of {count} buildings: written in {drafted - start:.1f} s, cached values in "
          f"{done - drafted:.1f} s, {len(data) / 1e6:.1f} MB, memory up to {memory:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    reading()
    for count in (3, 300, *map(int, sys.argv[1:])):
        writing(count)
