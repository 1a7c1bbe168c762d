"""How the application falls into pages: A4 landscape, printed at its true size; heights in points."""

from __future__ import annotations

#: What a page holds; a little less than A4 landscape less its margins.
PAGE = 492.0
TITLE, STATUS, ASKED, HEADS, LINE = 34.0, 16.0, 24.0, 30.0, 18.0
#: Below the lines: the sum, its capital figures, the promise, the signatures.
FOOT = (22.0, 26.0, 32.0, 34.0, 34.0, 16.0)
#: The foot has at least so many lines above it on its page.
_COMPANY = 2


def breaks(lines: int) -> list[int]:
    """After which lines (counted from 1) a new page begins; the heads stand again on each.

    The foot stays whole, and not alone on a page.

    >>> breaks(3), breaks(13), breaks(14), breaks(40)
    ([], [], [12], [21])
    """
    room = int((PAGE - TITLE - STATUS - ASKED - HEADS) / LINE)
    more, foot = int((PAGE - HEADS) / LINE), sum(FOOT)
    found, done = [], 0
    while (lines - done) * LINE + foot > (PAGE - HEADS if found else PAGE - TITLE - STATUS - ASKED - HEADS):
        left = lines - done
        done += min(more if found else room, max(1, left - _COMPANY))
        found.append(done)
    return found
