"""How much ELEVSHARE costs beside what any function of xlwings costs for the same cells.

Run:  python tests/benchmarks/addin.py        (half a minute; needs the extras ``addin``, ``test``)

Both go through xlwings' real ``CallUDF`` on the stand-in for pywin32: the same three columns of
cells come in (storey, area, 是 or 否) and one column goes out. The other function is registered
alike and hands back numbers that are there already: what is left is reading, sharing exactly and
shaping. Once every floor has the same few flats, as floors have, once every area is another,
for equal cells are read once. What COM itself takes, which is the same for both and more than all of this, is missing.
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
BARE = "conversion in and out alone"


def columns(flats, areas):
    """Storeys, so many different areas, and who takes part, as Excel hands them over."""
    rows = range(flats)
    return (
        [[float(row % STOREYS + 1)] for row in rows],
        [[60 + (row // STOREYS % areas if areas < flats else row) / 100] for row in rows],
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


def _ranges(flats, areas):
    import pywin32

    return map(pywin32.FakeRange, columns(flats, areas))


def main():
    excel = server.start()
    for flats, rounds in SIZES.items():
        few, many = (("南京", 6_000_000.0, *_ranges(flats, areas)) for areas in (4, flats))
        works = {
            BARE: partial(excel.CallUDF, bare(flats), "bare", few),
            "ELEVSHARE": partial(excel.CallUDF, server.MODULE, "ELEVSHARE", few),
            "ELEVSHARE, every area different": partial(
                excel.CallUDF, server.MODULE, "ELEVSHARE", many
            ),
        }
        for work in works.values():
            assert len(work()) == flats
        times = interleaved(works, rounds)
        show(f"{flats:,} flats", times, BARE)


if __name__ == "__main__":
    main()
