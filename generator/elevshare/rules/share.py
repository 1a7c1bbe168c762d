"""Share the net amount of one lift among the flats of its stairwell.

Every sharing rule is a weight for each storey and one of two forms. *Floors first*: the net
amount goes to the storeys by weight, then within each storey to its flats by area or equally.
*Whole stairwell*: it goes to all flats at once by weight × area (or by weight alone). Whoever
does not take part pays 0. Rounding is by largest remainder in a whole unit, so nothing is lost.

A household may have terms of its own (agreements in public cases, 惠州 and others): a fixed sum,
which comes off the net first, or a weight in place of its storey's. With floors first such a weight
is a storey of its own; what is left of the household's storey keeps its part of the storey's weight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from elevshare.money import largest_remainder
from elevshare.rules.flat import (
    MAX_WEIGHT,
    WEIGHT_PLACES,
    WEIGHT_SCALE,
    Flat,
    Method,
    OptOut,
    SplitForm,
    Storey,
    Within,
)
from elevshare.rules.weighing import Group, Groups, counted_weight, counted_weights, weighed_groups

__all__ = [
    "MAX_WEIGHT",
    "WEIGHT_PLACES",
    "WEIGHT_SCALE",
    "Flat",
    "Method",
    "OptOut",
    "SplitForm",
    "Storey",
    "Within",
    "carrying_size",
    "counted_weight",
    "counted_weights",
    "share",
    "weighed_groups",
]


def share(
    net: int,
    flats: Sequence[Flat],
    weights: Mapping[Storey, int],
    method: Method | None = None,
    unit: int = 1,
) -> list[int]:
    """Amount due of each flat, in fen, in the order of ``flats``; the sum is exactly ``net``.

    Args:
        net: amount to share in fen, 0 or more.
        flats: the flats of one stairwell; equal remainders favour the earlier one.
        weights: storey → weight in 1/10,000; a storey not named weighs 0.
        method: the form, the measure within a storey and who carries a gap.
        unit: the whole unit in fen. What is left below one unit (of ``net`` less fixed sums) goes
            to the flat with the largest share by the rule, the first of equals.

    Raises:
        ValueError: ``net`` is negative or below the fixed sums, or there is something to share and
            nobody to pay it.

    The 7th storey of Nanjing's published table, 600,000 yuan in units of 100 yuan:

    >>> flats = [Flat(f"{storey}0{n}", storey, area)
    ...          for storey in range(1, 8) for n, area in ((1, 8000), (2, 10000))]
    >>> weights = {3: 10000, 4: 13000, 5: 16000, 6: 19000, 7: 22000}
    >>> share(60_000_000, flats, weights, unit=10_000)[-2:]
    [7330000, 9170000]

    A fixed sum comes off first; a weight of one's own is a storey of its own:

    >>> flats[0] = replace(flats[0], fixed=50_000)
    >>> flats[-1] = replace(flats[-1], own_weight=10000)
    >>> dues = share(60_000_000, flats, weights)
    >>> dues[0], dues[-1], sum(dues)
    (50000, 7707857, 60000000)
    """
    method = method or Method()
    fixed = [flat.fixed or 0 if flat.pays_fixed else 0 for flat in flats]
    left = net - sum(fixed)
    if left < 0:
        raise ValueError("the fixed sums are above the net amount")
    units, rest = divmod(left, unit)
    split = _with_carriers if method.opt_out is OptOut.CHOSEN else _shared
    parts, holder = split(units, flats, weights, method)
    if rest and holder is None:
        raise ValueError("nobody to pay what is left below one unit")
    dues = [sum_ + part * unit for sum_, part in zip(fixed, parts, strict=True)]
    if holder is not None:
        dues[holder] += rest
    return dues


def _shared(
    units: int, flats: Sequence[Flat], weights: Mapping[Storey, int], method: Method
) -> tuple[list[int], int | None]:
    """Units of each flat by the rule, and the row that gets what is left below one unit."""
    groups = weighed_groups(flats, weights, method)
    measures = method.sizes(flats)
    # Counted weight × measure of each flat; 0 for whoever has no part in the rule.
    sizes = [
        groups.counted[group] * measure if group is not None else 0
        for group, measure in zip(groups.of, measures, strict=True)
    ]
    if method.form is SplitForm.FLOORS:
        parts = _floors_first(units, groups, measures)
    else:
        parts = largest_remainder(units, sizes)
    payers = [row for row, size in enumerate(sizes) if size]
    return parts, max(payers, key=parts.__getitem__, default=None)


def _floors_first(units: int, groups: Groups, measures: Sequence[int]) -> list[int]:
    """Units to the groups by counted weight, then to the flats of each group by measure."""
    parts = [0] * len(measures)
    of_group = largest_remainder(units, list(groups.counted.values()))
    rows_of: dict[Group, list[int]] = {group: [] for group in groups.counted}
    for row, group in enumerate(groups.of):
        if group is not None:
            rows_of[group].append(row)
    for rows, group_units in zip(rows_of.values(), of_group, strict=True):
        sizes = [measures[row] for row in rows]
        for row, part in zip(rows, largest_remainder(group_units, sizes), strict=True):
            parts[row] = part
    return parts


def _with_carriers(
    units: int, flats: Sequence[Flat], weights: Mapping[Storey, int], method: Method
) -> tuple[list[int], int | None]:
    """Units as if all took part; those of the absent are split once more among the carriers.

    Their weight is weight × measure. Nobody else's amount changes (镇海, 2024: the high floors carry
    what the absent would have paid).
    """
    everybody = [
        flat if flat.taking_part else replace(flat, taking_part=True, fixed=None) for flat in flats
    ]
    parts, holder = _shared(units, everybody, weights, replace(method, opt_out=OptOut.ALL))
    carried = largest_remainder(
        sum(part for part, flat in zip(parts, flats, strict=True) if not flat.taking_part),
        sizes := [carrying_size(flat, weights, method) for flat in flats],
    )
    parts = [
        (part if flat.taking_part else 0) + more
        for part, more, flat in zip(parts, carried, flats, strict=True)
    ]
    if holder is not None and not flats[holder].taking_part:
        carriers = [row for row, size in enumerate(sizes) if size]
        holder = max(carriers, key=lambda row: parts[row], default=None)
    return parts, holder


def carrying_size(flat: Flat, weights: Mapping[Storey, int], method: Method) -> int:
    """Weight with which a flat carries the gap of chosen storeys; 0 where it does not."""
    if not flat.taking_part or flat.pays_fixed or flat.storey not in method.carriers:
        return 0
    weight = weights.get(flat.storey, 0) if flat.own_weight is None else flat.own_weight
    return weight * method.size(flat)
