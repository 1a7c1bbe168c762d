"""A place in a remark: a building, an entrance, a storey, a room, or several of them in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from elevshare.payments.stairwell import SAID, SIDES, TOKEN, token
from elevshare.vocabulary import folded, listed

#: Digits with which a number alone may be a room.
ALONE = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a remark.

    Attributes:
        text: as it is written.
        building, entrance, storey, room, suffix: its parts, empty where it does not have them.
        house: a number with 号 in front of the room: of the building, or in a street.
        either: a number in front of the room: of the building or the entrance.
        loose: only a blank stands between that number and the room.
        joined: what is before or behind may make something else of it.
    """

    text: str
    building: str
    entrance: str
    storey: str
    house: str
    either: str
    room: str
    suffix: str
    loose: bool
    joined: bool

    @property
    def plain(self) -> str:
        """The place without blanks and what stands after the room."""
        return folded(self.text).removesuffix(self.suffix)

    @property
    def chained(self) -> bool:
        """Whether it is two short numbers, which may be a day."""
        return bool(self.either) and len(self.room) < ALONE and not self.suffix

    @property
    def marked(self) -> bool:
        """Whether the number is said to be a room."""
        whole = self.building or self.house or self.entrance or self.storey or self.either
        return bool(whole or (self.suffix and self.suffix != "号"))


def places_in(text: str) -> Iterator[Place]:
    """Return the places with a room in a text that is without noise.

    >>> [(one.building, one.entrance, one.either, one.room) for one in places_in("12幢3单元301, 2-302")]
    [('12', '3', '', '301'), ('', '', '2', '302')]
    """
    return (_place(found, text) for found in _pattern().finditer(text))


def place_of(room: str) -> Place | None:
    """Return a room of a book as a place; ``None`` if it is written in no such way."""
    text = folded(room)
    found = _pattern().fullmatch(text)
    return _place(found, text) if found else None


def stairwells_in(text: str) -> Iterator[tuple[str, str, str]]:
    """Return building (or empty), entrance (or empty) and text of what names either.

    >>> list(stairwells_in("三单元王建国"))
    [('', '3', '三单元')]
    """
    for found in _stairwells().finditer(text):
        yield token(found["building"] or ""), token(found["entrance"] or ""), found[0]


def _place(found: re.Match[str], text: str) -> Place:
    """Return the place that was found in a text."""
    said = {key: token(value or "") for key, value in found.groupdict().items()}
    building, entrance = said["building"], said["entrance"]
    first, second = said["first"], said["second"]
    if first and second:
        building, entrance, first = building or first, entrance or second, ""
    elif first and (building or said["house"]) and not entrance:
        entrance, first = first, ""
    return Place(
        found[0].strip(), building, entrance, said["storey"], said["house"], first, found["room"],
        found["suffix"] or "", bool(first and found["gap"]), _joined(found, text),
    )  # fmt: skip


def _joined(found: re.Match[str], text: str) -> bool:
    """Return whether a place is a part of a longer number, of a street, or on a side (东301)."""
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    longer = re.search(r"[\da-z]\s*[-/.#~]$", before) or re.match(r"[-/.~]\s*\d", after)
    street = before.endswith(tuple(listed("房号", "路名")))
    side = before[-1:] in tuple(SIDES) and found[0] == found["room"] + (found["suffix"] or "")
    return bool(longer or street or side)


@cache
def _pattern() -> re.Pattern[str]:
    """A room with what may stand in front: building, entrance, storey, or numbers for them."""
    in_building = rf"(?:(?P<building>{TOKEN})\s*(?:{_words('幢')}|(?<=[{SIDES}])楼)\s*[-,、]?\s*)"
    in_entrance = rf"(?:(?P<entrance>{TOKEN})\s*(?:{_words('单元')})\s*-?\s*)"
    on_storey = rf"(?:(?P<storey>{TOKEN})\s*(?:{_words('层')})\s*-?\s*)"
    dash = r"\s*[-/#~_—–]\s*"
    short = rf"[a-z]?\d{{1,2}}|[{SAID}]{{1,3}}|[a-z]"
    in_house = rf"(?:(?P<house>{TOKEN})\s*号\s*-?\s*)"
    chain = rf"(?:(?P<first>{short})(?:{dash}|(?P<gap>\s+))(?:(?P<second>{short}){dash})?)"
    room = rf"(?P<room>[a-z]?\d{{1,4}}(?:[a-z]|[{SIDES}](?!门|边))?)(?![\da-z]|\.\d)"
    suffix = rf"\s*(?P<suffix>{_words('室')})?"
    return re.compile(
        rf"(?<![\da-z]){in_building}?{in_house}?{in_entrance}?{on_storey}?{chain}?{room}{suffix}"
    )


@cache
def _stairwells() -> re.Pattern[str]:
    """A building or an entrance, whatever follows."""
    entrance = "|".join(map(re.escape, (one for one in listed("房号", "单元") if len(one) > 1)))
    building = rf"(?P<building>{TOKEN})\s*(?:{_words('幢')})"
    return re.compile(rf"(?<![\da-z])(?:{building}|(?P<entrance>{TOKEN})\s*(?:{entrance}))")


def _words(what: str) -> str:
    """The words for a part of an address, as alternatives of a pattern."""
    return "|".join(map(re.escape, sorted(listed("房号", what), key=len, reverse=True)))


def token_of_flat(text: str) -> str:
    """Return a flat's number as it is compared, without the zeros in front.

    >>> token_of_flat("0301"), token_of_flat("3A")
    ('301', '3a')
    """
    return folded(text).lstrip("0")
