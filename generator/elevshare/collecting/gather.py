"""Find the files to collect: those named, and those in the folders named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from elevshare.errors import InputError

#: What spreadsheet programs write that is no .xlsx; in a folder such a file may be a book.
_OTHERS = frozenset({".xls", ".xlsm", ".xlsb", ".et", ".ett", ".ods", ".csv"})
#: What Excel, WPS and LibreOffice leave beside a book that is open; hidden files of all systems.
_TEMPORARY = ("~$", ".~", ".")


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a book, and what it is called in messages."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files to collect, sorted by name, and how many others the folders contain."""

    files: tuple[Found, ...]
    others: int = 0


def gather(places: Sequence[str], *, without: Path) -> Gathered:
    """All files of some files and folders, each once, sorted by name, 2 before 10.

    Args:
        places: files and folders; folders are searched with all folders in them.
        without: the summary that is to be written; it is never one of the books.

    Raises:
        InputError: a file or folder is missing, or there is no book at all.
    """
    found: dict[str, Found] = {}
    others, spared = 0, os.path.realpath(without)
    for place in places:
        if not place.strip():
            raise InputError("文件或文件夹的名称是空的", todo="请给出收回来的簿子或放簿子的文件夹")
        for path, meant in _under(Path(place)):
            real = os.path.realpath(path)
            if not meant:
                others += 1
            elif real != spared:
                found.setdefault(real, Found(path, str(path)))
    if not found:
        raise InputError(
            "没有找到簿子", where="、".join(places), todo="请给出 .xlsx 簿子，或放有簿子的文件夹"
        )
    return Gathered(tuple(sorted(found.values(), key=lambda one: _order(one.name))), others)


def _under(place: Path) -> Iterator[tuple[Path, bool]]:
    """The file itself, or all files of a folder, each with whether it may be a book."""
    if not place.is_dir():
        if not os.path.lexists(place):
            raise InputError("找不到这个文件或文件夹", where=str(place), todo="请检查名称和位置")
        yield place, True
        return
    for folder, folders, files in os.walk(place, onerror=_unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(_TEMPORARY):
                suffix = Path(name).suffix.lower()
                yield Path(folder, name), suffix == ".xlsx" or suffix in _OTHERS


def _unreadable(error: OSError) -> None:
    """Refuse a folder that cannot be read, so that no book is missed without a word."""
    raise InputError("这个文件夹打不开", where=str(error.filename), todo="请检查权限")


def _order(name: str) -> tuple[list[tuple[int, str]], str]:
    """A sort key that puts numbers in a name in their order.

    >>> sorted(["10 幢.xlsx", "9 幢.xlsx"], key=_order)
    ['9 幢.xlsx', '10 幢.xlsx']
    """
    parts = re.split(r"(\d+)", name)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts], name
