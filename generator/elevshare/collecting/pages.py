"""Page breaks of the application: A4 landscape, not scaled; heights in points."""

from __future__ import annotations

TITLE, STATUS, ASKED, HEADS, LINE = 34.0, 16.0, 24.0, 30.0, 18.0
#: Below the lines: the sum, its capital figures, the promise, the signatures, how many there are.
FOOT = (22.0, 26.0, 32.0, 36.0, 58.0, 16.0)
#: What a page holds below its heads; a little less than A4 landscape less its margins.
_ROOM = 492.0 - HEADS
#: The foot has at least so many lines above it on its page.
_COMPANY = 2


def breaks(lines: int) -> list[int]:
    """The lines (from 1) after which a new page begins; every page repeats the heads.

    The foot is never split, and never alone on a page.

    >>> breaks(3), breaks(11), breaks(12), breaks(40)
    ([], [], [10], [21, 38])
    """
    found: list[int] = []
    done, room = 0, _ROOM - TITLE - STATUS - ASKED
    while (lines - done) * LINE + sum(FOOT) > room:
        done += min(int(room / LINE), lines - done - _COMPANY)
        found.append(done)
        room = _ROOM
    return found
