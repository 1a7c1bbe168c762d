"""Where the money comes from and how it is paid back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Financing:
    """Where the money comes from and how it is paid back: the owners' choices."""
