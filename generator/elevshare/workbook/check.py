"""The checks that a book makes of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from elevshare.digits import KEPT
from elevshare.workbook.places import Block

#: Whole numbers stay exact in every spreadsheet program below this.
EXACT = "1E+14"
#: From this number on, a spreadsheet has lost digits; and one above all numbers. A text is above
#: both in every program, a truth value too: comparing tells numbers from texts, also of digits.
CUT, NUMBERS_END = f"1E+{KEPT}", "1E+300"
#: The first as text on 校验.
EXACT_STATE = '"中间数限 14 位以内"'


@dataclass(frozen=True, slots=True)
class BookCheck:
    """One check: the condition that must hold, a text with the figures, and advice for a failure.

    ``holds`` and ``state`` are formulas without ``=``.
    """

    name: str
    holds: str
    state: str
    advice: str


def block_of(checks: Sequence[BookCheck]) -> Block:
    """The area of the checks on 校验."""
    return Block("校验", 6, len(checks), ("n", "name", "result", "state", "advice"))
