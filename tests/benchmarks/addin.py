"""How much ELEVSHARE costs beside what any function of xlwings costs for the same cells.

Run:  python tests/benchmarks/addin.py        (half a minute; needs the extras ``addin``, ``test``)

Both go through xlwings' real ``CallUDF`` on the stand-in for pywin32: the same three columns of
cells come in (storey, area, 是 or 否) and one column goes out. The other function is registered
alike and hands back numbers that are there already: what is left is reading, sharing exactly and
shaping. What COM itself takes, which is the same for both and more than all of this, is missing.
"""

from __future__ import annotations

import sys
import types
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "addin"))

from clock import interleaved, show
from stand_in import server

SIZES = {12: 301, 1_000: 31, 10_000: 7}
STOREYS = 30


def columns(flats):
    """Storeys, areas and who takes part, as Excel hands them over."""
    rows = range(flats)
    return (
        [[float(row % STOREYS + 1)] for row in rows],
        [[60 + row % 97 / 4] for row in rows],
        [["否" if row % 11 == 5 else "是"] for row in rows],
    )


def bare(flats):
    """A function that takes the same cells and does nothing with them."""
    import xlwings as xw

    found = [[float(row)] for row in range(flats)]

    def bare(scheme, net_cost, storeys, areas, taking_part):
        return found

    for name in ("scheme", "net_cost", "storeys", "areas", "taking_part"):
        bare = xw.arg(name, ndim=2, err_to_str=True)(bare)
    module = types.ModuleType(f"bare_{flats}")
    module.bare, module.__file__ = xw.func(bare), ""
    sys.modules[module.__name__] = module
    return module.__name__


def main():
    excel = server.start()
    import pywin32

    for flats, rounds in SIZES.items():
        cells = tuple(map(pywin32.FakeRange, columns(flats)))
        given = ("南京", 60_000_000.0 / 10, *cells)
        works = {
            "conversion in and out alone": partial(excel.CallUDF, bare(flats), "bare", given),
            "ELEVSHARE": partial(excel.CallUDF, server.MODULE, "ELEVSHARE", given),
        }
        assert len(works["ELEVSHARE"]()) == flats
        times = interleaved(works, rounds)
        show(f"{flats:,} flats", times, "conversion in and out alone")


if __name__ == "__main__":
    main()
