"""What the formulas of a split need from the plan of any book."""

from __future__ import annotations

from typing import Protocol

from elevshare.workbook.places import Block


class Roster(Protocol):
    """The tables of households: as typed and as read."""

    @property
    def households(self) -> Block:
        """The households as typed: room, storey, area, taking part."""

    @property
    def shares(self) -> Block:
        """The households as read."""

    @property
    def spellings(self) -> Block:
        """The lists of words that inputs are looked up in."""

    def figure(self, key: str) -> str:
        """The address of a whole-number figure; ``top`` is the highest storey."""


class SplitPlan(Protocol):
    """The tables of one split of a net amount."""

    @property
    def coefficients(self) -> Block:
        """The weights as typed: storey, weight."""

    @property
    def storey_table(self) -> Block:
        """The storeys of the split."""

    @property
    def shares(self) -> Block:
        """The households of the split."""

    def figure(self, key: str) -> str:
        """The address of a whole-number figure of the split, amounts in fen."""
