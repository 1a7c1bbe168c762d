"""Fares by storey: what a ride, a month card and a year card cost on each, and what caps a month.

Real prices rise with the storey (0.20 to 0.85 yuan a ride; cards of 19 a month and 199 a year on
storey 2, 139 and 1,399 on storey 7). Where a storey has no price of its own, that of the tariff
holds. Persons named by the owners (old, disabled) ride free. All money is whole fen.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from elevshare.rules.rides import MAX_FEE, Tariff, Usage, UsageBill, usage_bill

#: The largest fee of a year card that is believed, in fen, and the most persons of a household.
MAX_YEAR_FEE = 10 * MAX_FEE
MAX_PERSONS = 99
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Fare:
    """The prices of one storey in fen; ``None`` where the storey has none of its own."""

    ride: int | None = None
    month_card: int | None = None
    year_card: int | None = None


@dataclass(frozen=True, slots=True)
class Fares:
    """The owners' fares, from storey 1 on, and the caps on what rides cost in a month, in fen.

    A cap limits single rides, not cards or visits: ``household_cap`` those of a household,
    ``person_cap`` those of each of its persons who pay; ``None``: no cap.
    """

    storeys: tuple[Fare, ...] = ()
    household_cap: int | None = None
    person_cap: int | None = None

    def on(self, storey: float, tariff: Tariff) -> Fare:
        """The prices that hold on a storey; a year card is ``None`` where the storey has none.

        A half stop has those of the whole storey below it; below storey 1 the tariff holds.

        >>> Fares((Fare(), Fare(20, year_card=19_900))).on(2, Tariff(50, 5_000, 100))
        Fare(ride=20, month_card=5000, year_card=19900)
        """
        place = math.floor(storey)
        own = self.storeys[place - 1] if 0 < place <= len(self.storeys) else Fare()
        return Fare(
            tariff.ride if own.ride is None else own.ride,
            tariff.month_card if own.month_card is None else own.month_card,
            own.year_card,
        )


def ride_fee(price: int, usage: Usage, fares: Fares) -> int:
    """What the single rides of a household's month cost, in fen.

    Free rides cost nothing. The cap of a person counts for every person who pays; where the number
    of persons is not known it cannot be applied.

    >>> month = Usage(rides=120, persons=3, free_persons=1, free_rides=20)
    >>> [ride_fee(25, month, Fares(person_cap=cap)) for cap in (None, 1_200, 1_300)]
    [2500, 2400, 2500]
    >>> ride_fee(25, month, Fares(household_cap=1_500))
    1500
    """
    fee = max(0, usage.rides - usage.free_rides) * price
    if fares.household_cap is not None:
        fee = min(fee, fares.household_cap)
    if fares.person_cap is not None and usage.persons:
        fee = min(fee, fares.person_cap * max(0, usage.persons - usage.free_persons))
    return fee


def fare_bill(tariff: Tariff, usage: Usage, fares: Fares, storey: float) -> UsageBill:
    """The bill of one household's month by the fares of its storey.

    A year card is charged once, in the month for which it is entered; unpriced, it costs nothing.

    Raises:
        ValueError: a negative number.

    >>> two = Fares((Fare(), Fare(20, 1_900, 19_900)))
    >>> bill = fare_bill(Tariff(50, 5_000, 100), Usage(rides=30, years=1), two, 2)
    >>> bill.rides, bill.years, bill.fee
    (600, 19900, 20500)
    """
    fare = fares.on(storey, tariff)
    caps = [cap for cap in (fares.household_cap, fares.person_cap) if cap is not None]
    counts = (usage.years, usage.persons, usage.free_persons, usage.free_rides)
    if min(*counts, fare.ride or 0, fare.month_card or 0, fare.year_card or 0, *caps) < 0:
        raise ValueError("neither a fee, a cap nor a count may be negative")
    bill = usage_bill(replace(tariff, month_card=fare.month_card or 0), usage)
    return replace(
        bill,
        rides=ride_fee(fare.ride or 0, usage, fares),
        years=usage.years * (fare.year_card or 0),
    )


def card_pays(
    card: int | None, ride: int | None, months: int = 1, cap: int | None = None
) -> int | None:
    """Rides a month from which a card costs one person no more than single rides.

    Args:
        card: price of the card in fen.
        ride: price of a ride in fen.
        months: for how many months the card is.
        cap: the cap on one person's rides in a month; below the card it never pays.

    Returns:
        ``None`` where there is nothing to compare, or the card never pays.

    >>> card_pays(1_900, 20), card_pays(19_900, 20, 12), card_pays(1_900, 20, cap=1_899)
    (95, 83, None)
    """
    if not card or not ride or (cap is not None and cap * months < card):
        return None
    return -(-card // (ride * months))


def months_of_year_card(fare: Fare) -> int | None:
    """In how many months month cards cost no less than a year card; ``None`` without both.

    >>> months_of_year_card(Fare(20, 1_900, 19_900)), months_of_year_card(Fare(85, 13_900, 139_900))
    (11, 11)
    """
    if not fare.month_card or not fare.year_card:
        return None
    return -(-fare.year_card // fare.month_card)
