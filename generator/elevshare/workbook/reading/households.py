"""Read the rows of 住户: which rows count, their flats, and the other amounts typed there."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from elevshare.rules.share import Flat, Storey
from elevshare.text import shown
from elevshare.vocabulary import without_unseen
from elevshare.workbook.reading.cells import Reading
from elevshare.workbook.reading.entries import Standing
from elevshare.workbook.reading.finding import Flaw
from elevshare.workbook.reading.meanings import Meanings
from elevshare.workbook.reading.numbers import number_of, spelled
from elevshare.workbook.reading.rows import InputRow, Typed
from elevshare.workbook.spelling import meaning, terms

_AMOUNTS = ("relief", "fund", "paid", "arrears")
_WEIGHTS = "coefficients"
_ROOM = "请先把这一格设成文本，再填每户不同的房号，如 301"


class Household(NamedTuple):
    """One row that counts."""

    flat: Flat
    standing: Standing


def households(typed: Typed) -> list[Household]:
    """The households that count, in the order of their rows."""
    means, every = typed.cells.meanings, list(typed.households())
    rooms = Counter(means.room(row.value("room")).casefold() for row in every)
    alike = Counter(_bare(row.value("room")) for row in every)
    rows = _Rows(means, typed.singles.known("storeys"), rooms, alike, _weightless(typed))
    return [found for row in every if (found := rows.household(row))]


def _bare(value: object) -> str:
    """A room without any blanks around it and what nobody sees, in small letters."""
    return without_unseen(meaning.room(value)).strip().casefold()


def _weightless(typed: Typed) -> frozenset[Storey] | None:
    """The storeys whose weight is 0; ``None`` in a book in which no household needs an area."""
    if not any(section.key == _WEIGHTS for section in typed.plan.sections.get("参数", ())):
        return None
    rows = typed.rows(_WEIGHTS)
    # As the book's formula has it: a text such as 0.0 frees nobody.
    return frozenset(_stop(row) for row in rows if spelled(row.value("weight")) == "0")


def _stop(row: InputRow) -> Storey:
    """The storey of a row of weights, which the book's maker wrote there."""
    found = number_of(row.value("storey"))
    return row.index + 1 if found is None else _storey(found.number)


def _storey(number: Decimal) -> Storey:
    """A storey from its number: half ones keep their half."""
    return int(number) if number == int(number) else float(number)


