"""A household's flat, and the method by which a net amount is shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

#: A storey: whole, or a half such as 5.5 for a stop between two storeys. Below 1: no storey with a
#: weight (garage, basement).
Storey = float

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
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Flat:
    """One household's flat.

    ``area`` is the building area in whole hundredths of a square metre (61.03 m² is 6103);
    ``payout`` a compensation agreed for this flat, in fen; ``vote`` and ``agrees`` what the
    owner did at the vote, ``None`` where nothing is known; ``person`` the same word for all
    flats of one buyer, empty where the flat is its owner's only one; ``exempt`` whether the flat
    is spared the running cost; ``term`` whether a lease charges it by the month or by the year,
    empty where it has not chosen.

    ``reserve`` is what the household pays out of the maintenance fund of its flat, ``reserve_left`` the
    balance there, ``None`` where it is not known; both in fen.

    ``own_weight`` (in 1/10,000) takes the place of the storey's weight, ``fixed`` (in fen; 0: pays
    nothing) that of a share by the rule; ``None`` where the household has no such term. ``reason``
    says why it has one.
    """

    room: str
    storey: Storey
    area: int
    owner: str = ""
    taking_part: bool = True
    payout: int = 0
    vote: bool | None = None
    agrees: bool | None = None
    person: str = ""
    exempt: bool = False
    own_weight: int | None = None
    fixed: int | None = None
    reason: str = ""
    reserve: int = 0
    reserve_left: int | None = None
    term: str = ""

    @property
    def pays_fixed(self) -> bool:
        """Whether the household pays a fixed sum; one that stays out pays nothing anyway."""
        return self.taking_part and self.fixed is not None


@dataclass(frozen=True, slots=True)
class Method:
    """How a net amount is shared: form, measure within a storey, and who carries a gap.

    ``carriers`` are the storeys that carry it where storeys are chosen.
    """

    form: SplitForm = SplitForm.FLOORS
    within: Within = Within.AREA
    opt_out: OptOut = OptOut.ALL
    carriers: frozenset[Storey] = frozenset()

    def size(self, flat: Flat) -> int:
        """Measure of one flat: its area in 0.01 m², or 1 where sharing is equal."""
        return flat.area if self.within is Within.AREA else 1

    def sizes(self, flats: Sequence[Flat]) -> list[int]:
        """The measures of several flats."""
        return [flat.area for flat in flats] if self.within is Within.AREA else [1] * len(flats)
