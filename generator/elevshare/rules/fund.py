"""What may be drawn from the provident fund."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fund:
    """What may be drawn from the provident fund: the owners' choices."""
