"""What a check of a book is."""

from __future__ import annotations

from dataclasses import dataclass

#: Whole numbers stay exact in every spreadsheet program below this.
EXACT = "1E+14"


@dataclass(frozen=True, slots=True)
class Check:
    """A condition, a text that shows how things stand, and what to do when it fails."""

    name: str
    holds: str
    state: str
    advice: str
