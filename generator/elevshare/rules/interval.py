"""Percentages chosen inside guidance intervals: what is wrong with a choice, and the nearest right one.

A choice is right where every storey's percentage lies in its interval and all of them sum to 100.
The nearest right choice has the smallest sum of squared differences: every storey moves by the
same amount, one that meets the end of its interval stays there, and what does not divide goes in
single steps to the lowest storeys that can still move. Whole numbers throughout.
"""

from __future__ import annotations

from collections.abc import Sequence

#: A proposal is made in hundredths of a percent, and all of them make 100 percent.
STEP = 100
WHOLE = 100 * STEP

Interval = tuple[int, int]


def outside(chosen: Sequence[int], intervals: Sequence[Interval]) -> list[int]:
    """Positions of the percentages that lie outside their intervals.

    >>> outside([500, 700], [(400, 600), (800, 1000)])
    [1]
    """
    pairs = zip(chosen, intervals, strict=True)
    return [row for row, (value, (low, high)) in enumerate(pairs) if not low <= value <= high]


def feasible(intervals: Sequence[Interval], whole: int = WHOLE) -> bool:
    """Whether any choice at all sums to the whole.

    The "common ranges" that one article prints for six storeys start at 105 percent together:

    >>> feasible([(0, 500), (500, 1000), (1000, 2000), (2000, 3000), (3000, 4000), (4000, 5000)])
    False
    """
    return sum(low for low, _ in intervals) <= whole <= sum(high for _, high in intervals)


def nearest(
    chosen: Sequence[int], intervals: Sequence[Interval], whole: int = WHOLE
) -> list[int] | None:
    """The right choice nearest to ``chosen``, all in steps of 1/``STEP`` percent.

    Args:
        chosen: percentages wished for, one a storey, in steps.
        intervals: lowest and highest percentage of each storey, in steps.
        whole: what they must sum to.

    Returns:
        The percentages in steps, or ``None`` where no choice is right.

    The 7-storey table of 上海 with the lowest ends chosen: every storey moves up by one percent.

    >>> table = [(0, 0), (400, 600), (800, 1000), (1300, 1500), (1800, 2000), (2300, 2500), (2800, 3000)]
    >>> nearest([low for low, _ in table], table)
    [0, 500, 900, 1400, 1900, 2400, 2900]
    """
    if not feasible(intervals, whole):
        return None
    ends = [end - value for value, pair in zip(chosen, intervals, strict=True) for end in pair]
    moved = max(
        end for end in ends if sum(_moved(chosen, intervals, end)) <= whole
    )  # the lowest of all ends gives the sum of the lows, so there is one
    free = sum(
        low <= value + moved < high for value, (low, high) in zip(chosen, intervals, strict=True)
    )
    left = whole - sum(_moved(chosen, intervals, moved))
    steps, rest = divmod(left, free) if free else (0, 0)
    found = _moved(chosen, intervals, moved + steps)
    for row, (low, high) in enumerate(intervals):
        if rest and low <= chosen[row] + moved + steps < high:
            found[row] += 1
            rest -= 1
    return found


def _moved(chosen: Sequence[int], intervals: Sequence[Interval], by: int) -> list[int]:
    """Every percentage moved by the same, and kept inside its interval."""
    return [
        min(high, max(low, value + by))
        for value, (low, high) in zip(chosen, intervals, strict=True)
    ]
