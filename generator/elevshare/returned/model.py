"""The amounts of a returned book by the rules: of one household, and of the book."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HouseholdAmounts:
    """One household's amounts in fen; ``row`` is its row in the table of households, from 0.

    Attributes:
        due: what ``amount_due`` shows: its share; in a lease book what is to be paid now.
        fee: what ``fee_due`` shows; ``None`` in a book without usage fees.
        payout: the compensation it is paid.
        owed: what it should have paid in all until now.
        paid: what it has paid, less refunds.
        fund: what its provident fund has paid.
        left, over: what is still to be paid, and what was paid too much.
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

    Attributes:
        subsidy: the part that lowers the cost.
        levels: level of government and its part of the subsidy, where the rule splits it.
        upkeep: the part of the subsidy that is kept for upkeep, not counted in ``subsidy``.
        net: what is shared; in a lease book what the stairwell pays a year.
        arrived: the subsidy received so far.
        others: money of others that lowers the net amount.
    """

    cost: int
    subsidy: int
    levels: tuple[tuple[str, int], ...]
    upkeep: int
    compensation: int
    net: int
    arrived: int
    households: tuple[HouseholdAmounts, ...]
    others: int = 0

    @property
    def dues(self) -> dict[str, int]:
        """Room → its amount due in fen."""
        return {one.room: one.due for one in self.households}
