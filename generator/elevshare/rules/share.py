"""Share the net amount of one lift among the flats of its stairwell.

Every sharing rule is a weight for each storey and one of two forms. *Floors first*: the net
amount goes to the storeys by weight, then within each storey to its flats by area or equally.
*Whole stairwell*: it goes to all flats at once by weight × area (or by weight alone). Whoever
does not take part pays 0. Rounding is by largest remainder in a whole unit, so nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from elevshare.money import largest_remainder, round_half_up

#: Weights (coefficients, percentages) are whole numbers of 1/10,000.
WEIGHT_SCALE = 10_000
WEIGHT_PLACES = 4
#: The largest weight that is believed; the books are exact up to here.
MAX_WEIGHT = 1_000 * WEIGHT_SCALE


class SplitForm(StrEnum):
    """Where the split begins."""

    FLOORS = "floors_first"
    WHOLE = "whole_stairwell"


class Within(StrEnum):
    """What tells the flats of one storey apart."""

    AREA = "area"
    EQUAL = "equal"


class OptOut(StrEnum):
    """Who carries the part of a flat that does not take part."""

    ALL = "all"
    FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Flat:
    """One household's flat.

    ``area`` is the building area in whole hundredths of a square metre (61.03 m² is 6103);
    ``payout`` a compensation agreed for this flat, in fen; ``vote`` and ``agrees`` what the
    owner did at the vote, ``None`` where nothing is known; ``person`` the same word for all
    flats of one buyer, empty where the flat is its owner's only one; ``exempt`` whether the flat
    is spared the running cost; ``term`` whether a lease charges it by the month or by the year,
    empty where it has not chosen.
    """

    room: str
    storey: int
    area: int
    owner: str = ""
    taking_part: bool = True
    payout: int = 0
    vote: bool | None = None
    agrees: bool | None = None
    person: str = ""
    exempt: bool = False
    term: str = ""


@dataclass(frozen=True, slots=True)
class Method:
    """How a net amount is shared: form, measure within a storey, and who carries a gap."""

    form: SplitForm = SplitForm.FLOORS
    within: Within = Within.AREA
    opt_out: OptOut = OptOut.ALL

    def size(self, flat: Flat) -> int:
        """Measure of one flat: its area in 0.01 m², or 1 where sharing is equal."""
        return flat.area if self.within is Within.AREA else 1


def counted_weight(weight: int, whole: int, taking: int, method: Method) -> int:
    """Weight with which a storey counts once some of its flats have opted out.

    Args:
        weight: the storey's weight in 1/10,000.
        whole: measure of all flats of the storey (0.01 m², or flats).
        taking: measure of those that take part.
        method: the form and who carries the gap.

    Returns:
        Whole millionths with floors first, whole ten-thousandths over the whole stairwell; 0
        where nobody of the storey takes part. A complete storey keeps exactly its weight.

    >>> counted_weight(13000, 15120, 6103, Method())
    524729
    >>> counted_weight(13000, 15120, 6103, Method(opt_out=OptOut.FLOOR))
    1300000
    >>> counted_weight(13000, 18000, 8000, Method(SplitForm.WHOLE, opt_out=OptOut.FLOOR))
    29250
    """
    if not taking:
        return 0
    if method.form is SplitForm.FLOORS:
        fine = weight * 100
        return round_half_up(fine * taking, whole) if method.opt_out is OptOut.ALL else fine
    return weight if method.opt_out is OptOut.ALL else round_half_up(weight * whole, taking)


def counted_weights(
    flats: Sequence[Flat], weights: Mapping[int, int], method: Method
) -> dict[int, int]:
    """Counted weight of every storey that has flats, lowest storey first."""
    whole: dict[int, int] = {}
    taking: dict[int, int] = {}
    for flat in flats:
        size = method.size(flat)
        whole[flat.storey] = whole.get(flat.storey, 0) + size
        taking[flat.storey] = taking.get(flat.storey, 0) + size * flat.taking_part
    return {
        storey: counted_weight(weights.get(storey, 0), whole[storey], taking[storey], method)
        for storey in sorted(whole)
    }


def share(
    net: int,
    flats: Sequence[Flat],
    weights: Mapping[int, int],
    method: Method | None = None,
    unit: int = 1,
) -> list[int]:
    """Amount due of each flat, in fen, in the order of ``flats``; the sum is exactly ``net``.

    Args:
        net: amount to share in fen, 0 or more.
        flats: the flats of one stairwell; equal remainders favour the earlier one.
        weights: storey → weight in 1/10,000; a storey not named weighs 0.
        method: the form, the measure within a storey and who carries a gap.
        unit: the whole unit in fen. What is left of ``net`` below one unit goes to the flat
            with the largest amount, the first of equals.

    Raises:
        ValueError: ``net`` is negative, or there is something to share and nobody to pay it.

    The 7th storey of Nanjing's published table, 600,000 yuan in units of 100 yuan:

    >>> flats = [Flat(f"{storey}0{n}", storey, area)
    ...          for storey in range(1, 8) for n, area in ((1, 8000), (2, 10000))]
    >>> weights = {3: 10000, 4: 13000, 5: 16000, 6: 19000, 7: 22000}
    >>> share(60_000_000, flats, weights, unit=10_000)[-2:]
    [7330000, 9170000]
    """
    method = method or Method()
    counted = counted_weights(flats, weights, method)
    units, rest = divmod(net, unit)
    split = _floors_first if method.form is SplitForm.FLOORS else _whole_stairwell
    dues = [part * unit for part in split(units, flats, counted, method)]
    if rest:
        payers = [
            row
            for row, flat in enumerate(flats)
            if flat.taking_part and counted[flat.storey] * method.size(flat)
        ]
        if not payers:
            raise ValueError("nobody to pay what is left below one unit")
        dues[max(payers, key=lambda row: dues[row])] += rest
    return dues


def _floors_first(
    units: int, flats: Sequence[Flat], counted: Mapping[int, int], method: Method
) -> list[int]:
    """Units to the storeys by counted weight, then to the flats of each storey."""
    parts = [0] * len(flats)
    floors = largest_remainder(units, list(counted.values()))
    rows_of: dict[int, list[int]] = {storey: [] for storey in counted}
    for row, flat in enumerate(flats):
        rows_of[flat.storey].append(row)
    for rows, floor_units in zip(rows_of.values(), floors, strict=True):
        sizes = [method.size(flats[row]) * flats[row].taking_part for row in rows]
        for row, part in zip(rows, largest_remainder(floor_units, sizes), strict=True):
            parts[row] = part
    return parts


def _whole_stairwell(
    units: int, flats: Sequence[Flat], counted: Mapping[int, int], method: Method
) -> list[int]:
    """Units to all flats at once by counted weight × measure."""
    sizes = [counted[flat.storey] * method.size(flat) * flat.taking_part for flat in flats]
    return largest_remainder(units, sizes)
