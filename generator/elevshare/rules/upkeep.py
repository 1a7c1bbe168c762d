"""The yearly running cost and how it is shared."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The yearly running cost and how it is shared: the owners' choices."""
