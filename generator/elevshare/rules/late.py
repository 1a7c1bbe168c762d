"""An owner who joins later."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Joining:
    """An owner who joins later: the owners' choices."""
