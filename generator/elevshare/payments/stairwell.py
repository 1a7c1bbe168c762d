"""Which stairwell a book is of, and whether a place named in a remark can be in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from elevshare.intake.fields.numerals import whole_of
from elevshare.vocabulary import folded, listed

#: Numbers as they are said, for buildings, entrances and storeys.
SAID = "一二三四五六七八九十"
#: Sides and letters that stand for an entrance or a flat.
SIDES = "甲乙丙丁东西中南北"
#: An old block has no more entrances: a larger number before a room is a building.
_MOST_ENTRANCES = 9
#: How a building, an entrance or a storey is numbered.
TOKEN = rf"(?:[a-z]?\d{{1,3}}|[{SAID}]{{1,3}}|[a-z{SIDES}])"


class Where(Enum):
    """Where a place is that a remark names: in the stairwell, elsewhere, or one cannot tell."""

    HERE = auto()
    ELSEWHERE = auto()
    UNSURE = auto()


@dataclass(frozen=True, slots=True)
class Stairwell:
    """A stairwell: its building and entrance as ``token`` writes them, empty if unknown."""

    building: str = ""
    entrance: str = ""

    def where(self, building: str, entrance: str, either: str = "", house: str = "") -> Where:
        """Return where a place is.

        Args:
            building, entrance: what the place says, empty if nothing.
            either: a number before the room that may be either.
            house: a number with 号 before the room, of the building or in a street.

        >>> one = Stairwell("12", "3")
        >>> [one.where("12", "3").name, one.where("", "2").name, one.where("", "", "12").name]
        ['HERE', 'ELSEWHERE', 'HERE']
        """
        found = [_compared(building, self.building), _compared(entrance, self.entrance)]
        if either:
            found.append(self._either(either))
        if house and house != (self.building or self.entrance):
            found.append(Where.UNSURE)
        return next(
            (one for one in (Where.ELSEWHERE, Where.UNSURE) if one in found), Where.HERE
        )  # fmt: skip

    def _either(self, number: str) -> Where:
        """Return where a place is that has only a number before its room."""
        if number == self.entrance:
            return Where.HERE
        if number.isdecimal() and int(number) > _MOST_ENTRANCES:
            return _compared(number, self.building)
        known = self.entrance and self.building and number != self.building
        return Where.ELSEWHERE if known else Where.UNSURE


def _compared(said: str, known: str) -> Where:
    """Return where a place is that says one thing, if the stairwell has another."""
    if not said or said == known:
        return Where.HERE
    return Where.ELSEWHERE if known else Where.UNSURE


def stairwell_of(building: str, entrance: str) -> Stairwell:
    """Return the stairwell of a book, from what is typed under 楼栋 and 单元.

    Where nothing is typed under 单元, the entrance may stand behind the building.

    >>> stairwell_of("十二幢", "3 单元"), stairwell_of("12幢3单元", "")
    (Stairwell(building='12', entrance='3'), Stairwell(building='12', entrance='3'))
    """
    door = _numbered(entrance, "单元") if entrance else _behind(building)
    return Stairwell(_numbered(building, "幢"), door)


def _behind(building: str) -> str:
    """Return the entrance that a text names behind its building, at the end; empty if none.

    >>> _behind("3号楼1单元"), _behind("东门小区12幢")
    ('1', '')
    """
    before, after = _said("幢"), _said("单元")
    found = re.search(rf"(?:{before})({TOKEN})(?:{after})$", folded(building))
    return token(found[1]) if found else ""


def _said(what: str) -> str:
    """Return the words for a part of a stairwell as alternatives of a pattern."""
    return "|".join(map(re.escape, listed("房号", what)))


def _numbered(text: str, what: str) -> str:
    """Return the number before one of the words for ``what``, or else the only one in a text."""
    plain = folded(text)
    found = re.findall(rf"({TOKEN})(?:{_said(what)})", plain)
    if not found:
        every = re.findall(rf"(?<![a-z\d]){TOKEN}(?![a-z\d])", plain)
        found = every if len(every) == 1 else [""]
    return token(found[-1])


def token(text: str) -> str:
    """Return a number or letter as it is compared: 03 and 三 are 3.

    >>> token("03"), token("十二"), token("a")
    ('3', '12', 'a')
    """
    number = whole_of(text)
    return text if number is None else str(number)
