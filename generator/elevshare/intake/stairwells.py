"""The stairwells of a roster: which there are, and the rows of the one that is asked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from elevshare.errors import InputError
from elevshare.intake.fields.numerals import whole_of
from elevshare.intake.tables.choices import TableChoices
from elevshare.intake.tables.filling import storey_in
from elevshare.text import shown
from elevshare.vocabulary import folded, listed

_ENDS = re.compile(r"(?:单元|门栋|门洞|号楼|楼栋|[幢栋座号门梯])$")
#: A room that names its stairwell: 12幢3单元3楼1号, or 1-101, 2号301室.
_SAID = re.compile(r"(.*?)(?:单元|门栋|门洞)-?(.+)")
_PREFIXED = re.compile(r"(.*\D)(\d{3,5}\D{0,2})")
#: What stands between a stairwell and a room.
_BETWEEN = re.compile(r"(?:单元|门栋|门洞|楼道|[-–—/#.,、门梯号])+$")
_STOREY = re.compile(r"\d+[层楼]$")
#: How the name of a stairwell ends that is no mere word such as 东 or 附.
_NUMBERED = re.compile(r".*[0-9a-z一二三四五六七八九十甲乙丙丁]")
_OF_BUILDING = re.compile(r"(.+?)(?:号楼|[幢栋座/#–—-])([^-–—/#幢栋座]+)")
#: So many of a hundred rooms must be written so.
_MOST = 80
#: What messages call the rows that name none.
_UNNAMED = "没有写单元的"
#: What rooms without a dash are called among others.
OTHERS = "其他"


class Stairwell(NamedTuple):
    """Estate, building and entrance, each as written or empty."""

    estate: str = ""
    building: str = ""
    entrance: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The same for all ways of writing it.

        >>> Stairwell("", "12幢", "三单元").key == Stairwell("", "12", "3").key
        True
        """
        return folded(self.estate), short_name(self.building), short_name(self.entrance)

    @property
    def name(self) -> str:
        """What an option calls it, such as 12-3.

        >>> Stairwell("幸福里", "12幢", "3单元").name, Stairwell("", "", "三单元").name
        ('12-3', '3')
        """
        return "-".join(short_name(part) for part in (self.building, self.entrance) if part)


def short_name(text: str) -> str:
    """A part without 单元, 幢 and blanks, a number in digits."""
    plain = _ENDS.sub("", folded(text).removesuffix(".0")) or folded(text)
    number = whole_of(plain.removeprefix("第"))
    return plain if number is None else str(number)


def spoken(one: Stairwell, headings: Mapping[str, str]) -> Stairwell:
    """A stairwell as papers name it: a number alone gets the word of its heading.

    ``headings`` has the heading of the column 楼号 and 单元, where the table has them.

    >>> spoken(Stairwell("", "12", "3"), {"楼号": "楼栋编号", "单元": "单元"})
    Stairwell(estate='', building='12 栋', entrance='3 单元')
    >>> spoken(Stairwell("", "12", "甲"), {})
    Stairwell(estate='', building='12', entrance='甲')
    """
    building = _worded(one.building, headings.get("楼号", ""), listed("楼栋", "量词"))
    entrance = _worded(one.entrance, headings.get("单元", "单元"), listed("单元", "量词"))
    return Stairwell(one.estate, building, entrance)


def _worded(text: str, heading: str, words: Sequence[str]) -> str:
    """A number with the word that its heading has; other texts, and those without one, stay."""
    word = next((word for word in words if word in heading), "")
    return f"{text} {word}" if text.isdecimal() and word else text


def of_rooms(rooms: Sequence[str]) -> list[Stairwell]:
    """The stairwell that every room names before its door, where the same doors are in different ones.

    >>> [one.name for one in of_rooms(["12-1-101", "12-1-201", "12-2-101"])]
    ['12-1', '12-1', '12-2']
    >>> of_rooms(["3-101", "3-201"]), of_rooms(["1-1", "2-1"])
    ([], [])
    """
    plain = [folded(room) for room in rooms]
    matches = [_SAID.fullmatch(room) or _PREFIXED.fullmatch(room) for room in plain]
    doors = [match[2] if match else "" for match in matches]
    names = _without_storeys([_before(match[1]) if match else "" for match in matches], doors)
    found = [(name, door) for name, door in zip(names, doors, strict=True) if name]
    if len({name for name, _ in found}) < 2 or 100 * len(found) < _MOST * len(rooms):
        return []
    if max(Counter(door for _, door in set(found)).values()) < 2:
        return []
    return [_parted(name) if name else Stairwell(entrance=OTHERS) for name in names]


