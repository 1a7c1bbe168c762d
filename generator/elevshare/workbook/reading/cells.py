"""Read the cells of a returned book as its own formulas read them.

An invalid entry counts as in the book, mostly as blank, and is noted as a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from elevshare.digits import KEPT, RETYPE, is_cut
from elevshare.opened.places import reference
from elevshare.text import shown
from elevshare.workbook.field import LONGEST, TRUTH, spoken
from elevshare.workbook.places import Block
from elevshare.workbook.reading.finding import Flaw, InputFinding
from elevshare.workbook.reading.meanings import PRESENT, Meanings
from elevshare.workbook.reading.numbers import Read, coarse, number_of, rounded, spelled

if TYPE_CHECKING:
    from elevshare.opened import Cell, OpenedBook

T = TypeVar("T")
#: Days between the two ways in which programs count dates.
SINCE_1904 = 1462


class Place(NamedTuple):
    """One cell: sheet, row, column (from 1)."""

    sheet: str
    row: int
    column: int

    @property
    def cell(self) -> str:
        """Its name, such as B5."""
        return reference(self.row, self.column)


class Reading(NamedTuple):
    """A number in whole units (0 if there is none), and whether the cell is blank or invalid."""

    units: int
    blank: bool
    wrong: bool

    @property
    def right(self) -> bool:
        """Whether there is a valid number."""
        return not self.blank and not self.wrong


class Cells:
    """The cells of one book, and the findings about them so far.

    Args:
        book: the book; one of an earlier version already moved to this version's layout.
        stood: cell in this layout → its cell in the earlier one, which messages name.
        meanings: what the book's formulas make of what stands in 住户.
    """

    def __init__(
        self,
        book: OpenedBook,
        stood: Mapping[Place, Place] | None = None,
        meanings: Meanings = PRESENT,
    ) -> None:
        self._stood, self.meanings = stood or {}, meanings
        self._sheets = {sheet.title: sheet.cells for sheet in book.sheets}
        self._since = SINCE_1904 if book.from_1904 else 0
        self._order = {sheet.title: number for number, sheet in enumerate(book.sheets)}
        self._found: dict[Place, InputFinding] = {}

    @property
    def findings(self) -> tuple[InputFinding, ...]:
        """The findings so far, sorted by sheet and row."""
        places = sorted(self._found, key=lambda place: (self._order[place.sheet], *place[1:]))
        return tuple(self._found[place] for place in places)

    def note(self, place: Place, what: str, todo: str, flaw: Flaw = Flaw.UNCLEAR) -> None:
        """Add a finding; only the first of a cell is kept."""
        stood = self._stood.get(place, place)
        self._found.setdefault(place, InputFinding(stood.sheet, stood.cell, what, todo, flaw))

    def _cell(self, place: Place) -> Cell | None:
        return self._sheets[place.sheet].get((place.row, place.column))

    def value(self, place: Place) -> object:
        """The value of a cell; ``None`` if it is blank or shows an error."""
        cell = self._cell(place)
        return None if cell is None or cell.kind == "e" or cell.value == "" else cell.value

    def text(self, place: Place) -> str:
        """The value as text, a number as it is shown.

        It is noted if it is far too long, or a number that has lost digits.
        """
        self._flawed(place, "这一格")
        value = self.value(place)
        if isinstance(value, int | float) and is_cut(value):
            what = f"「{shown(str(int(value)))}」是超过 {KEPT} 位的数字，末尾几位已经丢了"
            self.note(place, what, RETYPE, Flaw.CUT)
        if isinstance(value, str) and len(value) > LONGEST:
            what = f"「{shown(value)}」有 {len(value):,} 个字，超过 {LONGEST} 个"
            self.note(place, what, "请缩短", Flaw.INVALID)
        return spelled(value)

    def number(
        self,
        place: Place,
        what: str,
        scale: int,
        low: str,
        high: str,
        day: bool = False,
        number_of: Callable[[object], Read | None] = number_of,
    ) -> Reading:
        """A number from ``low`` to ``high`` in 1/``scale``; messages call the cell ``what``.

        ``number_of`` gives the number of a value, ``None`` if it has none.
        """
        if self._flawed(place, what):
            return Reading(0, False, True)
        value = self.value(place)
        if value is None:
            return Reading(0, True, False)
        read, text = number_of(value), shown(spelled(value))
        if read is None:
            self.note(
                place, f"{what}「{text}」不是{'日期' if day else '数字'}", _may(low, high, day)
            )
            return Reading(0, False, True)
        number = read.number + (self._since if day else 0)
        about = f"{what}「{text}」"
        if not Decimal(low) <= number <= Decimal(high):
            self.note(place, about + "不在允许的范围内", _may(low, high, day))
        elif coarse(number, scale):
            self.note(place, about + "的小数太多", _finest(scale))
        elif read.unsure:
            self.note(place, about + "是带逗号的文字，各软件读法不同", "请改成不带逗号的数字")
            return Reading(rounded(number, scale), False, False)
        else:
            return Reading(rounded(number, scale), False, False)
        return Reading(rounded(number, scale), False, True)

    def word(
        self,
        place: Place,
        what: str,
        words: Mapping[str, T],
        otherwise: T,
        spelt: Callable[[object], object] = lambda value: value,
    ) -> T:
        """The meaning of one of ``words``; ``otherwise`` for any other text.

        ``spelt`` gives the word that a value stands for, an empty text if it counts as blank.
        """
        typed = self.value(place)
        found = spelt(typed)
        if isinstance(found, str) and found in words:
            return words[found]
        self._flawed(place, what)
        blank = typed is None or found == ""
        text = "没有选" if blank else f"「{shown(spelled(typed))}」不在可选之中"
        self.note(place, what + text, f"请选：{'、'.join(words)}")
        return otherwise

    def truth(self, place: Place, what: str, spelt: Callable[[object], object]) -> bool | None:
        """是 as True, 否 as False; ``None`` for anything else, see ``word``."""
        if spelt(self.value(place)) == "" and not self._flawed(place, what):
            return None
        return self.word(place, what, TRUTH, None, spelt)

    def _flawed(self, place: Place, what: str) -> bool:
        """Whether a cell shows an error, or has a formula without a stored value."""
        cell = self._cell(place)
        if cell is not None and cell.kind == "e":
            self.note(place, f"{what}显示错误值 {shown(str(cell.value))}", "请清空这一格后重新填写")
            return True
        if cell is not None and cell.formula is not None and cell.value is None:
            self.note(
                place, f"{what}是公式，没有存下算出的值", "请用 WPS 或 Excel 打开并保存，或直接填数"
            )
            return True
        return False


def at(block: Block, index: int) -> Callable[[str], Place]:
    """A function: column key → cell, in row ``index`` (from 0) of a table."""
    return lambda key: Place(block.sheet, block.first + index, block.column(key))


def _may(low: str, high: str, day: bool) -> str:
    """The valid numbers or dates, as text for a message."""
    return (
        "请填日期，如 2026-03-31"
        if day
        else f"请填 {low} 到 {spoken(high)} 之间的数，不写单位".replace("万 ", "万")
    )


def _finest(scale: int) -> str:
    """The smallest step of a number, as text for a message."""
    return {1: "请填整数", 2: "请填整层或半层", 100: "请最多写两位小数"}.get(
        scale, "请最多写四位小数"
    )
