"""The stairwells of a roster: which there are, and the rows of the one that is asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from elevshare.errors import InputError
from elevshare.text import shown
from elevshare.vocabulary import folded

_ENDS = re.compile(r"(?:单元|门栋|门洞|号楼|楼栋|[幢栋座号门梯])$")
_DASHED = re.compile(r"(.+)[-－–—](\d{3,5}\D?)")


class Stairwell(NamedTuple):
    """Estate, building and entrance, each as written or empty."""

    estate: str = ""
    building: str = ""
    entrance: str = ""

    @property
    def name(self) -> str:
        """What an option calls it, such as 12-3.

        >>> Stairwell("幸福里", "12幢", "3单元").name, Stairwell("", "", "三单元").name
        ('12-3', '三')
        """
        return "-".join(_short(part) for part in (self.building, self.entrance) if part)


def _short(text: str) -> str:
    """A part without 单元, 幢 and blanks."""
    return _ENDS.sub("", folded(text).removesuffix(".0")) or folded(text)


def of_rooms(rooms: Sequence[str]) -> list[str]:
    """What stands before the dash of every room, where the same doors stand behind different ones.

    >>> of_rooms(["1-101", "1-201", "2-101"]), of_rooms(["3-101", "3-201"]), of_rooms(["1-1", "2-1"])
    (['1', '1', '2'], [], [])
    """
    matches = [_DASHED.fullmatch(folded(room)) for room in rooms]
    found = [(match[1], match[2]) for match in matches if match]
    if len(found) < len(rooms) or len({before for before, _ in found}) < 2:
        return []
    doors = Counter(door for _, door in found)
    return [before for before, _ in found] if max(doors.values()) > 1 else []


def chosen(stairwells: Sequence[Stairwell], asked: str, where: str) -> Stairwell:
    """The stairwell whose rows are taken.

    Args:
        stairwells: those of the roster, each once.
        asked: what the user has asked for, or empty.
        where: the roster, for messages.

    Raises:
        InputError: there are several and none is asked for, or none is called so.
    """
    named = [one for one in stairwells if _called(one, asked)] if asked else list(stairwells)
    if len(named) == 1:
        return named[0]
    listed = "、".join(_said(one) for one in stairwells)
    if not asked:
        raise InputError(
            f"有 {len(stairwells)} 个单元的住户：{listed}；一本簿子只管一个单元的一部电梯",
            where=where,
            todo=f"请用 --entrance {stairwells[0].name} 选一个；要每个单元各做一本，请用 batch",
        )
    what = "不止一个" if named else "没有"
    raise InputError(
        f"{what}单元「{shown(asked)}」，现有 {listed}", where=where, todo="请照这样写 --entrance"
    )


def _called(one: Stairwell, asked: str) -> bool:
    """Whether a text names a stairwell: by entrance alone, or with its building."""
    plain = re.sub(r"(?:号楼|[幢栋座])(?=.)", "-", folded(asked))
    word = "-".join(_short(part) for part in plain.split("-") if part)
    return word in (one.name, _short(one.entrance) if one.entrance else one.name)


def _said(one: Stairwell) -> str:
    """A stairwell, for messages."""
    return f"{shown(one.estate)} {one.name}".strip() if one.estate else one.name
