"""With what weight each group of flats counts: a storey, or a household with a weight of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from elevshare.money import round_half_up
from elevshare.rules.flat import Flat, Method, OptOut, SplitForm, Storey

#: A group of flats: a storey, or one row of the roster that is a storey of its own.
Group = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Groups:
    """Counted weight of each group, and the group of each flat (``None``: no part in the rule)."""

    counted: dict[Group, int]
    of: list[Group | None]


@dataclass(slots=True)
class _Measures:
    """Measures of one storey in 0.01 m² (or flats).

    ``full``: all its flats; ``whole``: those that its weight is for, which leaves out households
    with terms of their own; ``taking``: of these, those that take part.
    """

    full: int = 0
    whole: int = 0
    taking: int = 0


def counted_weight(
    weight: int, whole: int, taking: int, method: Method, full: int | None = None
) -> int:
    """Weight with which a storey counts once some of its flats have opted out.

    Args:
        weight: the storey's weight in 1/10,000.
        whole: measure of the flats that the storey's weight is for (0.01 m², or flats).
        taking: measure of those of them that take part.
        method: the form and who carries the gap.
        full: measure of all flats of the storey, where some have terms of their own.

    Returns:
        Whole millionths with floors first, whole ten-thousandths over the whole stairwell; 0
        where nobody of the storey takes part. A complete storey keeps exactly its weight.

    >>> counted_weight(13000, 15120, 6103, Method())
    524729
    >>> counted_weight(13000, 15120, 6103, Method(opt_out=OptOut.FLOOR))
    1300000
    >>> counted_weight(13000, 18000, 8000, Method(SplitForm.WHOLE, opt_out=OptOut.FLOOR))
    29250

    Of two flats of 80 m² one has a weight of its own; the other keeps half of the storey's:

    >>> counted_weight(13000, 8000, 8000, Method(opt_out=OptOut.FLOOR), full=16000)
    650000
    """
    if not taking:
        return 0
    by_neighbours = method.opt_out is OptOut.FLOOR
    if method.form is SplitForm.WHOLE:
        return round_half_up(weight * whole, taking) if by_neighbours else weight
    full = whole if full is None else full
    return round_half_up(weight * 100 * (whole if by_neighbours else taking), full)


def counted_weights(
    flats: Sequence[Flat], weights: Mapping[Storey, int], method: Method
) -> dict[Storey, int]:
    """Counted weight of every storey that has flats, lowest storey first."""
    return {
        storey: counted_weight(weights.get(storey, 0), one.whole, one.taking, method, one.full)
        for storey, one in sorted(_measures(flats, method).items())
    }


def weighed_groups(flats: Sequence[Flat], weights: Mapping[Storey, int], method: Method) -> Groups:
    """The groups that share by the rule: storeys from the lowest, then households of their own.

    Args:
        flats: the flats of one stairwell.
        weights: storey → weight in 1/10,000; a storey not named weighs 0.
        method: the form, the measure and who carries a gap.
    """
    scale = 100 if method.form is SplitForm.FLOORS else 1
    storeys = counted_weights(flats, weights, method)
    counted: dict[Group, int] = {("storey", one): weight for one, weight in storeys.items()}
    of: list[Group | None] = []
    for row, flat in enumerate(flats):
        if not flat.taking_part or flat.fixed is not None:
            of.append(None)
        elif flat.own_weight is None:
            of.append(("storey", flat.storey))
        else:
            of.append(("own", row))
            counted["own", row] = flat.own_weight * scale
    return Groups(counted, of)


def _measures(flats: Sequence[Flat], method: Method) -> dict[Storey, _Measures]:
    """The measures of every storey that has flats."""
    found: defaultdict[Storey, _Measures] = defaultdict(_Measures)
    for flat, size in zip(flats, method.sizes(flats), strict=True):
        one = found[flat.storey]
        one.full += size
        if flat.own_weight is None and not flat.pays_fixed:
            one.whole += size
            one.taking += size * flat.taking_part
    return found
