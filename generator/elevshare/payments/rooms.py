"""The room that a remark names: 301加梯款, 3-301, 12幢3单元301室, 三单元301."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from elevshare.payments.noise import without_noise
from elevshare.payments.stairwell import SAID, SIDES, TOKEN, Stairwell, Where, token
from elevshare.vocabulary import folded, listed

#: Digits with which a number alone may be a room.
_ALONE = 3


@dataclass(frozen=True, slots=True)
class Named:
    """What a remark says about rooms.

    Attributes:
        sure: the rooms of the book that it names.
        maybe: rooms of the book that it may name.
        elsewhere: what it says of another stairwell; empty if nothing.
        unknown: rooms that it names and the book does not have.
        number: whether it has a number that might be some room.
    """

    sure: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    elsewhere: str = ""
    unknown: tuple[str, ...] = ()
    number: bool = False

    @property
    def nothing(self) -> bool:
        """Whether the remark says nothing about any room."""
        return not (self.sure or self.maybe or self.elsewhere or self.unknown or self.number)


@dataclass(frozen=True, slots=True)
class _Place:
    """One place in a remark; ``text`` as it is written, ``joined``: it goes on with a number."""

    text: str
    building: str
    entrance: str
    storey: str
    either: str
    room: str
    suffix: str
    joined: bool

    @property
    def plain(self) -> str:
        """The place without blanks and what stands after the room."""
        return folded(self.text).removesuffix(self.suffix)

    @property
    def chained(self) -> bool:
        """Whether it is two short numbers, which may be a day."""
        return bool(self.either) and len(self.room) < _ALONE and not self.suffix

    @property
    def marked(self) -> bool:
        """Whether the number is said to be a room."""
        whole = self.building or self.entrance or self.storey or self.either
        return bool(whole or (self.suffix and self.suffix != "号"))


class Rooms:
    """The rooms of a book, to be found in remarks.

    >>> rooms = Rooms(["301", "302"], Stairwell("12", "3"))
    >>> [sorted(rooms.named(said).sure) for said in ("301加梯款", "3-302", "三单元301", "2单元301")]
    [['301'], ['302'], ['301'], []]
    """

    def __init__(self, rooms: Iterable[str], stairwell: Stairwell) -> None:
        self._rooms = tuple(rooms)
        self._keys = {room: _key(room) for room in self._rooms}
        self._whole = {room: _stem(room) for room in self._rooms}
        self._stairwell = _completed(stairwell, self._rooms)

    def named(self, remark: str, day: str = "", fen: int = 0) -> Named:
        """Return what a remark says; ``day`` (yyyy-mm-dd) and ``fen`` are those of its payment."""
        text = without_noise(remark)
        sure, maybe, unknown = set[str](), set[str](), list[str]()
        elsewhere, number = self._elsewhere(text), False
        for place in self._places(text):
            where, rooms = self._where(place), self._same(place)
            certain = where is Where.HERE and not self._doubtful(place, rooms, day, fen)
            if where is Where.ELSEWHERE:
                elsewhere = elsewhere or place.text
            elif rooms:
                (sure if certain else maybe).update(rooms)
            elif place.marked and not place.chained:
                unknown.append(place.text)
            elif place.room != str(fen // 100):
                number = number or len(place.room) >= _ALONE
        return Named(frozenset(sure), frozenset(maybe - sure), elsewhere, tuple(unknown), number)

    def _elsewhere(self, text: str) -> str:
        """Return the first building or entrance in a text that is not the book's, or empty."""
        for found in _stairwells().finditer(text):
            building, entrance = (token(found[key] or "") for key in ("building", "entrance"))
            if self._stairwell.where(building, entrance, "") is Where.ELSEWHERE:
                return found[0]
        return ""

    def _places(self, text: str) -> Iterator[_Place]:
        """Return the places in a text; of a room alone, those with digits enough."""
        for found in _pattern().finditer(text):
            place = _place(found, text)
            if len(place.room) >= _ALONE or place.marked or self._same(place):
                yield place

    def _where(self, place: _Place) -> Where:
        """Return where a place is."""
        if self._literal(place):
            return Where.HERE
        return self._stairwell.where(place.building, place.entrance, place.either)

    def _literal(self, place: _Place) -> list[str]:
        """Return the rooms of the book that are written in just this way, if longer than a number."""
        return [
            room for room, whole in self._whole.items()
            if whole == place.plain and not whole.isdecimal()
        ]  # fmt: skip

    def _same(self, place: _Place) -> list[str]:
        """Return the rooms of the book with a place's number."""
        if exact := self._literal(place):
            return exact
        key = token_of_flat(place.room)
        same = [room for room, one in self._keys.items() if one == key]
        return same or [room for room, one in self._keys.items()
                        if place.room and _number(one) == _number(key)]  # fmt: skip

    def _doubtful(self, place: _Place, rooms: list[str], day: str, fen: int) -> bool:
        """Return whether a number may be something else than one of the rooms."""
        if self._literal(place):
            return place.joined
        key = token_of_flat(place.room)
        other = any(self._keys[room] != key for room in rooms)
        storey = place.storey and not key.startswith(token(place.storey))
        return bool(other or storey or place.joined or self._chance(place, rooms, day, fen))

    def _chance(self, place: _Place, rooms: list[str], day: str, fen: int) -> bool:
        """Return whether a number alone may be a day or the amount in yuan."""
        digits = place.room
        if place.chained:
            return True
        if place.marked or not digits.isdecimal():
            return False
        if len(digits) < _ALONE:
            return True
        if int(digits) * 100 == fen:
            return True
        month, date = digits[:-2], digits[-2:]
        if day and int(month) == int(day[5:7]) and date == day[8:]:
            return len(digits) == len("0301")
        padded = digits[0] == "0" and digits not in self._whole.values()
        return padded and 1 <= int(month) <= 12 and 1 <= int(date) <= 31


