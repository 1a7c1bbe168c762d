"""What the rules make of a book that came back: one household's amounts, and all of a book."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HouseholdAmounts:
    """One household's amounts in fen.

    ``due`` is what ``amount_due`` of the book shows: its share, in a lease book what is to be paid
    now. ``fee`` is ``fee_due``, ``None`` in a book without usage fees. ``owed`` is what it should
    have paid in all until now, ``paid`` what it has paid less what went back, ``fund`` what its
    provident fund has paid; ``left`` is what is missing, ``over`` what is too much.
    """

    room: str
    row: int
    due: int
    fee: int | None
    payout: int
    owed: int
    paid: int
    fund: int
    left: int
    over: int


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of one book in fen, households in the order of the project's flats.

    ``levels`` is the subsidy by level of government, where the rule splits it; ``upkeep`` what of
    it is kept for upkeep, beside ``subsidy``. ``arrived`` is what of the subsidy has come. In a
    lease book ``net`` is what the stairwell pays in a year.
    """

    cost: int
    subsidy: int
    levels: tuple[tuple[str, int], ...]
    upkeep: int
    compensation: int
    net: int
    arrived: int
    households: tuple[HouseholdAmounts, ...]

    @property
    def dues(self) -> dict[str, int]:
        """Room → what it owes in fen."""
        return {one.room: one.due for one in self.households}