class _Rows(NamedTuple):
    """How rows are read.

    ``top`` is the highest storey, if known; ``rooms`` counts the rooms of all rows as the book reads
    them, ``alike`` as this version does; ``weightless`` as ``_weightless``.
    """

    means: Meanings
    top: int
    rooms: Counter[str]
    alike: Counter[str]
    weightless: frozenset[Storey] | None

    def household(self, row: InputRow) -> Household | None:
        """The household of a row; ``None`` if the row is empty or does not count."""
        if all(self.means.blank(row.value(key), key) for key in ("room", "storey", "area")):
            return None
        room = self._room(row)
        storey, at = self._storey(row)
        taking = row.truth("taking", lambda value: self.means.answer(value, "taking"), needed=True)
        own, fixed = self._coefficient(row), self._fixed(row)
        spared = fixed is not None or (at < 1 and own is None)
        weightless = storey.right and own is None and self._is_weightless(at)
        area = self._area(row, weightless or spared, taking)
        flat = self._flat(row, room, at, area.units, bool(taking))
        flat = replace(flat, own_weight=own, fixed=fixed, reason=self._reason(row))
        amounts = (self._amount(row, key) for key in _AMOUNTS)
        relief, fund, paid, arrears = amounts
        counts = room and taking is not None and storey.right and area.right
        return Household(flat, Standing(row.index, relief, fund, paid, arrears)) if counts else None

    def _room(self, row: InputRow) -> str:
        """The room; empty if it is missing, doubled or was made a date."""
        room, value = row.room(), row.value("room")
        if not room:
            row.note("room", "缺房号", "请填房号，或清空这一行")
        elif self.means.date(value):
            row.note(
                "room", f"房号 {room} 像是日期（如 2-1 变成了日期）", "请把这一格设为文本格式再重填"
            )
        elif self.rooms[room.casefold()] > 1:
            row.note("room", f"房号「{shown(room)}」重复", "请改成不同的房号")
        elif text := self._odd(room, value):
            row.note("room", f"房号「{shown(room)}」{text}", _ROOM, Flaw.INVALID)
            return room if self.means.odd_rooms else ""
        else:
            return room
        return ""

    def _odd(self, room: str, value: object) -> str:
        """Why a room that the book counts is none, as text: also of an earlier version's book."""
        if not (plain := _bare(value)):
            return "只有空格"
        if self.alike[plain] > self.rooms[room.casefold()]:
            return "和另一户的只差空格或全角"
        return meaning.room_flaw(value)

    def _number(self, row: InputRow, key: str, most: str = "", least: str = "") -> Reading:
        """A number; a finding if it is missing."""
        number_of = self.means.storey if key == "storey" else self.means.area
        value = row.value(key)
        if value is not None and self.means.blank(value, key):
            found = Reading(0, True, False)
        else:
            found = row.number(key, "", most, least, number_of)
        if found.blank and least != "0":
            row.note(key, f"没有填{row.name(key)}", f"请填{row.name(key)}")
        return found

    def _storey(self, row: InputRow) -> tuple[Reading, Storey]:
        """The storey as read, in steps of its column, and as it counts."""
        value, lowest = row.value("storey"), row.limits("storey")[0]
        # As the formula has it: what lies below storey 1 is a number, no text.
        below = lowest if isinstance(value, int | float) else "1"
        most = f"{self.top}.5" if row.limits("storey")[1].endswith(".5") else str(self.top or "")
        found = self._number(row, "storey", most=most, least=below if lowest != "1" else "")
        return found, _storey(Decimal(found.units) / row.scale("storey"))

    def _coefficient(self, row: InputRow) -> int | None:
        """The household's own coefficient in 1/10,000; ``None`` where it has none."""
        if "own" not in row or self.means.blank(row.value("own"), "coefficient"):
            return None
        units = row.number("own", number_of=self.means.coefficient).units
        # As the formula has it: what cannot be read is no coefficient.
        read = self.means.coefficient(row.value("own"))
        return None if read is None or units < 0 else units

    def _fixed(self, row: InputRow) -> int | None:
        """The household's fixed sum in fen; ``None`` where it has none."""
        return self._stated(row, "fixed")

    def _stated(self, row: InputRow, key: str) -> int | None:
        """An amount in fen; ``None`` where there is none."""
        if key not in row or self.means.blank(row.value(key), "amount"):
            return None
        return self._amount(row, key)

    def _reason(self, row: InputRow) -> str:
        """Why a household has terms of its own."""
        return row.cleaned("reason") if "reason" in row else ""

    def _is_weightless(self, storey: Storey) -> bool:
        """Whether the weight of a storey is 0."""
        return self.weightless is not None and storey in self.weightless

    def _area(self, row: InputRow, free: bool, taking: bool | None) -> Reading:
        """The area; 0 where it is blank and not needed: the household is ``free`` or stays out."""
        free = free or self.weightless is None
        spared = self.means.spares and (free or taking is False)
        found = self._number(row, "area", least="0" if spared else "")
        return Reading(0, False, False) if spared and found.blank else found

    def _amount(self, row: InputRow, key: str) -> int:
        """An amount in fen; a negative one counts as 0."""
        if key not in row or self.means.blank(row.value(key), "amount"):
            return 0
        return max(0, row.number(key, number_of=self.means.amount).units)

    def _flat(self, row: InputRow, room: str, storey: Storey, area: int, taking: bool) -> Flat:
        """The flat of a row, with the further columns that this book has."""

        def answer(key: str) -> bool | None:
            spelt = lambda value: self.means.answer(value, key)  # noqa: E731
            return row.truth(key, spelt) if key in row else None

        return Flat(
            room,
            storey,
            area,
            owner=row.owner(),
            taking_part=taking,
            payout=self._amount(row, "payout"),
            reserve=self._amount(row, "reserve"),
            reserve_left=self._stated(row, "reserve_left"),
            vote=answer("vote"),
            agrees=answer("agree"),
            person=row.cleaned("person") if "person" in row else "",
            exempt=answer("exempt") is True,
            term=self._term(row) if "term" in row else "",
        )

    def _term(self, row: InputRow) -> str:
        """How a lease charges the household; empty where it has not chosen, or nobody can tell."""
        found = terms.meant(row.value("term"))
        if found is None:
            row.note("term", f"{row.name('term')}「{shown(row.text('term'))}」看不懂", terms.TODO)
        return found or ""