def _place(found: re.Match[str], text: str) -> _Place:
    """Return the place that was found in a text."""
    said = {key: token(value or "") for key, value in found.groupdict().items()}
    building, entrance = said["building"], said["entrance"]
    first, second = said["first"], said["second"]
    if first and second:
        building, entrance, first = building or first, entrance or second, ""
    elif first and building and not entrance:
        entrance, first = first, ""
    before, after = text[: found.start()].rstrip(), text[found.end() :].lstrip()
    joined = bool(re.search(r"[\da-z]\s*[-/.#~]$", before) or re.match(r"[-/.~]\s*\d", after))
    return _Place(
        found[0].strip(), building, entrance, said["storey"], first, found["room"] or "",
        found["suffix"] or "", joined,
    )  # fmt: skip


@cache
def _pattern() -> re.Pattern[str]:
    """A room with what may stand in front: building, entrance, storey, or numbers for them."""
    in_building = rf"(?:(?P<building>{TOKEN})\s*(?:{_words('幢')}|(?<=[{SIDES}])楼)\s*[-,、]?\s*)"
    in_entrance = rf"(?:(?P<entrance>{TOKEN})\s*(?:{_words('单元')})\s*-?\s*)"
    on_storey = rf"(?:(?P<storey>{TOKEN})\s*(?:{_words('层')})\s*-?\s*)"
    dash = r"(?:\s*[-/#~_—–]\s*|\s*号\s*|\s+)"
    short = rf"[a-z]?\d{{1,2}}|[{SAID}]{{1,3}}|[a-z]"
    chain = rf"(?:(?P<first>{short}){dash}(?:(?P<second>{short}){dash})?)"
    room = rf"(?P<room>[a-z]?\d{{1,4}}(?:[a-z]|[{SIDES}](?!门|边))?)(?![\da-z]|\.\d)"
    suffix = rf"\s*(?P<suffix>{_words('室')})?"
    return re.compile(
        rf"(?<![\da-z]){in_building}?{in_entrance}?{on_storey}?{chain}?{room}{suffix}"
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


def _number(flat: str) -> str:
    """Return the digits of a flat's number."""
    return re.sub(r"\D", "", flat)


def _stem(room: str) -> str:
    """Return a room of the book without what stands after its number."""
    text = folded(room)
    for suffix in sorted(listed("房号", "室"), key=len, reverse=True):
        if text.endswith(suffix):
            return text.removesuffix(suffix)
    return text


def _parts(room: str) -> re.Match[str] | None:
    """Return the parts of a room of the book that is written like a place."""
    found = _pattern().fullmatch(folded(room))
    return found if found and found["room"] else None


def _key(room: str) -> str:
    """Return the number of a flat of the book."""
    found = _parts(room)
    return token_of_flat(found["room"]) if found else folded(room)


def _completed(stairwell: Stairwell, rooms: Iterable[str]) -> Stairwell:
    """Return a stairwell with what all rooms of the book say of it."""
    places = [_place(found, room) for room in rooms if (found := _parts(room))]
    buildings, entrances = {one.building for one in places}, {
        one.entrance or one.either for one in places
    }  # fmt: skip
    return Stairwell(
        stairwell.building or (buildings.pop() if len(buildings) == 1 else ""),
        stairwell.entrance or (entrances.pop() if len(entrances) == 1 else ""),
    )
