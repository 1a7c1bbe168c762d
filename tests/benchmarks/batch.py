"""Benchmark of batches: how fast one and two processes are, and what memory workers take.

``python tests/benchmarks/batch.py [BOOKS]`` makes a tenth of so many (1,000 where none is said),
then all of them with one process and with two. Seconds of a busy machine say little: books a
CPU second are of the workers alone; ``own ms/book`` is what this process, which cannot be
shared out, takes of a processor for each book.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from itertools import cycle, islice, product
from pathlib import Path

from elevshare.batch.listing import read_list
from elevshare.batch.making import answer
from elevshare.batch.output_folder import OutputFolder
from elevshare.batch.planning import named, planned
from elevshare.batch.reading import Defaults
from elevshare.batch.running import BatchTally, store
from elevshare.batch.workers import made_here

#: Eighteen shapes, in an order in which no two neighbours are alike.
SCHEMES, STOREYS, AREAS = ("南京", "咸阳", "通用-按面积"), (5, 6, 7), ("80、100", "61.03、80、100")


def listing(folder: Path, books: int) -> Path:
    """A list of so many buildings of mixed shapes."""
    shapes = islice(cycle(product(AREAS, STOREYS, SCHEMES)), books)
    rows = [
        f"{number:05},{scheme},{storeys},{areas},{500_000 + number}"
        for number, (areas, storeys, scheme) in enumerate(shapes)
    ]
    path = folder / "清单.csv"
    path.write_text("\n".join(["文件名,方案,层数,每层面积,总费用", *rows]), "utf-8")
    return path


def run(books: int, jobs: int) -> float:
    """Make a batch; the seconds that making took. Prints a line."""

    def silent(_: int) -> None:
        """No bar."""

    with tempfile.TemporaryDirectory() as place:
        folder, tally = Path(place, "出"), BatchTally()
        rows = read_list(listing(Path(place), books))
        with OutputFolder(folder) as output:
            begun = time.perf_counter()
            plan = planned(rows, named(rows, folder), Defaults(), output, silent)
            reading = time.perf_counter() - begun
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            mine, begun = time.process_time(), time.perf_counter()
            store(made_here(plan.tasks, jobs, answer), output, tally, silent, force=False)
            seconds = time.perf_counter() - begun
            mine = time.process_time() - mine
        assert tally.made == books and not tally.findings
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{books:>7}{jobs:>6}{reading:>9.1f}{seconds:>9.1f}{books / seconds:>10.2f}"
        f"{books / cpu:>12.2f}{mine / books * 1e3:>12.1f}{after.ru_maxrss / 1024:>12.0f}{own:>9.0f}",
        flush=True,
    )
    return seconds


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    print("  books  jobs  reading   making   books/s  books/CPU s  own ms/book  worker MB   own MB")
    run(max(number // 10, 2), 2)
    one, two = run(number, 1), run(number, 2)
    print(f"two processes are {one / two:.2f} times as fast as one")
