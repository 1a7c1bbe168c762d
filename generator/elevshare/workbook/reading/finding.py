"""What is wrong with one cell of a book that came back."""

from __future__ import annotations

from dataclasses import dataclass

from elevshare.errors import InputError
from elevshare.text import shown


@dataclass(frozen=True, slots=True)
class InputFinding:
    """One input that cannot be meant: where it stands, what it is, what to do.

    >>> InputFinding("住户", "D7", "建筑面积「80㎡」不是数字", "请只填数字").problem("3 幢.xlsx").where
    '3 幢.xlsx 工作表「住户」D7'
    """

    sheet: str
    cell: str
    what: str
    todo: str

    def problem(self, name: str) -> InputError:
        """The same as an error about a file."""
        where = f"{name} 工作表「{shown(self.sheet)}」{self.cell}"
        return InputError(self.what, where=where, todo=self.todo)
