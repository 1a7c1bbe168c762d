"""What takes long is tried by samples, and whole by ``pytest --all``.

``@pytest.mark.sampled(6)`` tries one in six of the cases of a test, always the same ones; with
``sampled(0)`` none. Whoever names a test runs all its cases.
"""

from __future__ import annotations

import os
from collections import defaultdict
from zlib import crc32

#: How many books as they are made a process of the tests keeps: many tests ask for the same.
BOOKS_KEPT = 24
#: Set for every process of the tests where all is to be tried.
_WHOLE = "ELEVSHARE_TRY_ALL"


def begin(config) -> None:
    """Remember, for this process and those that it starts, whether all is to be tried."""
    if config.getoption("--all"):
        os.environ[_WHOLE] = "1"


def whole() -> bool:
    """Whether all is to be tried."""
    return _WHOLE in os.environ


def examples(most: int) -> int:
    """How many random examples to try, where ``most`` are tried in all."""
    return most if whole() else max(1, most // 6)


def some(cases, part: int):
    """One in ``part`` of the cases, or all of them where all are to be tried."""
    return cases if whole() else cases[::part]


def left_out(items) -> set[str]:
    """The ids of the cases that are not tried by default."""
    cases = defaultdict(list)
    for item in items:
        if mark := item.get_closest_marker("sampled"):
            cases[item.nodeid.partition("[")[0], mark.args[0]].append(item.nodeid)
    return {one for (_, part), ids in cases.items() for one in _beyond(ids, part)}


def _beyond(ids: list[str], part: int) -> list[str]:
    """All ids but one in ``part``, chosen by what they read."""
    tried = -(-len(ids) // part) if part else 0
    return sorted(ids, key=lambda one: crc32(one.encode()))[tried:]
