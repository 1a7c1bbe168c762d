"""What the rules make of a project."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutcomeCheck:
    """One check of an outcome, with what to do where it failed."""

    name: str
    passed: bool
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules make of a project; money in fen, lists in the order of the flats.

    ``payouts`` is what low floors are paid, ``refunds`` the part of the subsidy that each
    household stands in for while it has not arrived.
    """

    cost: int
    subsidy: int
    compensation: int
    net: int
    dues: tuple[int, ...]
    checks: tuple[OutcomeCheck, ...]
    payouts: tuple[int, ...] = ()
    refunds: tuple[int, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(check.passed for check in self.checks)
