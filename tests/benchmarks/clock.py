"""Time several things in turns, so that a busy machine slows all of them alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from time import perf_counter


def interleaved(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of every work: one run of each a round, after one run that does not count.

    What was prepared before is kept out of the garbage collector's sight, as if it were not there.
    """
    gc.collect()
    gc.freeze()
    times: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            gc.collect()
            start = perf_counter()
            work()
            if turn:
                times[name].append(perf_counter() - start)
    return {name: median(found) for name, found in times.items()}


def show(title: str, times: Mapping[str, float], base: str, notes: Sequence[str] = ()) -> None:
    """Print milliseconds and how many times those of ``base`` they are."""
    print(f"\n{title}\n{'':<44}{'ms':>8}{'ratio':>8}")
    for name, seconds in times.items():
        print(f"  {name:<42}{seconds * 1e3:>8.1f}{seconds / times[base]:>8.2f}")
    for note in notes:
        print(f"  {note}")
