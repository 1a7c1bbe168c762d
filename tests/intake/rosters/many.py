"""Read many rosters of all kinds, and print how many were found, refused, and read as another building.

    python tests/intake/rosters/many.py [2000] [--seed 1]

Every case that is not as it should be is printed with its seed and the fewest features that show it;
``python tests/intake/rosters/many.py --show SEED FEATURE…`` writes that file and prints what is said of it.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from cases import agreeing, case
from features import FEATURES, REFUSED
from judging import judged

#: Features that may be in any roster, and those of which one makes it poisonous.
GOOD = [name for name, one in FEATURES.items() if one.must != REFUSED]
POISONOUS = [name for name, one in FEATURES.items() if one.must == REFUSED]


def features_of(seed: int) -> list[str]:
    """The features of a case: up to nine, one in three has a poisonous one among them."""
    rng = Random(f"features {seed}")
    names = rng.sample(GOOD, rng.randint(0, 8))
    return names + (rng.sample(POISONOUS, 1) if rng.random() < 0.33 else [])


def fewest(folder: Path, seed: int, names: list[str], outcome: str) -> list[str]:
    """Leave out features as long as the outcome is as bad."""
    for name in list(names):
        fewer = [other for other in names if other != name]
        verdict = judged(case(folder, seed, fewer))
        if not verdict.fine and verdict.outcome == outcome:
            names = fewer
    return names


def run(count: int, seed: int = 1, out=print) -> Counter[str]:
    """Judge so many cases; outcomes by what had to be, and whether that was right."""
    figures: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(seed * 1_000_000, seed * 1_000_000 + count):
            names = features_of(number)
            found = case(folder, number, names)
            verdict = judged(found)
            figures[f"{found.must}: {verdict.outcome}{'' if verdict.fine else ' (not right)'}"] += 1
            if not verdict.fine:
                few = fewest(folder, number, [one.name for one in agreeing(names)], verdict.outcome)
                causes[f"{verdict.outcome} {' '.join(few)}"] += 1
                told = judged(case(folder, number, few)).about.strip()
                out(f"{verdict.outcome}: {number} {' '.join(few)}\n    {told[:300]}")
    for what, times in (*sorted(figures.items()), *causes.most_common()):
        out(f"{times:6} {what}")
    return figures


def show(seed: int, names: list[str]) -> None:
    """Write one case to a folder of its own, and say what is read."""
    found = case(Path(tempfile.mkdtemp()), seed, names)
    print(found.path, found.must, judged(found), *found.expected, sep="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", nargs="+")
    options = parser.parse_args()
    if options.show:
        show(int(options.show[0]), options.show[1:])
    else:
        run(options.count, options.seed)


if __name__ == "__main__":
    main()
