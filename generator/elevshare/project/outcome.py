"""The result of computing a project by the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutcomeCheck:
    """One check of an outcome; ``message`` has the figures and, if it failed, what to do."""

    name: str
    passed: bool
    message: str


@dataclass(frozen=True, slots=True)
class PoolParts:
    """What one pool costs and each flat's part of it, in fen."""

    name: str
    cost: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The amounts of a project in fen, lists in the order of the flats.

    ``dues`` are the sums of ``main``, the parts of the main net amount, and of those of each pool.
    ``others`` is the money of others that lowers the net amount. ``payouts`` is the compensation of each flat. ``refunds`` is the part of the subsidy that each
    household pays in advance, if bills are gross, and gets back when the subsidy arrives.
    """

    cost: int
    subsidy: int
    compensation: int
    net: int
    dues: tuple[int, ...]
    checks: tuple[OutcomeCheck, ...]
    payouts: tuple[int, ...] = ()
    refunds: tuple[int, ...] = ()
    main: tuple[int, ...] = ()
    pools: tuple[PoolParts, ...] = ()
    others: int = 0

    @property
    def passed(self) -> bool:
        """Whether all checks passed."""
        return all(check.passed for check in self.checks)
