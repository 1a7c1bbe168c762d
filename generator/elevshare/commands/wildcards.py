"""File names with ``*`` and ``?``, which the command prompt of Windows does not expand."""

from __future__ import annotations

from collections.abc import Iterable
from glob import glob
from pathlib import Path


def expanded(names: Iterable[str]) -> list[str]:
    """The names with patterns replaced by the files that they match, sorted; others stay as they are.

    >>> expanded(["3 幢.xlsx", "没有的/*.xlsx"])
    ['3 幢.xlsx', '没有的/*.xlsx']
    """
    found: list[str] = []
    for name in names:
        pattern = any(mark in name for mark in "*?") and not Path(name).exists()
        files = glob(name) if pattern else []  # noqa: PTH207 — a folder's name may have stars too
        books = sorted(file for file in files if not Path(file).name.startswith("~$"))
        found += books or [name]
    return found
