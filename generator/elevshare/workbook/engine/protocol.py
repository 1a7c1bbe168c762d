"""What an engine must provide to make and audit books."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from elevshare.opened.areas import Area
from elevshare.opened.places import Place

#: A value typed into a cell; ``None`` leaves it blank.
Input = str | int | float | bool | None


class Engine(Protocol):
    """One book with its formulas, loaded in an engine."""

    def type(self, sheet: str, area: Area, typed: Mapping[Place, Input]) -> None:
        """Replace the contents of an area, formulas included; cells not given become blank."""

    def put(self, sheet: str, place: Place, formula: str) -> None:
        """Write a formula (without its ``=``) into a cell."""

    def calculate(self) -> None:
        """Calculate what depends on changes since the last time; the first time, everything."""

    def read(self, sheet: str, area: Area) -> list[list[object]]:
        """The values of an area, row by row.

        A number is an int or a float, a text a str, a truth value a bool, a blank cell ``None``;
        anything else is an error.
        """


#: Loads a drafted book (see ``book.assembled``).
Opener = Callable[[bytes], Engine]
