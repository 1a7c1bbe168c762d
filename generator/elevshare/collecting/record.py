"""Records of what a summary knows of each book; money in fen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from elevshare.errors import InputError
from elevshare.text import shown


class State(StrEnum):
    """How far a book that came back can be trusted."""

    PASSED = "通过"
    CHANGED = "有改动"
    DOUBTED = "不可信"


@dataclass(frozen=True, slots=True)
class BookOrigin:
    """What a book was made from: id, name and status of its scheme, and its version."""

    scheme_id: str
    scheme: str
    status: str
    version: str


@dataclass(frozen=True, slots=True)
class BookAmounts:
    """Amounts of one book in fen, by the rules; those with ``own_`` are what the book itself shows.

    ``subsidy`` is what lowers the cost, ``grant`` all that is applied for (a part may be kept for
    upkeep), ``levels`` its parts by level of government. ``fee`` is what a leased lift costs a
    year. ``owed`` is what the households owe less reliefs, ``left`` and ``over`` what is still to
    come and to be paid back. An amount of the book is ``None`` where it shows none.
    """

    cost: int = 0
    subsidy: int = 0
    compensation: int = 0
    fee: int = 0
    own_net: int | None = None
    due: int = 0
    own_due: int | None = None
    owed: int = 0
    paid: int = 0
    left: int = 0
    over: int = 0
    grant: int = 0
    levels: tuple[tuple[str, int], ...] = ()
    others: int = 0

    @property
    def net(self) -> int:
        """The net amount to share.

        >>> BookAmounts(cost=100, subsidy=30, compensation=5).net
        75
        """
        return self.cost - self.subsidy - self.others + self.compensation


@dataclass(frozen=True, slots=True)
class BuildingRecord:
    """One book that was read: its file, its building, its amounts and what the audit found.

    ``failed`` counts the checks of the book itself that fail, ``None`` where it cannot tell;
    ``findings`` are what the audit found, as Chinese sentences. ``digest`` identifies the content
    of the file.
    """

    file: str
    digest: str
    estate: str
    building: str
    entrance: str
    made: BookOrigin
    state: State
    figures: BookAmounts
    households: int
    taking: int
    failed: int | None = 0
    findings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The building in words, empty where the book names none."""
        return " ".join(filter(None, (self.estate, self.building, self.entrance)))

    @property
    def sound(self) -> bool:
        """Whether the audit passed and all checks of the book pass."""
        return self.state is State.PASSED and self.failed == 0


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be read: why, and what to do."""

    file: str
    reason: str
    todo: str


def refusal(file: str, error: InputError) -> Refusal:
    """The refusal for an error; the file's name is not repeated in the reason.

    >>> refusal("3 幢.xlsx", InputError("文件已损坏", where="3 幢.xlsx", todo="请重新发来"))
    Refusal(file='3 幢.xlsx', reason='文件已损坏', todo='请重新发来')
    >>> refusal("一区/3 幢.xlsx", InputError("文件已损坏", where="3 幢.xlsx")).reason
    '文件已损坏'
    """
    where = "" if error.where in ("", file, shown(Path(file).name)) else f"{error.where}："
    return Refusal(file, f"{where}{error.what}", error.todo or "请检查这个文件")


@dataclass(frozen=True, slots=True)
class Collection:
    """All that was collected, in the order of the files' names."""

    buildings: tuple[BuildingRecord, ...]
    refusals: tuple[Refusal, ...] = ()
