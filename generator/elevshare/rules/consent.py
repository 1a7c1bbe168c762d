"""The vote on adding the lift."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voting:
    """The vote on adding the lift: the owners' choices."""
