"""An invalid entry in a cell of a returned book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from elevshare.errors import InputError
from elevshare.text import shown


class Flaw(Enum):
    """How grave an invalid entry is.

    ``UNCLEAR`` waits for the user; ``INVALID`` is wrong even where the book, of an earlier version,
    lets it pass; ``CUT`` is a number that has lost digits in place of a text.
    """

    UNCLEAR = auto()
    INVALID = auto()
    CUT = auto()


@dataclass(frozen=True, slots=True)
class InputFinding:
    """One invalid entry: its cell, what is wrong, and what to do.

    >>> InputFinding("住户", "D7", "建筑面积「80㎡」不是数字", "请只填数字").problem("3 幢.xlsx").where
    '3 幢.xlsx 工作表「住户」D7'
    """

    sheet: str
    cell: str
    what: str
    todo: str
    flaw: Flaw = Flaw.UNCLEAR

    def problem(self, name: str) -> InputError:
        """The finding as an error about the file ``name``."""
        where = f"{name} 工作表「{shown(self.sheet)}」{self.cell}"
        return InputError(self.what, where=where, todo=self.todo)
