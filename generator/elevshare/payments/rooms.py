"""The room that a remark names: 301加梯款, 3-301, 12幢3单元301室, 三单元301."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from elevshare.payments.noise import without_noise
from elevshare.payments.places import (
    ALONE,
    Place,
    place_of,
    places_in,
    stairwells_in,
    token_of_flat,
)
from elevshare.payments.stairwell import Stairwell, Where, token
from elevshare.vocabulary import folded, listed


@dataclass(frozen=True, slots=True)
class Named:
    """What a remark says about rooms.

    Attributes:
        sure: the rooms of the book that it names.
        maybe: rooms of the book that it may name.
        elsewhere: what it says of another stairwell; empty if nothing.
        unsure: what it says of a stairwell of which one cannot tell whether it is the book's.
        unknown: rooms that it names and the book does not have.
        number: whether it has a number that might be some room.
    """

    sure: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    elsewhere: str = ""
    unknown: tuple[str, ...] = ()
    number: bool = False
    unsure: str = ""

    @property
    def nothing(self) -> bool:
        """Whether the remark says nothing about any room."""
        rooms = self.sure or self.maybe or self.unknown or self.number
        return not (rooms or self.elsewhere or self.unsure)


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
        (elsewhere, unsure), number = self._stairwells(text), False
        for place in self._places(text):
            where, rooms = self._where(place), self._same(place)
            certain = where is Where.HERE and not self._doubtful(place, rooms, day, fen)
            if where is Where.ELSEWHERE:
                elsewhere = elsewhere or place.text
            elif rooms:
                (sure if certain and not unsure else maybe).update(rooms)
            elif place.marked and not place.chained:
                unknown.append(place.text)
            elif place.room != str(fen // 100):
                number = number or len(place.room) >= ALONE
        return Named(
            frozenset(sure), frozenset(maybe - sure), elsewhere, tuple(unknown), number, unsure
        )

    def _stairwells(self, text: str) -> tuple[str, str]:
        """Return what a text says of another stairwell, and of one that may be another."""
        found = [
            (self._stairwell.where(building, entrance), said)
            for building, entrance, said in stairwells_in(text)
        ]
        said = dict(reversed(found))
        return said.get(Where.ELSEWHERE, ""), said.get(Where.UNSURE, "")

    def _places(self, text: str) -> Iterator[Place]:
        """Return the places in a text; of a room alone, those with digits enough."""
        for place in places_in(text):
            if len(place.room) >= ALONE or place.marked or self._same(place):
                yield place

    def _where(self, place: Place) -> Where:
        """Return where a place is."""
        if self._literal(place):
            return Where.HERE
        where = self._stairwell.where(place.building, place.entrance, place.either, place.house)
        return Where.UNSURE if place.loose and where is Where.ELSEWHERE else where

    def _literal(self, place: Place) -> list[str]:
        """Return the rooms of the book that are written in just this way, if longer than a number."""
        return [
            room for room, whole in self._whole.items()
            if whole == place.plain and not whole.isdecimal()
        ]  # fmt: skip

    def _same(self, place: Place) -> list[str]:
        """Return the rooms of the book with a place's number."""
        if exact := self._literal(place):
            return exact
        key = token_of_flat(place.room)
        same = [room for room, one in self._keys.items() if one == key]
        return same or [room for room, one in self._keys.items()
                        if place.room and _number(one) == _number(key)]  # fmt: skip

    def _doubtful(self, place: Place, rooms: list[str], day: str, fen: int) -> bool:
        """Return whether a number may be something else than one of the rooms."""
        if self._literal(place):
            return place.joined
        key = token_of_flat(place.room)
        other = any(self._keys[room] != key for room in rooms)
        storey = place.storey and not key.startswith(token(place.storey))
        return bool(other or storey or place.joined or self._chance(place, rooms, day, fen))

    def _chance(self, place: Place, rooms: list[str], day: str, fen: int) -> bool:
        """Return whether a number alone may be a day or the amount in yuan."""
        digits = place.room
        if place.chained:
            return True
        if place.marked or not digits.isdecimal():
            return False
        if len(digits) < ALONE:
            return True
        if int(digits) * 100 == fen:
            return True
        month, date = digits[:-2], digits[-2:]
        if day and int(month) == int(day[5:7]) and date == day[8:]:
            return len(digits) == len("0301")
        padded = digits[0] == "0" and digits not in self._whole.values()
        return padded and 1 <= int(month) <= 12 and 1 <= int(date) <= 31


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


def _key(room: str) -> str:
    """Return the number of a flat of the book."""
    place = place_of(room)
    return token_of_flat(place.room) if place else folded(room)


def _completed(stairwell: Stairwell, rooms: Iterable[str]) -> Stairwell:
    """Return a stairwell with what all rooms of the book say of it."""
    places = [place for room in rooms if (place := place_of(room))]
    buildings, entrances = {one.building for one in places}, {
        one.entrance or one.either for one in places
    }  # fmt: skip
    return Stairwell(
        stairwell.building or (buildings.pop() if len(buildings) == 1 else ""),
        stairwell.entrance or (entrances.pop() if len(entrances) == 1 else ""),
    )