def _before(text: str) -> str:
    """The stairwell that stands before a door, or nothing.

    >>> _before("12幢3单元3层"), _before("2号"), _before("东")
    ('12幢3', '2', '')
    """
    plain = _BETWEEN.sub("", _STOREY.sub("", text))
    return plain if _NUMBERED.fullmatch(plain) else ""


def _without_storeys(names: Sequence[str], doors: Sequence[str]) -> list[str]:
    """The names without a storey behind them, as in 2单元-3-301, where all have one.

    >>> _without_storeys(["1-1", "1-2"], ["101", "201"]), _without_storeys(["12-1"], ["101"])
    (['1', '1'], ['12-1'])
    """
    parts = [name.rpartition("-") for name in names]
    storeys = [before and last == str(storey_in(door))
               for (before, _, last), door in zip(parts, doors, strict=True)]  # fmt: skip
    if not all(storeys) or len({last for _, _, last in parts}) < 2:
        return list(names)
    return [_BETWEEN.sub("", before) for before, _, _ in parts]


def _parted(name: str) -> Stairwell:
    """The stairwell of a name that may have its building before it: 12-3, 12幢3."""
    match = _OF_BUILDING.fullmatch(name)
    return Stairwell(building=match[1], entrance=match[2]) if match else Stairwell(entrance=name)


def distinct(stairwells: Iterable[Stairwell]) -> list[Stairwell]:
    """The stairwells, each once, in their order."""
    found: dict[tuple[str, ...], Stairwell] = {}
    for one in dict.fromkeys(stairwells):
        found.setdefault(one.key, one)
    return list(found.values())


def chosen(stairwells: Sequence[Stairwell], choices: TableChoices, where: str) -> Stairwell:
    """The stairwell whose rows are taken.

    Args:
        stairwells: those of the roster, each once.
        choices: what the user has asked for.
        where: the roster, for messages.

    Raises:
        InputError: there are several and none is asked for, or none is called so.
    """
    asked, named = choices.entrance, list(stairwells)
    if asked:
        named = [one for one in stairwells if called(one, asked)]
    elif choices.estate or choices.building or choices.door:
        name = Stairwell("", choices.building, choices.door).name
        asked = f"{choices.estate} {name}".strip()
        named = [one for one in stairwells if _agrees(one, choices)]
    if len(named) == 1:
        return named[0]
    listed = "、".join(_said(one) for one in stairwells)
    if not asked:
        raise InputError(
            f"有 {len(stairwells)} 个单元的住户：{listed}；一本簿子只管一个单元的一部电梯",
            where=where,
            todo=f"请用 --entrance 选一个，如 {_first_name(stairwells)}；要每个单元各做一本，请用 batch 命令",
        )
    if list(stairwells) == [Stairwell()]:
        todo = "请去掉对单元的要求，或在名册里加一栏“单元”"
        raise InputError(f"名册里没有写单元，不能选「{shown(asked)}」", where=where, todo=todo)
    what = "不止一个" if named else "没有"
    raise InputError(
        f"{what}单元「{shown(asked)}」，现有 {listed}", where=where, todo="请写其中的一个"
    )


def _agrees(one: Stairwell, choices: TableChoices) -> bool:
    """Whether a stairwell is the one of a list's row, as far as both name theirs."""
    here, there = folded(one.estate), folded(choices.estate)
    if here and there and here not in there and there not in here:  # 幸福里 and 幸福里小区 agree
        return False
    if one.entrance and not choices.building:
        return called(one, choices.door)
    pairs = ((one.building, choices.building), (one.entrance, choices.door))
    return all(short_name(here) == short_name(there) for here, there in pairs if here and there)


def called(one: Stairwell, asked: str) -> bool:
    """Whether a text names a stairwell: by entrance alone, or with its building."""
    plain = re.sub(r"(?:号楼|[幢栋座])(?=.)", "-", folded(asked))
    word = "-".join(short_name(part) for part in plain.split("-") if part)
    names = (one.name, short_name(one.entrance) if one.entrance else one.name)
    return word in names or folded(asked) in names


def _said(one: Stairwell) -> str:
    """A stairwell, for messages."""
    return f"{shown(one.estate)} {one.name or _UNNAMED}".strip()


def _first_name(stairwells: Sequence[Stairwell]) -> str:
    """The first name of a stairwell, as an example."""
    return next((one.name for one in stairwells if one.name), "")
