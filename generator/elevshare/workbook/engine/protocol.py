"""What an engine must do, so that books can be made and audited with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from elevshare.opened.areas import Area
from elevshare.opened.places import Place

#: What is typed into a cell; ``None`` leaves it blank.
Input = str | int | float | bool | None


class Engine(Protocol):
    """One book, loaded with its formulas."""

    def type(self, sheet: str, area: Area, typed: Mapping[Place, Input]) -> None:
        """Fill an area, formulas and all; a cell of it that is not given becomes blank."""

    def put(self, sheet: str, place: Place, formula: str) -> None:
        """Write a formula, without its ``=``, into a cell."""

    def calculate(self) -> None:
        """Work out what depends on what was typed and put; the first time, everything."""

    def read(self, sheet: str, area: Area) -> list[list[object]]:
        """The values of an area, row by row.

        A number is an int or a float, a text a str, a truth value a bool, a blank cell ``None``; an
        error is anything else.
        """


#: Loads a drafted book (see ``book.assembled``).
Opener = Callable[[bytes], Engine]
