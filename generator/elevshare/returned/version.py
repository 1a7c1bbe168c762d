"""Compare the version of a book's layout with the installed version."""

from __future__ import annotations

import re
from enum import Enum, auto

from elevshare import __version__

_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,3}")


class Age(Enum):
    """The version of a book compared with the installed one; ``UNKNOWN`` if it states none."""

    SAME = auto()
    OLDER = auto()
    NEWER = auto()
    UNKNOWN = auto()


#: Before this version, formulas took 80㎡ or √ on 住户 for an error.
_SPELLINGS = "0.3.0"
#: Before this version, TRUE and a number that has lost digits were rooms like any other.
_ODD_ROOMS = "0.6.0"
#: Before this version, a new book had no public holidays.
_HOLIDAYS = "0.5.0"


def knows_spellings(version: str) -> bool:
    """Return whether the formulas of a version read what people write on 住户, such as 80㎡ or √.

    >>> [knows_spellings(version) for version in ("0.2.0", "0.3.0", "1.0", "")]
    [False, True, True, True]
    """
    return age_of(version, _SPELLINGS) is not Age.OLDER


def refuses_odd_rooms(version: str) -> bool:
    """Return whether the formulas of a version refuse rooms that are truth values or cut numbers.

    >>> [refuses_odd_rooms(version) for version in ("0.5.0", "0.6.0", "")]
    [False, True, True]
    """
    return age_of(version, _ODD_ROOMS) is not Age.OLDER


def ships_holidays(version: str) -> bool:
    """Return whether the new books of a version have public holidays filled in.

    >>> ships_holidays("0.4.0"), ships_holidays("0.5.0")
    (False, True)
    """
    return age_of(version, _HOLIDAYS) is not Age.OLDER


def age_of(version: str, installed: str = "") -> Age:
    """Return the age of a version; ``installed`` is this program's by default.

    >>> [age_of(version, "0.10.0").name for version in ("0.10.0", "0.9.1", "1.0", "x", "")]
    ['SAME', 'OLDER', 'NEWER', 'UNKNOWN', 'UNKNOWN']
    """
    if not _VERSION.fullmatch(version):
        return Age.UNKNOWN
    theirs, ours = (tuple(map(int, one.split("."))) for one in (version, installed or __version__))
    return Age.SAME if theirs == ours else Age.OLDER if theirs < ours else Age.NEWER
