"""Percentages without decimals that say nothing: 9 % instead of 9.00 %."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from elevshare.opened.areas import runs
from elevshare.opened.places import reference

#: The styles of percentages.
STYLES = frozenset({"输入-percent", "计算-percent", "计算-share"})


def whole(cells: Mapping[int, Iterable[int]]) -> Iterator[tuple[str, str]]:
    """Areas of percentages, each with the formula that says whether its first cell is whole.

    ``cells`` are column → rows.

    >>> [area for area, _ in whole({2: {5, 4, 7}})]
    ['B4:B5', 'B7:B7']
    """
    for column, rows in sorted(cells.items()):
        for run in runs(sorted(rows)):
            first, last = reference(run.start, column), reference(run.stop - 1, column)
            off = f"ABS({first}*100-ROUND({first}*100,0))"
            yield f"{first}:{last}", f"AND(ISNUMBER({first}),IFERROR({off}<0.000001,FALSE))"
