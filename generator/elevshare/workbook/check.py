"""What a check of a book is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elevshare.workbook.places import Block

#: Whole numbers stay exact in every spreadsheet program below this.
EXACT = "1E+14"
#: The same as 校验 says it.
EXACT_STATE = '"中间数限 14 位以内"'


@dataclass(frozen=True, slots=True)
class BookCheck:
    """A condition, a text that shows how things stand, and what to do when it fails."""

    name: str
    holds: str
    state: str
    advice: str


def block_of(checks: Sequence[BookCheck]) -> Block:
    """Where the checks of a book stand."""
    return Block("校验", 6, len(checks), ("n", "name", "result", "state", "advice"))
