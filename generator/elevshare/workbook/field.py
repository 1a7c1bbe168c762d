"""A single input: its key, label, valid values, and its attribute of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from elevshare.money import MAX_FEN
from elevshare.project import Project
from elevshare.rules.share import MAX_WEIGHT, WEIGHT_SCALE
from elevshare.workbook.sheetxml import Value

if TYPE_CHECKING:
    from elevshare.workbook.input_columns import InputColumn

#: The largest amount in yuan, and the largest coefficient, as texts for validations and formulas.
MAX_YUAN = str(MAX_FEN // 100)
MAX_COEFFICIENT = str(MAX_WEIGHT // WEIGHT_SCALE)
#: The most characters of a text that users type.
LONGEST = 100
YES, NO = "是", "否"
YES_NO = (YES, NO)
#: The choices 是 and 否, and their meanings.
TRUTH: Mapping[str, bool] = MappingProxyType({YES: True, NO: False})
#: Kind → the steps in 1: fen, 0.01%, half storeys, whole numbers, days. The project counts steps.
SCALES = {"money": 100, "percent": 10_000, "coef": 2, "whole": 1, "date": 1}
#: How a household of a lease is charged → the word on 住户.
TERM_WORDS: Mapping[str, str] = MappingProxyType({"month": "按月", "year": "按年"})
T = TypeVar("T")
PERCENT = ("0", "1")
#: From the year 2000 to 2099, as day numbers.
DATES = ("36526", "73050")


def spoken(number: str) -> str:
    """A bound for a message, such as 1000 万, since nobody counts seven zeros.

    >>> spoken("10000000"), spoken("10000"), spoken("120")
    ('1000 万', '10000', '120')
    """
    return f"{number[:-4]} 万" if number.endswith("0000") and len(number) > 5 else number


#: The hint for an amount in a table.
AMOUNT_HINT = f"请填 0 到 {spoken(MAX_YUAN)}元之间的数，最多两位小数，不写单位"


@dataclass(frozen=True, slots=True)
class Field:
    """One single input of a book.

    ``key`` identifies it, ``label`` and ``note`` are its Chinese texts, ``kind`` is its kind of
    value (see ``SCALES``).

    ``of`` is its path of attributes from the project, such as ``loan.rate``; writing the cell and
    reading it back follow from path and kind. ``at_first`` gives the value in a new book where no
    path does.

    ``instead`` gives a condition and a text, both formulas: where the one is true, the other is
    shown in place of the note.

    ``words`` are the choices of a drop-down and the meaning of each; any other word means
    ``otherwise``. ``bounds`` are the lowest and highest valid number. ``blank`` is what a blank
    cell counts as (-1: no value).

    For 来源: ``shipped`` is the path of the number in the scheme, if it differs from ``of``;
    ``named`` its name there, if it differs from ``label``; ``unsaid`` the scheme's value where its
    source gives none.
    """

    key: str
    label: str
    kind: str
    note: str
    of: str = ""
    words: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    otherwise: Any = None
    bounds: tuple[str, str] = ("0", MAX_YUAN)
    blank: int = 0
    at_first: Callable[[Project], Value] | None = None
    shipped: str = ""
    named: str = ""
    unsaid: Any = None
    instead: Callable[[], tuple[str, str]] | None = None

    @property
    def ships(self) -> str:
        """The path of this input's number in a scheme; empty if schemes have none."""
        return self.shipped or (self.of.removeprefix("scheme.") if self.of[:6] == "scheme" else "")

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of the drop-down; empty for a free input."""
        return tuple(self.words)

    def value(self, project: Project) -> Value:
        """The value of the cell in a new book of a project."""
        if self.at_first:
            return self.at_first(project)
        return self.written(found_at(project, self.of)) if self.of else None

    def written(self, meaning: Any) -> Value:
        """The value of the cell for an attribute of the project: fen become yuan, words the choice.

        >>> Field("", "", "money", "").written(150), Field("", "", "percent", "").written(0)
        (1.5, 0.0)
        """
        if self.words:
            member = self.otherwise if meaning is None else meaning
            return next(word for word in self.words if self.words[word] == member)
        if self.kind == "date":
            return day_number(meaning or "")
        if self.kind == "text" or meaning is None:
            return meaning or None
        if not meaning and self.blank == 0 and self.kind != "percent":
            return None  # counts the same
        number: int = meaning
        scale = SCALES[self.kind]
        return number if scale == 1 else number / scale


@dataclass(frozen=True, slots=True)
class Section:
    """The inputs of one subject on one sheet: single inputs, then a table.

    The table has ``rows`` rows; ``columns`` are its columns, if each has cells of a single kind.
    """

    key: str
    title: str
    fields: tuple[Field, ...] = ()
    rows: int = 0
    columns: tuple[InputColumn, ...] = ()


def found_at(thing: Any, path: str) -> Any:
    """Follow a path of attributes; ``None`` if any of them is ``None``.

    A number in the path stands for a member of a tuple, from 0; ``None`` if it has no such.

    >>> found_at(None, "loan.rate") is None, found_at(3, "real.imag")
    (True, 0)
    >>> found_at((7, 8), "1.real"), found_at((7, 8), "2.real")
    (8, None)
    """
    for name in path.split("."):
        if thing is None:
            return None
        if not name.isdigit():
            thing = getattr(thing, name)
        else:
            thing = thing[int(name)] if int(name) < len(thing) else None
    return thing


def values_of(words: type[StrEnum]) -> dict[str, Any]:
    """The choices between members of an enumeration: value → member."""
    return {one.value: one for one in words}


def by_word(words: Mapping[T, str]) -> dict[str, T]:
    """Invert a mapping: word → meaning, from meaning → word."""
    return {word: meaning for meaning, word in words.items()}


def as_they_are(words: Iterable[str]) -> dict[str, str]:
    """Choices that stand for themselves."""
    return {word: word for word in words}


def yes_no(truth: bool) -> str:
    """是 or 否."""
    return YES if truth else NO


def day_number(day: str) -> int | None:
    """A date yyyy-mm-dd as a day number of spreadsheets; ``None`` for an empty text.

    >>> day_number("2026-01-01"), day_number("")
    (46023, None)
    """
    return (date.fromisoformat(day) - date(1899, 12, 30)).days if day else None
