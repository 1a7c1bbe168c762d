"""The day of a payment as statements write it."""

from __future__ import annotations

import re
from datetime import date

from elevshare.vocabulary import visible

_DAY = re.compile(
    r"((?:19|20)\d\d)(?:([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})|(\d\d)(\d\d))(?!\d{1,5}$|\d{7,})"
)


def day_in(text: str) -> str:
    """Return the day at the beginning of a text as yyyy-mm-dd; empty if there is none.

    >>> [day_in(text) for text in ("20260301", "2026/3/1 10:22", "2026年3月1日", "20260301102233")]
    ['2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01']
    >>> day_in("3月1日"), day_in("2026-02-30")
    ('', '')
    """
    found = _DAY.match(visible(text).strip())
    if not found:
        return ""
    year, _, month, day, other_month, other_day = found.groups()
    try:
        return date(int(year), int(month or other_month), int(day or other_day)).isoformat()
    except ValueError:
        return ""
