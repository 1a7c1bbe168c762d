"""How many processes a command uses."""

from __future__ import annotations

import os

_MOST = 64


def jobs_of(text: str | None) -> int:
    """How many processes to use; by default one a core.

    >>> jobs_of("3")
    3
    """
    from elevshare.errors import InputError

    if text is None:
        cores = getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))(0)
        return min(len(cores), _MOST)
    if not text.isdecimal() or not 1 <= int(text) <= _MOST:
        raise InputError(f"「{text}」不对", where="--jobs", todo=f"请填 1 到 {_MOST} 的整数")
    return int(text)
