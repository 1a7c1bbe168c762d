"""Days as scheme files state them: yyyy-mm-dd, or a year alone where the source gives no more.

This module imports little: the list of schemes needs it and is printed at once.
"""

from __future__ import annotations

from time import strftime

#: What is said of a rule on a day outside of its time.
RUN_OUT, NOT_YET = "已过有效期", "尚未施行"


def today() -> str:
    """Return today's date, yyyy-mm-dd: the only place where the schemes look at a clock."""
    return strftime("%Y-%m-%d")


def first_day(stated: str) -> str:
    """Return the first day of what is stated; empty for nothing.

    >>> first_day("2021"), first_day("2025-06-19"), first_day("")
    ('2021-01-01', '2025-06-19', '')
    """
    return f"{stated}-01-01" if len(stated) == 4 else stated


def last_day(stated: str) -> str:
    """Return the last day of what is stated; empty for nothing.

    >>> last_day("2021"), last_day("2025-06-19"), last_day("")
    ('2021-12-31', '2025-06-19', '')
    """
    return f"{stated}-12-31" if len(stated) == 4 else stated


def said(stated: str) -> str:
    """Return what is stated as words.

    >>> said("2021"), said("2025-06-19")
    ('2021 年', '2025-06-19 ')
    """
    return f"{stated} 年" if len(stated) == 4 else f"{stated} "


def standing(in_force: str, expires: str, day: str) -> str:
    """Return how a rule stands on a day (yyyy-mm-dd): 已过有效期, 尚未施行, or nothing to say.

    >>> standing("", "2025-12-31", "2026-01-01"), standing("2026", "", "2025-12-31")
    ('已过有效期', '尚未施行')
    >>> standing("2021", "2025", "2025-12-31")
    ''
    """
    if expires and day > last_day(expires):
        return RUN_OUT
    return NOT_YET if day < first_day(in_force) else ""
