"""The version of the layout that a book was made with, against the one that is installed."""

from __future__ import annotations

import re
from enum import Enum, auto

from elevshare import __version__

_VERSION = re.compile(r"\d{1,4}(?:\.\d{1,4}){1,3}")


class Age(Enum):
    """Whether a book is of this version, an earlier or a later one, or does not say."""

    SAME = auto()
    OLDER = auto()
    NEWER = auto()
    UNKNOWN = auto()


def age_of(version: str, installed: str = "") -> Age:
    """How old a version is.

    >>> [age_of(version, "0.10.0").name for version in ("0.10.0", "0.9.1", "1.0", "x", "")]
    ['SAME', 'OLDER', 'NEWER', 'UNKNOWN', 'UNKNOWN']
    """
    if not _VERSION.fullmatch(version):
        return Age.UNKNOWN
    theirs, ours = (tuple(map(int, one.split("."))) for one in (version, installed or __version__))
    return Age.SAME if theirs == ours else Age.OLDER if theirs < ours else Age.NEWER
