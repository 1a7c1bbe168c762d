"""What the formulas of a book make of what stands in 住户, in this and in earlier versions."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from elevshare.workbook.field import YES_NO
from elevshare.workbook.reading.numbers import Read, number_of, spelled
from elevshare.workbook.spelling import meaning
from elevshare.workbook.spelling.lists import ANSWERED


class Meanings(NamedTuple):
    """What the value of a cell means, a function for each kind of column.

    ``room``, ``owner`` and ``text`` (for other names) are cleaned texts; ``blank`` says whether a value counts as
    blank in a column of a kind (room, storey, area, amount). ``storey``, ``area`` (m²) and
    ``amount`` (yuan) are ``None`` for what is no number; ``answer`` is 是, 否, an empty text for a
    blank, ``None`` for anything else, for a value and the key of its column.
    ``date`` says whether a room is a number that was made of a date, ``spares`` whether some
    households need no area, ``odd_rooms`` whether a room that is none of today's counts all the same.
    """

    room: Callable[[object], str]
    owner: Callable[[object], str]
    text: Callable[[object], str]
    blank: Callable[[object, str], bool]
    storey: Callable[[object], Read | None]
    area: Callable[[object], Read | None]
    amount: Callable[[object], Read | None]
    coefficient: Callable[[object], Read | None]
    answer: Callable[[object, str], str | None]
    date: Callable[[object], bool]
    spares: bool
    odd_rooms: bool


PRESENT = Meanings(
    meaning.room, meaning.owner, meaning.cleaned, meaning.is_blank, meaning.storey, meaning.area, meaning.amount,
    meaning.coefficient,
    lambda value, key: meaning.answer(value, ANSWERED[key]), meaning.looks_like_date, True, False,
)  # fmt: skip
#: Until version 0.5: TRUE and numbers that have lost digits are rooms.
FORMER = PRESENT._replace(odd_rooms=True)
#: Until version 0.2: numbers and the words 是 and 否 as they are.
PLAIN = Meanings(
    spelled, spelled, spelled, lambda value, kind: value is None, number_of, number_of, number_of,
    number_of,
    lambda value, key: "" if value is None else value if value in YES_NO else None,
    lambda value: False, False, True,
)  # fmt: skip
