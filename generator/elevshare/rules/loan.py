"""Money paid back month by month: instalments, loans, a company's advance."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loan:
    """Money paid back month by month: instalments, loans, a company's advance: the owners' choices."""
