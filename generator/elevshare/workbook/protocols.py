"""What the formulas of a split need to know of where things stand, whatever the book."""

from __future__ import annotations

from typing import Protocol

from elevshare.workbook.places import Block


class Roster(Protocol):
    """Households as they are typed and as they are read."""

    @property
    def households(self) -> Block:
        """What is typed: room, storey, area, taking."""

    @property
    def shares(self) -> Block:
        """What is read of it."""

    def figure(self, key: str) -> str:
        """Address of a whole-number figure; ``top`` is the highest storey."""


class SplitPlan(Protocol):
    """One split of a net amount among storeys and households."""

    @property
    def coefficients(self) -> Block:
        """The weights that are typed: storey, weight."""

    @property
    def storey_table(self) -> Block:
        """The storeys of the split."""

    @property
    def shares(self) -> Block:
        """The households of the split."""

    def figure(self, key: str) -> str:
        """Address of a whole-number figure of the split, fen where it is money."""
